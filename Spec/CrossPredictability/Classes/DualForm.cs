using Verification.Implementation.CrossPredictability.Classes;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Classes;

// (E_X FF′)² is a mean over X and X′; exchanging the means gives the other form. Its terms X = X′ are 1, those of
// F = F′ too.

/// <summary>Cross-predictability with functions and inputs exchanged, and its bounds.</summary>
public sealed record DualForm : ClassClaim
{
    private const string Form = "dual form", Lower = "lower bound", Upper = "upper bound";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/dual-form",
        Title = "CP = E_{X,X′}(E_F F(X)F(X′))², between the largest collision probability and 1",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At("Results"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \mathbb{E}_{F,F'}(\mathbb{E}_XF(X)F'(X))^2=\mathbb{E}_{X,X'}(\mathbb{E}_FF(X)F(X'))^2;
            \max(\sum_xP(x)^2,\sum_fP(f)^2)\le\mathrm{CP}\le 1
            """),
        Hypotheses = ["X, X′, F, F′ independent, X ~ X′, F ~ F′"],
        Method =
            "Both forms and both collision probabilities in integer arithmetic over many classes, uniform and "
            + "biased. All parities attain the lower bound, one function the upper one.",
    };

    [Parameter("diagonal", "whether the dual form has the terms X = X′")]
    public bool HasDiagonal { get; init; } = true;

    [Parameter("factor", "what the lower bound is multiplied with", Minimum = 0.1, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("upper", "upper bound", Minimum = 0, Maximum = 10)]
    public double UpperBound { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the dual form over X ≠ X′", this with { HasDiagonal = false }, Form),
        new("1.01 times the collision probability", this with { Factor = 1.01 }, Lower),
        new("at most 0.99", this with { UpperBound = 0.99 }, Upper),
    ];

    protected override Evidence Judge(Examination<ClassCell, ClassOutcome> examination) => Evidence.All(
    [
        examination.ForAll(
            "distance of both forms",
            (cell, o) => Math.Abs((o.CrossPredictability - o.Dual + Left(cell)).Rounded().Value),
            (_, _) => 0,
            "none: rational numbers").Named(Form),
        examination.ForAll(
            "collision probability less CP",
            (_, o) => (Rational.Of(Factor) * Rational.Of(o.Collision) - o.CrossPredictability).Rounded().Value,
            (_, _) => 0,
            "none: rational numbers; the probability is rounded down").Named(Lower),
        examination.ForAll(
            "CP less its upper bound",
            (_, o) => (o.CrossPredictability - Rational.Of(UpperBound)).Rounded().Value,
            (_, _) => 0,
            "none: rational numbers, of which the sign is exact").Named(Upper),
    ]);

    // What is left out without the diagonal, where E_F F(X)F(X) = 1: the probability of X = X′.
    private Rational Left(ClassCell cell) => HasDiagonal
        ? Rational.Zero
        : Rational.Power(new(cell.Plus * cell.Plus + 1, (cell.Plus + 1) * (cell.Plus + 1)), cell.Variables);
}
