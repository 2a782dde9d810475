using System.Globalization;
using Verification.Implementation.CrossPredictability.Descent;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.CrossPredictability;

namespace Verification.Reproductions.CrossPredictability;

/// <summary>Accuracy of a plain network against steps for monomials of several degrees.</summary>
public sealed class NetworkCurvesByDegree : Figure
{
    private const int Variables = 10, Width = 64, Every = 25;

    private const double Rate = 0.1;

    /// <inheritdoc/>
    public override string Id => "cross-predictability/network-curves-by-degree";

    /// <inheritdoc/>
    public override string Title => "A plain network finds low degrees, and the full parity before the middle ones";

    /// <inheritdoc/>
    public override string Caption =>
        "Gradient descent on the population hinge loss of a monomial of degree k, n = 10, 64 ReLUs from random signs, "
            + "γ = 0.1, no noise: the mean accuracy over the starts. Degree n is easier than degree n/2 from this "
            + "start.";

    /// <inheritdoc/>
    public override Source Source => CrossPredictabilityTalk.At("Results", "derived here; arXiv:2412.04910");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["cross-predictability/order-of-degrees"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("steps", "steps T", Whole: true), new("accuracy", "accuracy P(sign W(X) = F(X))"))
        .By("degree", "degree k")
        .Curve("accuracy", "mean over the starts")
        .HorizontalRule(0.5, "guessing");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        (int starts, int looks) = tier == Tier.Smoke ? (2, 24) : (16, 48);
        var table = new NumericTable("degree", "steps", "accuracy");
        foreach (int k in (int[])[1, 2, 3, 5, 8, 10])
        {
            double[][] curves =
            [
                .. runner
                    .Measure(
                        new NetworkCurveExperiment(), [new(Variables, k, Width, Rate, Every, looks)], starts)
                    .Select(observation => observation.Outcome.Accuracies),
            ];
            for (int look = 0; look <= looks; look++)
                table.Add(
                    k.ToString(CultureInfo.InvariantCulture), (double)(look * Every),
                    curves.Sum(curve => curve[look]) / starts);
        }

        return table;
    }
}
