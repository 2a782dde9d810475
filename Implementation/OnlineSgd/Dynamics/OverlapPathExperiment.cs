using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.OnlineSgd.Proof;

namespace Verification.Implementation.OnlineSgd.Dynamics;

/// <summary>Cell of <see cref="OverlapPathExperiment"/>: squared loss, f = H_k/√k!.</summary>
/// <param name="Degree">k, from 1 to 8.</param>
/// <param name="Dimension">d ≥ 3.</param>
/// <param name="Step">η ≥ 0, finite.</param>
/// <param name="Start">m₀ within [−1, 1].</param>
/// <param name="Steps">How many steps, a multiple of the points, at least 1.</param>
/// <param name="Points">At how many equidistant times the path is kept, up to 1000.</param>
public sealed record OverlapPathCell(int Degree, int Dimension, double Step, double Start, long Steps, int Points);

/// <summary>A path of the overlap, m_t = m₀ + D_t + M_t + (what projecting took), with D_t = ηΣ_{s&lt;t} ḡ_s and M_t =
/// ηΣ_{s&lt;t}(g_s − ḡ_s), ḡ = km^(k−1)(1 − m²). All are
/// rounded to 9 digits.</summary>
/// <param name="Overlaps">m at the kept times, the start not among them.</param>
/// <param name="Drifts">D at these times.</param>
/// <param name="Martingales">M at these times.</param>
/// <param name="LargestMartingale">max |M_t| over all steps.</param>
/// <param name="LargestDeviation">max |m_t − m₀ − D_t| over all steps.</param>
public sealed record OverlapPathOutcome(
    double[] Overlaps,
    double[] Drifts,
    double[] Martingales,
    double LargestMartingale,
    double LargestDeviation);

/// <summary>Paths of projected SGD's overlap, split into drift, martingale and projection, by its chain.</summary>
/// <remarks>Sums of T numbers in the order of the steps err by γ_T of their absolute sum, below 10⁻⁹ of it at the
/// lengths that are used.</remarks>
public sealed class OverlapPathExperiment : Experiment<OverlapPathCell, OverlapPathOutcome>
{
    private const int Digits = 9;

    /// <inheritdoc/>
    public override string Id => "online-sgd/overlap-path";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override OverlapPathOutcome Run(
        OverlapPathCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        int stretches = Math.Max(1, cell.Points);
        if (cell.Degree is < 1 or > 8 || cell.Points is < 0 or > 1000 || cell.Steps < stretches
            || cell.Steps % stretches != 0)
            throw new ArgumentException(
                "k lies between 1 and 8, points between 0 and 1000, and steps are a multiple of them.", nameof(cell));
        var chain = new OverlapChain(
            HermiteSeries.Hermite(cell.Degree), SampleLoss.Squared, cell.Dimension, cell.Step, cell.Start, stream);
        double[] overlaps = new double[cell.Points], drifts = new double[cell.Points];
        double[] martingales = new double[cell.Points];
        (double drift, double martingale) = (0, 0);
        (double largestMartingale, double largestDeviation) = (0, 0);
        long every = cell.Steps / stretches;
        for (int point = 0; point < stretches; point++)
        {
            for (long t = 0; t < every; t++)
            {
                if (t % 65536 == 0)
                    cancellation.ThrowIfCancellationRequested();
                double mean = cell.Step * ForceVariance.Drift(cell.Degree, chain.Overlap);
                chain.Advance(out double gain);
                drift += mean;
                martingale += gain - mean;
                largestMartingale = Math.Max(largestMartingale, Math.Abs(martingale));
                largestDeviation = Math.Max(largestDeviation, Math.Abs(chain.Overlap - cell.Start - drift));
            }

            if (cell.Points > 0)
                (overlaps[point], drifts[point], martingales[point]) = (chain.Overlap, drift, martingale);
        }

        return new(
            Stored(overlaps), Stored(drifts), Stored(martingales), ShortDecimal.Nearest(largestMartingale, Digits),
            ShortDecimal.Nearest(largestDeviation, Digits));
    }

    private static double[] Stored(double[] path) => ShortDecimal.Nearest(path, Digits);
}
