using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.Model;

// A symmetric tensor of degree k is packed by its entries i ≤ j ≤ …, those of one monomial added up: rows over the last
// index, one for each choice of the others. A row is read once and gives its part of the value, of the gradient and of
// the second derivatives (TensorRows).

/// <summary>n independent Gaussian polynomials of degree 4 at most, as packed symmetric tensors that are stored, or
/// drawn again from their stream whenever they are read.</summary>
/// <remarks>
/// <para>The same numbers as those of <see cref="GaussianSystem.Draw"/> from the same stream. Both ways of keeping them
/// run through the same operations, so that results agree bit for bit. Stored, they take 8n·binom(d + p, p) bytes;
/// drawn again, those of one equation and of one law's scales, and about 1.5 ns a coefficient more.</para>
/// <para>Not for use by several threads at once.</para>
/// </remarks>
public sealed class TensorSystem : ISphereSystem
{
    /// <summary>The largest degree.</summary>
    public const int LargestDegree = 4;

    private const int MostStored = 64_000_000, MostDrawnAgain = 1_000_000_000, MostOfOneEquation = 32_000_000;

    private readonly Mixture[] _mixtures;

    // By equation: √(ξ_k·k!/∏e!) of each coefficient, one array for equations of one law.
    private readonly double[][] _scales;
    private readonly double[]?[] _stored;
    private readonly ulong[] _positions;
    private readonly RandomStream _stream;
    private readonly double[] _buffer;
    private Matrix? _upper;

    private TensorSystem(RandomStream stream, Mixture[] mixtures, int dimension, bool isStored)
    {
        (_mixtures, Dimension) = (mixtures, dimension);
        _stream = new(stream.Key, stream.Trial);
        _stored = new double[]?[mixtures.Length];
        _positions = new ulong[mixtures.Length];
        _scales = new double[mixtures.Length][];
        var second = new double[mixtures.Length];
        for (int l = 0; l < mixtures.Length; l++)
        {
            int same = Array.IndexOf(mixtures, mixtures[l]);
            _scales[l] = same < l ? _scales[same] : TensorRows.Scales(mixtures[l], dimension);
        }

        LongestSum = _scales.Max(scales => scales.Length);
        _buffer = new double[isStored ? 0 : LongestSum];
        for (int l = 0; l < mixtures.Length; l++)
        {
            _positions[l] = stream.Position;
            double[] coefficients = isStored ? new double[_scales[l].Length] : _buffer;
            Span<double> own = coefficients.AsSpan(0, _scales[l].Length);
            stream.FillNormals(own);
            second[l] = TensorRows.SecondDerivative(mixtures[l], dimension, own);
            TensorRows.Multiply(own, _scales[l]);
            _stored[l] = isStored ? coefficients : null;
        }

        // A square root of sums of LongestSum squares, eight at a time, and one of n of these.
        SecondDerivativeBound = Lanes.Norm(second) * (1 + 2 * DoublePrecision.Gamma(LongestSum / 8 + Equations + 32));
    }

    /// <inheritdoc/>
    public int Dimension { get; }

    /// <inheritdoc/>
    public int Equations => _mixtures.Length;

    /// <inheritdoc/>
    public int LongestSum { get; }

    /// <summary>Whether the coefficients are kept.</summary>
    public bool IsStored => _stored[0] is not null;

    /// <summary>L ≥ ‖D²F(x)‖ for all ‖x‖ ≤ 1.</summary>
    /// <remarks>The symmetric tensor S of degree k has k!/∏e! equal entries for each monomial, whose squares add up to
    /// that of the normal behind it: ‖D²f(x)‖ ≤ Σ_k k(k − 1)‖S_k‖_F, and ‖S_k‖_F² is ξ_k times the sum of the squared
    /// normals. Over the equations in squares.</remarks>
    public double SecondDerivativeBound { get; }

    /// <summary>Draws a system of equations with the same law.</summary>
    /// <param name="stream">The stream: equation by equation, degrees ascending, monomials in lexicographic
    /// order.</param>
    /// <param name="mixture">ξ, of degree 4 at most.</param>
    /// <param name="dimension">d, from 1.</param>
    /// <param name="equations">n, from 1.</param>
    /// <param name="isStored">Whether to keep the coefficients.</param>
    public static TensorSystem Draw(
        RandomStream stream, Mixture mixture, int dimension, int equations, bool isStored = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(equations, 1);
        return Draw(stream, [.. Enumerable.Repeat(mixture, equations)], dimension, isStored);
    }

    /// <summary>Draws a system whose equations have laws of their own.</summary>
    /// <param name="stream">The stream, as above.</param>
    /// <param name="mixtures">The covariances, one an equation, of degree 4 at most.</param>
    /// <param name="dimension">d, from 1.</param>
    /// <param name="isStored">Whether to keep the coefficients.</param>
    /// <exception cref="ArgumentException">There is no equation, a degree is above 4, or there would be too many
    /// coefficients: 64 million stored, a thousand million drawn again, 32 million in one equation.</exception>
    public static TensorSystem Draw(
        RandomStream stream, IReadOnlyList<Mixture> mixtures, int dimension, bool isStored = true)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(mixtures);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        if (mixtures.Count == 0 || mixtures.Any(mixture => mixture.Degree > LargestDegree))
            throw new ArgumentException(
                $"There is an equation, and all have degree {LargestDegree} at most.", nameof(mixtures));
        double[] counts = [.. mixtures.Select(mixture => Count(mixture, dimension))];
        if (counts.Max() > MostOfOneEquation || counts.Sum() > (isStored ? MostStored : MostDrawnAgain))
            throw new ArgumentException(
                $"{mixtures.Count} equations in {dimension} variables have too many coefficients.", nameof(dimension));
        return new(stream, [.. mixtures], dimension, isStored);
    }

    /// <inheritdoc/>
    public void Evaluate(ReadOnlySpan<double> x, Span<double> values, Matrix slopes)
    {
        ThrowIfMisshapen(x, values, slopes);
        for (int l = 0; l < Equations; l++)
            values[l] = TensorRows.Evaluate(_mixtures[l], Coefficients(l), x, slopes.Row(l), upper: null);
    }

    /// <summary>F(x), DF(x) and Σ_l F_l(x)∇²F_l(x), in one pass over the coefficients.</summary>
    /// <param name="x">A point, of length d.</param>
    /// <param name="values">Receives F(x), of length n.</param>
    /// <param name="slopes">Receives DF(x), n × d.</param>
    /// <param name="curvature">Receives Σ F_l∇²F_l, d × d.</param>
    public void Evaluate(ReadOnlySpan<double> x, Span<double> values, Matrix slopes, Matrix curvature)
    {
        ThrowIfMisshapen(x, values, slopes);
        ArgumentNullException.ThrowIfNull(curvature);
        Lanes.ThrowIfLengthsDiffer(Dimension * Dimension, curvature.Values.Length, nameof(curvature));
        curvature.Values.Clear();
        _upper ??= new(Dimension, Dimension);
        for (int l = 0; l < Equations; l++)
        {
            _upper.Values.Clear();
            values[l] = TensorRows.Evaluate(_mixtures[l], Coefficients(l), x, slopes.Row(l), _upper);
            for (int a = 0; a < Dimension; a++)
                Lanes.Axpy(values[l], _upper.Row(a)[a..], curvature.Row(a)[a..]);
        }

        // The rows hold U with ∇² = U + Uᵀ.
        for (int a = 0; a < Dimension; a++)
        {
            curvature[a, a] *= 2;
            for (int b = a + 1; b < Dimension; b++)
                curvature[b, a] = curvature[a, b];
        }
    }

    private ReadOnlySpan<double> Coefficients(int equation)
    {
        if (_stored[equation] is { } kept)
            return kept;
        Span<double> drawn = _buffer.AsSpan(0, _scales[equation].Length);
        _stream.Position = _positions[equation];
        _stream.FillNormals(drawn);
        TensorRows.Multiply(drawn, _scales[equation]);
        return drawn;
    }

    private void ThrowIfMisshapen(ReadOnlySpan<double> x, Span<double> values, Matrix slopes)
    {
        ArgumentNullException.ThrowIfNull(slopes);
        Lanes.ThrowIfLengthsDiffer(Dimension, x.Length, nameof(x));
        Lanes.ThrowIfLengthsDiffer(Equations, values.Length, nameof(values));
        if (slopes.Rows != Equations || slopes.Columns != Dimension)
            throw new ArgumentException($"DF is {Equations} × {Dimension}.", nameof(slopes));
    }

    // Σ binom(d + k − 1, k) over the degrees present.
    private static double Count(Mixture mixture, int dimension)
    {
        double sum = 0;
        for (int k = 0; k <= mixture.Degree; k++)
            sum += mixture.Coefficients[k] > 0 ? GaussianSystem.Count(dimension, k) : 0;
        return sum;
    }
}
