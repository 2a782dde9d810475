using Verification.Implementation.Experiments;
using Verification.Implementation.RandomSystems.EluNetworks;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.RandomSystems;

namespace Verification.Reproductions.RandomSystems;

/// <summary>The trained network beside Hessian descent in the Gaussian system of matched covariance.</summary>
public sealed class EluTheory : Figure
{
    private const int Steps = 200;

    private static readonly double[] Ratios = [0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9];

    /// <inheritdoc/>
    public override string Id => "random-systems/elu-theory";

    /// <inheritdoc/>
    public override string Title => "The ELU network beside the Gaussian theory of matched covariance, a = 1, 2, 5";

    /// <inheritdoc/>
    public override string Caption =>
        "Points: mean of R_n over realizations (20, at the smoke tier 2) after 200 epochs, m = D = 20, batches of 10, "
            + "bars of one standard deviation; a = 1 with lr = 0.1 and summed batches, a = 2 and a = 5 with lr = 0.5 "
            + "and 0.1 and averaged ones. Dashed: u(1) of Hessian descent with ξ(q) = 1 + a²Σ_{k≥1}c_k²q^k, and with "
            + "the linear term minimized first. No theorem ties the points to the curves.";

    /// <inheritdoc/>
    public override Source Source => RandomSystemsTalk.At("Experiments vs Gaussian Theory");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
    [
        "random-systems/network-against-theory",
        "random-systems/matched-covariance",
        "random-systems/two-phase",
    ];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("ratio", "ratio α = n/(mD)"),
            new("mean", "training risk R_n", FromZero: true))
        .Panels("amplitude", "amplitude a", columns: 3, height: 300, numbers: true)
        .Line("network, mean of the realizations")
        .Interval("low", "high", "± one standard deviation")
        .CommonReference("descent", "Hessian descent")
        .CommonReference("two-phase", "in two phases");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable(
            "amplitude", "ratio", "realizations", "mean", "low", "high", "descent", "two-phase");
        foreach ((double amplitude, double rate, bool isMean) in
            ((double, double, bool)[])[(1, 0.1, false), (2, 0.5, true), (5, 0.1, true)])
        {
            foreach (double ratio in Ratios)
            {
                EluTrainingOutcome[] runs = EluRuns.Of(
                    runner, EluRuns.Cell(ratio, amplitude, rate, isMean).ForEpochs(200), tier);
                (double mean, double low, double high) = EluRuns.Band([.. runs.Select(run => run.Risk)]);
                var field = new DescentField(EluExpansion.Matched(amplitude), ratio);
                table.Add(
                    amplitude, ratio, runs.Length, mean, low, high,
                    ThresholdPath.RiskOf(ThresholdPath.LastRootOf(field, Steps)),
                    ThresholdPath.RiskOf(TwoPhaseExperiment.Ends(field, Steps, CancellationToken.None).Root.Midpoint));
            }
        }

        return table;
    }
}
