using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Geometry;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.ImplicitBias;

namespace Verification.Reproductions.ImplicitBias;

/// <summary>How slowly gradient flow on separable data comes to the largest margin.</summary>
public sealed class MarginsInLogTime : Figure
{
    /// <inheritdoc/>
    public override string Id => "implicit-bias/margins-in-log-time";

    /// <inheritdoc/>
    public override string Title => "Margin and direction come to those of the hard-margin separator like 1/log t";

    /// <inheritdoc/>
    public override string Caption =>
        "Gradient flow of the logistic and of the exponential loss from a normal start, on one draw of 6 separable "
            + "normal examples in 3 dimensions each. Margin: 1 − min q/(γ‖w‖), γ the largest ℓ2 margin; direction: "
            + "‖w/‖w‖ − ŵ/‖ŵ‖‖. Bars: proven bounds of the error of the integration, left out where they reach 0. "
            + "Dashed: proportional to 1/log t through the last point.";

    /// <inheritdoc/>
    public override Source Source => ImplicitBiasTalk.At(
        "Effect of Optimization Geometry", "D. Soudry et al., arXiv:1710.10345, Theorem 3");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["implicit-bias/hard-margin-direction"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("logTime", "logarithm of the time, log(1 + t)", Logarithmic: true),
            new("gap", "distance to the limit", Logarithmic: true))
        .By("quantity", "quantity and loss")
        .Line("flow")
        .Interval("least", "greatest", "enclosure")
        .Reference("slope", "1/log t");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        int steps = tier == Tier.Smoke ? 320 : 1000;
        var table = new NumericTable("quantity", "logTime", "gap", "least", "greatest", "slope");
        foreach ((MarginLoss loss, string name) in
            ((MarginLoss, string)[])[(MarginLoss.Logistic, "logistic"), (MarginLoss.Exponential, "exponential")])
        {
            var cell = new MarginPathCell(
                Samples: 6, Dimension: 3, loss, LastLogTime: 300, Points: 25, StepsPerUnit: steps);
            MarginPathOutcome path = runner.Measure(new MarginPathExperiment(), [cell], 1)[0].Outcome;
            Add(table, $"margin, {name}", path, path.MarginGaps, path.MarginErrors);
            Add(table, $"direction, {name}", path, path.DirectionGaps, path.DirectionErrors);
        }

        return table;
    }

    private static void Add(NumericTable table, string name, MarginPathOutcome path, double[] gaps, double[] errors)
    {
        for (int i = 0; i < gaps.Length && path.IsFinished; i++)
        {
            double error = errors[i];
            // Logarithmic axes have no place for a bar that reaches 0.
            bool shown = error < 0.9 * gaps[i];
            if (gaps[i] > 0)
                table.Add(
                    name, path.LogTimes[i], gaps[i],
                    shown ? gaps[i] - error : gaps[i], shown ? gaps[i] + error : gaps[i],
                    gaps[^1] * path.LogTimes[^1] / path.LogTimes[i]);
        }
    }
}
