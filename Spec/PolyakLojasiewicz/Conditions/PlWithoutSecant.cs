using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.PolyakLojasiewicz.Conditions;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditions;

// PL and the error bound do not give the restricted secant inequality: L = ½(y − φ(x))² with a smooth ridge φ has
// ½|∇L|² = (1 + φ′²)L, but below the ridge the gradient can point away from the nearest solution. This separates RSI
// from EB and PL, which functions of one variable with one minimizer cannot.

/// <summary>The Polyak–Łojasiewicz condition without the restricted secant inequality.</summary>
public sealed record PlWithoutSecant : Claim<RidgeCell, RidgeOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/pl-without-secant",
        Title = "PL does not imply the restricted secant inequality",
        Kind = ClaimKind.Counterexample,
        Source = OverparameterizedLandscapesTalk.At(
            "Aside:", OverparameterizedLandscapesTalk.KarimiNutiniSchmidt + ", Theorem 2"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            L(x,y)=\frac{1}{2}(y-x+2\sqrt{x^2+0.01})^2: \quad \frac{1}{2}\|\nabla L\|^2\ge L \text{ everywhere, but}
            \langle\nabla L(w),w-w_p\rangle<0 \text{ at } w=(0.2,-3)
            """),
        Hypotheses = ["w_p is the solution nearest to w"],
        Method =
            "All stationary points of the distance from w to the curve of solutions are isolated by interval Newton; "
            + "the nearest is certainly nearest, and the inner product there is enclosed.",
    };

    [Parameter("rise", "slope of the steep side of the ridge", Minimum = 0.01, Maximum = 100)]
    public double Rise { get; init; } = 3;

    [Parameter("fall", "slope of the gentle side of the ridge", Minimum = 0.01, Maximum = 100)]
    public double Fall { get; init; } = 1;

    [Parameter("secant", "claimed upper bound of the inner product over |w − w_p|²", Minimum = -100, Maximum = 100)]
    public double Secant { get; init; }

    [Parameter("polyak", "claimed constant c of ½|∇L|² ≥ cL", Minimum = 0, Maximum = 100)]
    public double Polyak { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("a ridge with slopes 3 and 0.2 (product below 1)", this with { Fall = 0.2 }, "secant"),
        new("inner product below −2|w − w_p|²", this with { Secant = -2 }, "secant"),
        new("½|∇L|² ≥ 1.001L", this with { Polyak = 1.001 }, "PL"),
    ];

    protected override Experiment<RidgeCell, RidgeOutcome> Experiment { get; } = new RidgeExperiment();

    protected override IReadOnlyList<RidgeCell> Cells => [new(Rise, Fall)];

    protected override Evidence Judge(Examination<RidgeCell, RidgeOutcome> examination)
    {
        return Evidence.All(
            examination
                .Given((_, o) => o.IsNearestCertain)
                .ForAllCertainly(
                    "the gradient points away from the nearest solution",
                    (_, o) => new Interval(o.SecantLower, o.SecantUpper) - Secant)
                .Named("secant"),
            examination
                .ForAll(
                    "½|∇L|² ≥ L",
                    (_, o) => Polyak - o.PolyakLower,
                    (_, _) => 1e-12,
                    "width of the search for the infimum of 1 + φ′²")
                .Named("PL"));
    }
}
