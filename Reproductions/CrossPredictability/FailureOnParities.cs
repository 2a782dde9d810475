using System.Globalization;
using Verification.Implementation.CrossPredictability.Descent;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.CrossPredictability;

namespace Verification.Reproductions.CrossPredictability;

/// <summary>SGD with batches on the parity of half of the coordinates, for several dimensions.</summary>
public sealed class FailureOnParities : Figure
{
    private const int Batch = 128;

    private const double Rate = 0.01;

    /// <inheritdoc/>
    public override string Id => "cross-predictability/failure-on-parities";

    /// <inheritdoc/>
    public override string Title => "SGD with batches finds parities of few coordinates and stays at ½ for more";

    /// <inheritdoc/>
    public override string Caption =>
        "Parity of the first ⌊d/2⌋ of d coordinates, a hidden layer of 10d ReLUs, hinge loss, batches of 128 fresh "
            + "samples, γ = 0.01: the accuracy of one run each, over all inputs up to d = 10 and 1024 inputs beyond.";

    /// <inheritdoc/>
    public override Source Source =>
        CrossPredictabilityTalk.At("Results", "S. Shalev-Shwartz, O. Shamir, S. Shammah, arXiv:1703.07950, Figure 1");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["cross-predictability/parity-gradient-variance"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("steps", "steps", Whole: true), new("accuracy", "accuracy P(sign W(X) = F(X))"))
        .By("dimension", "dimension d")
        .Curve("accuracy", "one run")
        .HorizontalRule(0.5, "guessing");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        (int[] dimensions, int every, int looks) = tier == Tier.Smoke
            ? ([5, 8, 15], 100, 15)
            : ((int[])[5, 10, 20, 30], 200, 40);
        var table = new NumericTable("dimension", "steps", "accuracy");
        foreach (int d in dimensions)
        {
            double[] curve = runner
                .Measure(
                    new BatchCurveExperiment(), [new(d, d / 2, 10 * d, Rate, Batch, every, looks)], trials: 1)[0]
                .Outcome.Accuracies;
            for (int look = 0; look <= looks; look++)
                table.Add(d.ToString(CultureInfo.InvariantCulture), (double)(look * every), curve[look]);
        }

        return table;
    }
}
