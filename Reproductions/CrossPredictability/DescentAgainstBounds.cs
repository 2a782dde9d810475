using Verification.Implementation.CrossPredictability.Descent;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.CrossPredictability;

namespace Verification.Reproductions.CrossPredictability;

/// <summary>Accuracy of noisy gradient descent on parities, against the bounds of the proof.</summary>
public sealed class DescentAgainstBounds : Figure
{
    private const double Rate = 1, Noise = 0.5;

    private const int Width = 2, Steps = 2;

    /// <inheritdoc/>
    public override string Id => "cross-predictability/descent-against-bounds";

    /// <inheritdoc/>
    public override string Title =>
        "Noisy gradient descent stays at ½ on random parities; the bounds come down to it late";

    /// <inheritdoc/>
    public override string Caption =>
        "Two ReLUs, γ = 1, σ = ½, two steps with exact population gradients of the logistic loss, averaged over draws "
            + "of the parity, the start and the noise. Bounds for all parities: with CP^(1/4) as in the theorem, "
            + "constant 1/2σ, and with CP^(1/2), by Parseval. A bound above 1 says nothing. Coordinates, of CP = 1/n, "
            + "are learned.";

    /// <inheritdoc/>
    public override Source Source => CrossPredictabilityTalk.At("Results");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["cross-predictability/random-parity-descent", "cross-predictability/junk-flow"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("n", "number of variables n", Whole: true), new("accuracy", "mean accuracy, or its bound"))
        .By("curve", "mean accuracy or bound")
        .Line();

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        int trials = tier == Tier.Smoke ? 256 : 2048;
        var table = new NumericTable("curve", "n", "accuracy");
        for (int n = 4; n <= 14; n += 2)
        {
            NoisyDescentOutcome[] parities = Outcomes(n, -1);
            double points = 1 << n;
            double start = 0.5 + 0.5 / points;
            double flow = parities.Average(o => o.Flow) / (2 * Noise);
            double half = parities.Average(o => o.HalfFlow) / (2 * Noise);
            table.Add("random parity", (double)n, parities.Average(o => o.Accuracy));
            table.Add("coordinate", (double)n, Outcomes(n, 1).Average(o => o.Accuracy));
            table.Add("bound with CP^(1/4)", (double)n, start + flow / Math.Sqrt(Math.Sqrt(points)));
            table.Add("bound with CP^(1/2)", (double)n, start + half / Math.Sqrt(points));
        }

        return table;

        NoisyDescentOutcome[] Outcomes(int n, int degree) =>
        [
            .. runner
                .Measure(new NoisyDescentExperiment(), [new(n, degree, Width, Rate, Noise, Steps)], trials)
                .Select(trial => trial.Outcome),
        ];
    }
}
