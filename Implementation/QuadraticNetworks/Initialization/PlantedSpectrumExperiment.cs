using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Initialization;

/// <summary>Sizes of <see cref="PlantedSpectrumExperiment"/>.</summary>
/// <param name="Weights">Law of the entries of W*, of variance 1.</param>
/// <param name="Dimension">d ≥ 2; at most 256 unless the weights are Gaussian.</param>
/// <param name="Width">m, d/m at most 0.9.</param>
/// <param name="Scaling">By what eigenvalues of W*ᵀW* − mI are divided.</param>
/// <param name="Uniform">Whether the reference is the uniform law on [−2, 2] instead of the semicircle.</param>
public sealed record PlantedSpectrumCell(
    CoordinateLaw Weights, int Dimension, int Width, SpectrumScaling Scaling, bool Uniform);

/// <summary>The spectrum of one W*ᵀW* − mI, scaled. Distances of distribution functions are enclosed, as they are
/// evaluated on a grid.</summary>
/// <param name="ReferenceLower">Lower end for the largest difference from the semicircle law, or the uniform
/// one.</param>
/// <param name="ReferenceUpper">Upper end of it.</param>
/// <param name="MarchenkoPasturLower">Lower end for the largest difference from the law of Marchenko and Pastur at
/// d/m.</param>
/// <param name="MarchenkoPasturUpper">Upper end of it.</param>
/// <param name="Least">Least scaled eigenvalue.</param>
/// <param name="Largest">Largest scaled eigenvalue.</param>
public sealed record PlantedSpectrumOutcome(
    double ReferenceLower,
    double ReferenceUpper,
    double MarchenkoPasturLower,
    double MarchenkoPasturUpper,
    double Least,
    double Largest);

/// <summary>How far the spectrum of W*ᵀW* lies from its limits.</summary>
/// <remarks>
/// Source: Kızıldağ (2020), heading "Proper Initialization", (c). Gaussian weights: eigenvalues of the tridiagonal form
/// are counted on a grid, O(d) each, after O(d) draws. Other laws: W* itself, O(md²).
/// </remarks>
public sealed class PlantedSpectrumExperiment : Experiment<PlantedSpectrumCell, PlantedSpectrumOutcome>
{
    private const int LargestDenseDimension = 256;

    // Half a gigabyte of planted weights.
    private const long MostWeights = 1L << 26;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/planted-spectrum";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 4;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A size is out of range, the weights do not have variance 1, or there are
    /// more than 2²⁶ of them to draw one by one.</exception>
    public override PlantedSpectrumOutcome Run(
        PlantedSpectrumCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        bool gaussian = cell.Weights == CoordinateLaw.Gaussian;
        if (d < 2 || d > 0.9 * cell.Width || (!gaussian && d > LargestDenseDimension))
            throw new ArgumentException(
                $"Sizes are 2 ≤ d ≤ 0.9·m, and d ≤ {LargestDenseDimension} unless weights are Gaussian; {cell} is out "
                    + "of range.",
                nameof(cell));
        if (cell.Weights.SecondMoment != 1)
            throw new ArgumentException(
                $"Planted weights have variance 1; the {cell.Weights} law has {cell.Weights.SecondMoment}.",
                nameof(cell));
        if (!gaussian && (long)cell.Width * d > MostWeights)
            throw new ArgumentException(
                $"At most {MostWeights} weights are drawn one by one, not m·d = {(long)cell.Width * d}.", nameof(cell));
        double m = cell.Width;
        double scale = cell.Scaling switch
        {
            SpectrumScaling.GeometricMean => Math.Sqrt(m * d),
            SpectrumScaling.RootWidth => Math.Sqrt(m),
            _ => m,
        };
        (EigenvalueCounter counter, double least, double largest) = gaussian
            ? Tridiagonal(cell, stream)
            : Dense(cell, stream);

        // Two steps of the grid an eigenvalue: the enclosure is at most 1/d wide, a step of the empirical distribution
        // function. Where all eigenvalues are known counting costs nothing, and sixteen steps narrow it to about
        // 1/(8d).
        int steps = gaussian ? 2 * d : 16 * d;
        (double[] points, double[] probabilities) = new MarchenkoPasturLaw((double)d / cell.Width).Grid(steps);
        (double lower, double upper) marchenkoPastur = Distance(counter, points, probabilities, m, scale);
        (points, probabilities) = new MarchenkoPasturLaw(0).Grid(steps);
        for (int k = 0; k <= steps && cell.Uniform; k++)
            probabilities[k] = (points[k] + 2) / 4;
        (double lower, double upper) reference = Distance(counter, points, probabilities, m, scale);
        return new(
            reference.lower,
            reference.upper,
            marchenkoPastur.lower,
            marchenkoPastur.upper,
            (least - m) / scale,
            (largest - m) / scale);
    }

    private delegate void EigenvalueCounter(ReadOnlySpan<double> points, Span<int> counts);

    private static (EigenvalueCounter Counter, double Least, double Largest) Tridiagonal(
        PlantedSpectrumCell cell, RandomStream stream)
    {
        BidiagonalGram T = Wishart.DrawTridiagonal(stream, cell.Width, cell.Dimension);
        return (T.CountBelow, T.LeastEigenvalue(1e-9).Lower, T.LargestEigenvalue(1e-9).Upper);
    }

    private static (EigenvalueCounter Counter, double Least, double Largest) Dense(
        PlantedSpectrumCell cell, RandomStream stream)
    {
        var W = new Matrix(cell.Width, cell.Dimension);
        cell.Weights.Fill(stream, W.Values);
        double[] λ = SymmetricEigen.Of(Gram.Of(W)).Values;
        return (Count, λ[0], λ[^1]);

        void Count(ReadOnlySpan<double> points, Span<int> counts)
        {
            for (int k = 0; k < points.Length; k++)
            {
                int place = Array.BinarySearch(λ, points[k]);
                counts[k] = place >= 0 ? place : ~place;
            }
        }
    }

    // Both distribution functions rise, so that between two points of the grid their difference is at most the rise of
    // one against the other end.
    private static (double Lower, double Upper) Distance(
        EigenvalueCounter counter,
        ReadOnlySpan<double> points,
        ReadOnlySpan<double> probabilities,
        double m,
        double scale)
    {
        var thresholds = new double[points.Length];
        for (int k = 0; k < thresholds.Length; k++)
            thresholds[k] = m + scale * points[k];
        var counts = new int[points.Length];
        counter(thresholds, counts);
        double d = Total(counter);
        double lower = 0;
        double upper = Math.Max(counts[0] / d, 1 - counts[^1] / d);
        for (int k = 0; k < points.Length; k++)
        {
            double f = counts[k] / d;
            lower = Math.Max(lower, Math.Abs(f - probabilities[k]));
            if (k > 0)
                upper = Math.Max(upper, Math.Max(f - probabilities[k - 1], probabilities[k] - counts[k - 1] / d));
        }

        return (lower, Math.Max(lower, upper));
    }

    private static double Total(EigenvalueCounter counter)
    {
        Span<int> all = stackalloc int[1];
        counter([1e200], all);
        return all[0];
    }
}
