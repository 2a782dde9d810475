using Verification.Implementation.CrossPredictability.Classes;
using Verification.Implementation.CrossPredictability.Proof;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Proof;

// E_{D_S}∇ − E_{D_⋆}∇ = E_X χ_S δ with δ = (∇_+ − ∇_−)/2: Parseval over all S gives E_S of its square, and E_S χ_S = 1
// at the point of ones and 0 elsewhere gives its mean.

/// <summary>The variance of the gradient over parities.</summary>
public sealed record ParityGradientVariance : GradientClaim
{
    private const string Moment = "second moment", Variance = "variance", Degree = "one degree";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/parity-gradient-variance",
        Title = "Over all parities the gradient has the variance E‖δ‖²/2^n − ‖δ(1, …, 1)‖²/4^n",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At("Results", CrossPredictabilityTalk.ParityPaper),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \delta=(\nabla_+-\nabla_-)/2:\
            \mathbb{E}_S\|\mathbb{E}_{D_S}\nabla-\mathbb{E}_{D_\star}\nabla\|^2=2^{-n}\,\mathbb{E}_X\|\delta\|^2;
            \mathrm{Var}_S\,\mathbb{E}_{D_S}\nabla=2^{-n}\,\mathbb{E}_X\|\delta\|^2-4^{-n}\|\delta(1,\dots,1)\|^2;
            |S|=k:\ \mathbb{E}_S\|\mathbb{E}_{D_S}\nabla-\mathbb{E}_{D_\star}\nabla\|^2
            \le\mathbb{E}_X\|\delta\|^2/C(n,k)
            """),
        Hypotheses = ["uniform inputs", "S over all subsets, the empty one included; over those of size k"],
        Method =
            "Random networks with integer weights, three losses, all parities, in rational arithmetic. The talk "
            + "names the paper; CP^(1/2) stands where its chain of inequalities has CP^(1/4).",
    };

    [Parameter("factor", "what the right sides are multiplied with", Minimum = 0.1, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("mean", "what ‖δ(1, …, 1)‖²/4^n is multiplied with", Minimum = 0, Maximum = 10)]
    public double Mean { get; init; } = 1;

    [Parameter("degree-factor", "what the bound for one degree is multiplied with", Minimum = 0.1, Maximum = 10)]
    public double DegreeFactor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("0.99/2^n", this with { Factor = 0.99 }, Moment),
        new("variance without the square of the mean", this with { Mean = 0 }, Variance),
        new("variance with twice the square of the mean", this with { Mean = 2 }, Variance),
        new("degree k: 0.99/C(n, k)", this with { DegreeFactor = 0.99 }, Degree),
    ];

    public override int Decisions => 3;

    protected override IReadOnlyList<GradientCell> Cells =>
        [.. base.Cells, new(FunctionFamily.Monomials, 1, 1, 0, NetworkLoss.Square)];

    protected override Evidence Judge(Examination<GradientCell, GradientOutcome> examination)
    {
        var parities = examination.Where(cell => cell.Family == FunctionFamily.Parities);
        return Evidence.All(
        [
            parities.ForAll(
                "distance of the second moment from E‖δ‖²/2^n, largest over the edges",
                (_, o) => Largest(o, e => Difference(o, e) - Whole(Factor) * Delta(o, e) / Whole(o.Points)),
                (_, _) => 0,
                "none: rational numbers").Named(Moment),
            parities.ForAll(
                "distance of the variance, largest over the edges",
                (_, o) => Largest(o, e => Difference(o, e) - Squared(MeanDifference(o, e))
                    - Whole(Factor) * Delta(o, e) / Whole(o.Points)
                    + Whole(Mean) * Whole(o.AtOnes[e]) / (4 * Whole(o.Points) * Whole(o.Points))),
                (_, _) => 0,
                "none: rational numbers").Named(Variance),
            examination.Where(cell => cell.Family == FunctionFamily.Monomials).ForAll(
                "second moment less its bound for one degree, largest over the edges",
                (_, o) => Enumerable.Range(0, o.Junk.Length).Max(e => (Difference(o, e)
                    - Whole(DegreeFactor) * Delta(o, e) / Whole(o.FunctionWeight)).Rounded().Value),
                (_, _) => 0,
                "none: rational numbers, of which the sign is exact").Named(Degree),
        ]);
    }

    private static Rational Delta(GradientOutcome o, int e) => Whole(o.HalfDifference[e]) / (4 * Whole(o.Points));

    private static Rational MeanDifference(GradientOutcome o, int e) =>
        Whole(o.MeanDifference[e]) / (2 * Whole(o.Points) * Whole(o.FunctionWeight));

    private static Rational Squared(Rational value) => value * value;
}
