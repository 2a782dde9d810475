using Verification.Implementation.Experiments;
using Verification.Implementation.RandomSystems.EluNetworks;
using Verification.Spec;

namespace Verification.Reproductions.RandomSystems;

/// <summary>What the figures about the ELU network have in common: m = D = 20, the grid of α, realizations, bands.
/// </summary>
internal static class EluRuns
{
    /// <summary>m = D, as on the slides.</summary>
    internal const int Size = 20;

    /// <summary>|B|, which the slides do not say.</summary>
    internal const int Batch = 10;

    /// <summary>n/(mD).</summary>
    internal static IReadOnlyList<double> Ratios { get; } = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2.5];

    /// <summary>As many as on the slides, and at the smoke tier fewer.</summary>
    internal static int Realizations(Tier tier) => tier == Tier.Smoke ? 2 : 20;

    /// <summary>The runs of a cell.</summary>
    internal static EluTrainingOutcome[] Of(ExperimentRunner runner, EluTrainingCell cell, Tier tier) =>
    [
        .. runner.Measure(new EluTrainingExperiment(), [cell], Realizations(tier)).Select(run => run.Outcome),
    ];

    /// <summary>A cell of the slides' size.</summary>
    internal static EluTrainingCell Cell(double ratio, double amplitude, double rate, bool isMean) =>
        new(Size, Size, (int)Math.Round(ratio * Size * Size), amplitude, rate, Batch, isMean, 0);

    /// <summary>Mean, and mean ± one standard deviation.</summary>
    internal static (double Mean, double Low, double High) Band(double[] values)
    {
        double mean = values.Sum() / values.Length;
        double deviation = Math.Sqrt(
            values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Length - 1));
        return (mean, mean - deviation, mean + deviation);
    }
}
