using System.Globalization;
using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.CrossPredictability;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.CrossPredictability;

/// <summary>How often SGD on the emulation network finds a random parity, against the number of samples.</summary>
public sealed class RecoveryBySamples : Figure
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/recovery-by-samples";

    /// <inheritdoc/>
    public override string Title => "SGD on the emulation network finds parities as often as any learner can";

    /// <inheritdoc/>
    public override string Caption =>
        "Share of runs whose output is the target at all 2ⁿ inputs, after T steps with one fresh sample each; the "
            + "target is a uniformly drawn parity of n coordinates. Bars: Clopper–Pearson intervals, 95 %. Dashed: "
            + "E[2^(r − n)], r the rank over GF(2) of T uniform samples, an exact rational number that no "
            + "learner exceeds.";

    /// <inheritdoc/>
    public override Source Source => CrossPredictabilityTalk.At("Results", "the network is ours");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["cross-predictability/recovery-probability", "cross-predictability/emulation-exactness"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("samples", "samples T", Whole: true),
            new("share", "probability of exact recovery", FromZero: true))
        .By("coordinates", "coordinates")
        .PointsAt("share", "SGD")
        .Interval("least", "greatest", "95 %")
        .Reference("theory", "E[2^(r − n)]");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        int trials = tier == Tier.Smoke ? 128 : 1024;
        int[] coordinates = tier == Tier.Smoke ? [2, 3, 4] : [2, 4, 6];
        var table = new NumericTable("coordinates", "samples", "share", "least", "greatest", "theory");
        foreach (int n in coordinates)
        {
            for (int T = 1; T <= n + 5; T++)
            {
                int found = runner
                    .Measure(new EmulationExperiment(), [new EmulationCell(n, T)], trials)
                    .Count(observation => observation.Outcome.IsTarget);
                table.Add(
                    string.Create(CultureInfo.InvariantCulture, $"n = {n}"),
                    T,
                    (double)found / trials,
                    ClopperPearson.Lower(found, trials, 0.025),
                    ClopperPearson.Upper(found, trials, 0.025),
                    BinaryRankLaw.Recovery(n, T).Rounded().Value);
            }
        }

        return table;
    }
}
