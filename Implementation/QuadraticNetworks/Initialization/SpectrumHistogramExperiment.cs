using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Initialization;

/// <summary>Sizes of <see cref="SpectrumHistogramExperiment"/>.</summary>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Aspect">m/d ≥ 2.</param>
/// <param name="Bins">Number of bins, at equal steps of the angle of <see cref="MarchenkoPasturLaw.At"/>.</param>
public sealed record SpectrumHistogramCell(int Dimension, int Aspect, int Bins);

/// <summary>The spectrum of one Gaussian W*ᵀW*.</summary>
/// <param name="Counts">Eigenvalues in each bin; those outside the limiting support are counted in none.</param>
public sealed record SpectrumHistogramOutcome(int[] Counts);

/// <summary>Histograms of (λ − m)/√(md) over the support of the law of Marchenko and Pastur.</summary>
public sealed class SpectrumHistogramExperiment : Experiment<SpectrumHistogramCell, SpectrumHistogramOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/spectrum-histogram";

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A size is out of range.</exception>
    public override SpectrumHistogramOutcome Run(
        SpectrumHistogramCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension < 1 || cell.Aspect < 2 || cell.Bins < 1)
            throw new ArgumentException(
                $"Sizes are d ≥ 1, m/d ≥ 2 and at least one bin; {cell} is out of range.", nameof(cell));
        double m = (double)cell.Aspect * cell.Dimension;
        BidiagonalGram T = Wishart.DrawTridiagonal(stream, m, cell.Dimension);
        (double[] edges, _) = new MarchenkoPasturLaw(1.0 / cell.Aspect).Grid(cell.Bins);
        for (int k = 0; k < edges.Length; k++)
            edges[k] = m + Math.Sqrt(m * cell.Dimension) * edges[k];
        var below = new int[edges.Length];
        T.CountBelow(edges, below);
        return new([.. below.Skip(1).Zip(below, (right, left) => right - left)]);
    }
}
