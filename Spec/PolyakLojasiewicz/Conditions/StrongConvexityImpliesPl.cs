using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Conditions;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditions;

// Minimizing both sides of strong convexity over y gives the same μ, and quadratics attain it along the weakest
// eigenvector.

/// <summary>Strong convexity implies the Polyak–Łojasiewicz condition with the same constant.</summary>
public sealed record StrongConvexityImpliesPl : Claim<StrongConvexityCell, StrongConvexityOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/strong-convexity-implies-pl",
        Title = "Strong convexity implies PL with the same constant, and no larger one",
        Kind = ClaimKind.Inequality,
        Source = OverparameterizedLandscapesTalk.At(
            "Polyak-Lojasiewicz (PL) condition", OverparameterizedLandscapesTalk.KarimiNutiniSchmidt),
        Quotations = [@"SC $\Rightarrow$ PL"],
        Statement = new(
            """
            L(y)\ge L(x)+\langle\nabla L(x),y-x\rangle+\frac{\mu}{2}\|y-x\|^2\ \forall x,y \Rightarrow
            \frac{1}{2}\|\nabla L(x)\|^2\ge\mu(L(x)-L(x^*))\ \forall x
            """),
        Hypotheses = ["L differentiable and μ-strongly convex, μ > 0"],
        Method =
            "Random quadratics in Haar's basis and random log-sum-exp functions plus ½μ‖x‖², at points near and far "
            + "from the minimum. For the latter L* comes from an approximate minimizer by strong "
            + "monotonicity, not from PL. Along the weakest eigenvector of a quadratic both sides have to agree: a "
            + "constant off by a thousandth is seen.",
    };

    [Parameter("d", "dimensions", Minimum = 1, Maximum = 20, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2, 5, 10];

    [Parameter("factor", "PL constant over the constant of strong convexity", Minimum = 0, Maximum = 100)]
    public double Factor { get; init; } = 1;

    [Parameter("greatest", "whether the greatest eigenvalue takes the place of μ")]
    public bool UsesGreatest { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("PL with 1.001μ", this with { Factor = 1.001 }, "PL"),
        new("PL with 0.999μ as the best constant", this with { Factor = 0.999 }, "attained"),
        new("PL with the greatest eigenvalue", this with { UsesGreatest = true }, "PL"),
    ];

    public override int Decisions => 2;

    protected override Experiment<StrongConvexityCell, StrongConvexityOutcome> Experiment { get; } =
        new StrongConvexityExperiment();

    protected override IReadOnlyList<StrongConvexityCell> Cells =>
        [
            .. from kind in Enum.GetValues<StrongConvexityKind>()
            from d in Dimensions
            select new StrongConvexityCell(kind, d),
        ];

    // One draw in eight lies along the weakest eigenvector of a quadratic.
    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.015);

    protected override Evidence Judge(Examination<StrongConvexityCell, StrongConvexityOutcome> examination) =>
        Evidence.All(
            examination.ForAll("½‖∇L‖² ≥ μ(L − L*)", (_, o) => Constant(o) - o.Ratio, (_, o) => o.Error, Derivation)
                .Named("PL"),
            examination
                .Given((_, o) => o.IsWeakest)
                .ForAll(
                    "equality along the weakest eigenvector",
                    (_, o) => Math.Abs(o.Ratio - Constant(o)),
                    (_, o) => o.Error,
                    Derivation)
                .Named("attained"));

    private const string Derivation = "rounding of value and gradient relative to μ(L − L*), and the error of L*";

    private double Constant(StrongConvexityOutcome o) => Factor * (UsesGreatest ? o.Condition : 1);
}
