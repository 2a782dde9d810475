using Verification.Implementation.CrossPredictability.Descent;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.CrossPredictability;

namespace Verification.Reproductions.CrossPredictability;

/// <summary>Accuracy of a readout over monomials against the number of variables.</summary>
public sealed class AccuracyOfMonomials : Figure
{
    private static readonly int[] Sizes = [8, 12, 16, 24, 32, 48, 64, 96, 128, 256];

    /// <inheritdoc/>
    public override string Id => "cross-predictability/accuracy-of-monomials";

    /// <inheritdoc/>
    public override string Title => "With noise n⁻², degrees below 4 are learned, and so is degree n − 1";

    /// <inheritdoc/>
    public override string Caption =>
        "Readout over the C(n, k) monomials of degree k, square loss, γ = ½, ten steps, σ = n⁻²: the accuracy in "
            + "closed form. Degree 4 is critical, as C(n, 4)σ² tends to 1/24. The corollary asks for a bounded "
            + "degree.";

    /// <inheritdoc/>
    public override Source Source => CrossPredictabilityTalk.At("Results");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["cross-predictability/monomials-of-bounded-degree"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("n", "number of variables n", Logarithmic: true),
            new("accuracy", "accuracy P(sign W(X) = F(X))"))
        .By("degree", "degree k")
        .Line();

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("degree", "n", "accuracy");
        foreach (int n in Sizes)
        {
            foreach ((string name, int k) in
                ((string, int)[])
                [("3", 3), ("4", 4), ("5", 5), ("6", 6), ("n/2", n / 2), ("n − 1", n - 1)])
            {
                MonomialPhaseOutcome o = runner.MeasureOne(new MonomialPhaseExperiment(), new(n, k, 2, 10), 0).Outcome;
                table.Add(name, (double)n, o.Accuracy.Midpoint);
            }
        }

        return table;
    }
}
