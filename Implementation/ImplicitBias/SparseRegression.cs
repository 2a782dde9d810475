using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias;

/// <summary>Fewer equations than unknowns, y = Xβ* + noise, with a sparse β*.</summary>
/// <remarks>
/// Source: Srebro, "Sparse Learning": y_i = ⟨β*, x_i⟩ + N(0, 0.01), where 0.01 is read as the variance. The talk states
/// neither the law of x_i nor the nonzero
/// entries of β*; here x_i is standard normal and the entries are k^(−1/2), so that ‖β*‖ = 1 (as in arXiv:2002.09277,
/// section 5).
/// </remarks>
public sealed class SparseRegression
{
    private readonly double[] _noise;

    private SparseRegression(Matrix X, double[] y, double[] planted, double[] noise)
    {
        _noise = noise;
        Inputs = X;
        Labels = y;
        Planted = planted;
    }

    /// <summary>m × d, a row per sample.</summary>
    public Matrix Inputs { get; }

    /// <summary>m labels.</summary>
    public double[] Labels { get; }

    /// <summary>
    /// β*, d entries, of which the first k are k^(−1/2) and the others 0; the order of coordinates is immaterial to a
    /// normal X.
    /// </summary>
    public double[] Planted { get; }

    /// <summary>Draws m samples.</summary>
    /// <param name="stream">Used for m·d + m normals, X row by row and then the noise, whatever its size.</param>
    /// <param name="dimension">d ≥ 1.</param>
    /// <param name="samples">m, from 1 to d.</param>
    /// <param name="sparsity">k, from 0 to d.</param>
    /// <param name="noise">Standard deviation of the noise, ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size lies outside its range.</exception>
    public static SparseRegression Draw(RandomStream stream, int dimension, int samples, int sparsity, double noise)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        if (samples < 1 || samples > dimension)
            throw new ArgumentOutOfRangeException(
                nameof(samples), samples, $"The number of samples has to lie between 1 and the dimension {dimension}.");
        if (sparsity < 0 || sparsity > dimension)
            throw new ArgumentOutOfRangeException(
                nameof(sparsity), sparsity,
                $"The number of nonzero entries has to lie between 0 and the dimension {dimension}.");
        if (!(noise >= 0 && double.IsFinite(noise)))
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "The noise has to be finite and not negative.");
        var X = new Matrix(samples, dimension);
        stream.FillNormals(X.Values);
        var errors = new double[samples];
        stream.FillNormals(errors);
        Lanes.Scale(noise, errors);
        return Of(X, sparsity, errors);
    }

    /// <summary>The same inputs and noise with another number of nonzero entries.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside 0 to d.</exception>
    public SparseRegression WithSparsity(int sparsity)
    {
        if (sparsity < 0 || sparsity > Inputs.Columns)
            throw new ArgumentOutOfRangeException(
                nameof(sparsity), sparsity,
                $"The number of nonzero entries has to lie between 0 and the dimension {Inputs.Columns}.");
        return Of(Inputs, sparsity, _noise);
    }

    /// <summary>The first samples of this problem.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many, or fewer than one is asked for.</exception>
    public SparseRegression Head(int samples)
    {
        if (samples < 1 || samples > Inputs.Rows)
            throw new ArgumentOutOfRangeException(
                nameof(samples), samples, $"The number of samples has to lie between 1 and {Inputs.Rows}.");
        var X = new Matrix(samples, Inputs.Columns);
        Inputs.Values[..(samples * Inputs.Columns)].CopyTo(X.Values);
        return new(X, Labels[..samples], Planted, _noise[..samples]);
    }

    /// <summary>‖β − β*‖²: how far the population squared error of β lies above that of β*, E⟨β − β*, x⟩².</summary>
    /// <exception cref="ArgumentException"><paramref name="β"/> has not d entries.</exception>
    public double ExcessError(ReadOnlySpan<double> β)
    {
        double[] difference = β.ToArray();
        Lanes.Axpy(-1, Planted, difference);
        return Lanes.Dot(difference, difference);
    }

    private static SparseRegression Of(Matrix X, int sparsity, double[] noise)
    {
        var planted = new double[X.Columns];
        planted.AsSpan(0, sparsity).Fill(1 / Math.Sqrt(sparsity));
        double[] y = MatrixVector.Multiply(X, planted);
        Lanes.Axpy(1, noise, y);
        return new(X, y, planted, noise);
    }
}
