using System.Globalization;
using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.OnlineSgd;

namespace Verification.Reproductions.OnlineSgd;

/// <summary>How many paths leave the equator at k = 2, against the step.</summary>
public sealed class CriticalStep : Figure
{
    private static readonly int[] Dimensions = [64, 256, 1024];

    private static readonly double[] Deltas = [0.2, 0.25, 0.28, 0.3, 0.32, 0.34, 0.36, 0.38, 0.4, 0.44, 0.5];

    /// <inheritdoc/>
    public override string Id => "online-sgd/critical-step";

    /// <inheritdoc/>
    public override string Title => "Beyond a critical step the overlap stays at the equator";

    /// <inheritdoc/>
    public override string Caption =>
        "Share of the paths of online SGD with k = 2 and η = δ/d that reach |m| = ½ within 10·d·log₂ d steps, from "
            + "m = 1/√d. Projecting back on the sphere takes 6δ·ηm a step where the drift brings 2·ηm: beyond δ = 1/3 "
            + "the equator attracts, the sooner the larger d is.";

    /// <inheritdoc/>
    public override Source Source =>
        OnlineSgdLecture.At("Proof of the theorem; derived here", "arXiv:2305.18502");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["online-sgd/critical-step-of-degree-two"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("delta", "scaled step δ = ηd"), new("share", "share of paths that reach |m| = ½", FromZero: true))
        .By("d", "dimension d")
        .Line("share of the paths")
        .VerticalRule(1.0 / 3, "critical step δ = 1/3");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("d", "delta", "paths", "share");
        int paths = StepsAgainstDimension.Paths(tier);
        foreach (int d in Dimensions)
        {
            foreach (double δ in Deltas)
            {
                var cell = new HittingTimeCell(
                    2, SampleLoss.Squared, d, PredictedTime.Step(2, d, δ), 1 / Math.Sqrt(d), 0.5, Either: true,
                    10L * d * Math.ILogB(d));
                int reached = runner.Measure(new HittingTimeExperiment(), [cell], paths)
                    .Count(path => path.Outcome.Reached);
                table.Add(d.ToString(CultureInfo.InvariantCulture), δ, paths, (double)reached / paths);
            }
        }

        return table;
    }
}
