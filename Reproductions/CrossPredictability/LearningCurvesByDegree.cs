using System.Globalization;
using Verification.Implementation.CrossPredictability.Descent;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.CrossPredictability;

namespace Verification.Reproductions.CrossPredictability;

/// <summary>Accuracy against steps for monomials of several degrees.</summary>
public sealed class LearningCurvesByDegree : Figure
{
    private const int Variables = 20;

    private const double Rate = 0.125, Noise = 0.02;

    /// <inheritdoc/>
    public override string Id => "cross-predictability/learning-curves-by-degree";

    /// <inheritdoc/>
    public override string Title => "The more monomials of a degree there are, the worse its learning curve ends";

    /// <inheritdoc/>
    public override string Caption =>
        "Readout over all monomials of degree k, n = 20, square loss, γ = ⅛, σ = 0.02, from 0: the accuracy in closed "
            + "form. Degrees k and n − k have the same curve.";

    /// <inheritdoc/>
    public override Source Source => CrossPredictabilityTalk.At("Results");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["cross-predictability/monomial-descent", "cross-predictability/monomials-of-bounded-degree"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("steps", "steps T", Whole: true), new("accuracy", "accuracy P(sign W(X) = F(X))"))
        .By("degree", "degree k")
        .Curve("accuracy", "closed form")
        .HorizontalRule(0.5, "guessing");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        var table = new NumericTable("degree", "steps", "accuracy");
        foreach (int k in (int[])[1, 2, 3, 4, 6, 10])
        {
            double features = Rational.Binomial(Variables, k).Exactly();
            string name = k == Variables - k
                ? k.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{k} or {Variables - k}");
            for (int T = 1; T <= 40; T++)
                table.Add(name, (double)T, MonomialAccuracy.Of(features, Rate, Noise, T).Midpoint);
        }

        return table;
    }
}
