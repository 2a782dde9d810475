using MyPaper.Implementation;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace MyPaper.Spec;

// "D(P‖Q) ≤ ln(1 + χ²(P‖Q))". The logarithm is concave, so that the mean of ln(P/Q) under P is at most the logarithm of
// the mean of P/Q, which is 1 + χ². The two are equal where P/Q is constant under P: at p = 0 and p = 1.

/// <summary>The divergence of two coins below their χ².</summary>
public sealed record DivergenceBelowChiSquare : Claim<CoinPair, Divergence>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "my-paper/divergence-below-chi-square",
        Title = "The divergence of two coins is at most ln(1 + χ²)",
        Kind = ClaimKind.Inequality,
        Source = MyPaperClaims.At("1. Divergences"),
        Quotations = ["$D(P\\|Q) \\le \\ln(1 + \\chi^2(P\\|Q))$ by Jensen's inequality."],
        Statement = new(@"D(P\|Q)\le\ln\bigl(1+\chi^2(P\|Q)\bigr),\qquad\chi^2(P\|Q)=\frac{(p-q)^2}{q(1-q)}"),
        Hypotheses = ["two coins with 0 ≤ p ≤ 1 and 0 < q < 1, natural logarithms"],
        Method = "Both sides are enclosed for all pairs of multiples of 1/n.",
    };

    [Parameter("n", "the probabilities are multiples of 1/n", Minimum = 2, Maximum = 100, Size = true)]
    public int Grid { get; init; } = 12;

    [Parameter("inner", "the factor of χ²", Minimum = 0, Maximum = 10)]
    public double Inner { get; init; } = 1;

    [Parameter("outer", "the factor of the logarithm", Minimum = 0, Maximum = 10)]
    public double Outer { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("one percent less of χ²", this with { Inner = 0.99 }),
        new("one percent less of the logarithm", this with { Outer = 0.99 }),
    ];

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Grid = 30 };

    protected override Experiment<CoinPair, Divergence> Experiment { get; } = new DivergenceExperiment();

    protected override IReadOnlyList<CoinPair> Cells => CoinPair.All(Grid);

    protected override Evidence Judge(Examination<CoinPair, Divergence> examination) => examination.ForAllEnclosed(
        "the divergence is at most the logarithm",
        (pair, outcome) => outcome.Enclosed()
            - Outer * IntervalFunctions.Log(1 + Inner * (pair.SquaredDifference() / pair.Variance())));
}
