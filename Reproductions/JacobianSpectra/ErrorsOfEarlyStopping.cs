using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Corruption;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.JacobianSpectra;

namespace Verification.Reproductions.JacobianSpectra;

/// <summary>Errors on clean labels against the corrupted share, stopped early and at the end.</summary>
public sealed class ErrorsOfEarlyStopping : Figure
{
    private const int Clusters = 6, Size = 10, Classes = 3;

    private static readonly double[] Shares = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7];

    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/errors-of-early-stopping";

    /// <inheritdoc/>
    public override string Title =>
        "Stopped early, a network forgets corrupted labels as long as each cluster keeps a leader";

    /// <inheritdoc/>
    public override string Caption =>
        "Share of training inputs that do not get their clean label, mean over draws, against the share of corrupted "
            + "labels. Six clusters of ten, three classes, another random label; softplus, k = 64, d = 16, ε₀ = 0.4. "
            + "Early: after 40 steps of 1/λ_max(JJᵀ); end: after 4000. The same share of each cluster, or all "
            + "corrupted "
            + "labels in one: the share of all labels is then a sixth of that of the cluster.";

    /// <inheritdoc/>
    public override Source Source =>
        JacobianSpectraTalk.At("Experiment II-Early stopping and robustness", JacobianSpectraTalk.RobustnessPaper);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["jacobian-spectra/early-stopping-robustness", "jacobian-spectra/plurality-decides"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("share", "corrupted share of all labels", FromZero: true),
            new("error", "error on clean labels", FromZero: true))
        .By("training", "training")
        .Line("mean");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        int draws = tier == Tier.Smoke ? 4 : 16;
        var table = new NumericTable("training", "share", "error");
        foreach (CorruptionPlacement placement in
            (CorruptionPlacement[])[CorruptionPlacement.EachCluster, CorruptionPlacement.OneCluster])
        {
            bool each = placement == CorruptionPlacement.EachCluster;
            double[] shares = each ? Shares : [0, 0.3, 0.6, 0.9];
            MemorizationOutcome[][] outcomes =
            [
                .. shares.Select(share => runner
                    .Measure(new MemorizationExperiment(), [Cell(placement, share)], draws)
                    .Select(observation => observation.Outcome).ToArray()),
            ];
            foreach (bool early in (bool[])[true, false])
            {
                string name = (early ? "early, " : "end, ") + (each ? "each cluster" : "one cluster");
                for (int i = 0; i < shares.Length; i++)
                {
                    table.Add(
                        name,
                        each ? shares[i] : shares[i] / Clusters,
                        outcomes[i].Average(outcome => early ? outcome.Early : outcome.Late));
                }
            }
        }

        return table;
    }

    private static MemorizationCell Cell(CorruptionPlacement placement, double share) =>
        new(Clusters, Size, Classes, Dimension: 16, Width: 64, Spread: 0.4, placement, share, Early: 40, Late: 4000);
}
