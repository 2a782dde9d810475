using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditions;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditions;

// Weak strong convexity, restricted secant, error bound, PL, quadratic growth (Karimi–Nutini–Schmidt, Theorem 2). Each
// line of Judge has its proof beside it. WSC(μ) ⇒ RSI(μ) is sharper than the usual μ/2: WSC(μ) ⇒ PL(μ) ⇒ QG(μ), and
// ⟨∇L, x − x_p⟩ ≥ (L − L*) + ½μd² ≥ μd². In one dimension RSI and EB have the same constant (f′x = |f′||x| where f′x >
// 0), so that the arrow between them says nothing there; in the plane the gradient can turn away from x − x_p.

/// <summary>The chain of conditions for linear rates, with constants.</summary>
public sealed record ConditionChain : Claim<LandscapeCell, LandscapeOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/condition-chain",
        Title =
            "Strong convexity ⇒ weak strong convexity ⇒ restricted secant ⇒ error bound ⇔ PL ⇒ quadratic growth, with "
            + "constants",
        Kind = ClaimKind.Inequality,
        Source = OverparameterizedLandscapesTalk.At(
            "Aside:", OverparameterizedLandscapesTalk.KarimiNutiniSchmidt + ", Theorem 2"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            SC(\mu)\Rightarrow WSC(\mu)\Rightarrow RSI(\mu)\Rightarrow EB(\mu)\Rightarrow PL(\mu^2/\beta),
            WSC(\mu)\Rightarrow PL(\mu)\Rightarrow EB(\mu), \ PL(\mu)\Rightarrow QG(\mu), \ RSI(\mu)\Rightarrow QG(\mu)
            """),
        Hypotheses =
        [
            "L is β-smooth",
            "x* in every condition is x_p, the minimizer nearest to x; here it is the only one, 0",
        ],
        Method =
            "The best constant of each condition is an infimum, enclosed by branch and bound, each by its own "
            + "definition: over the whole line for x² + a·sin²x at heights from 0 (where all constants "
            + "agree) to 4.6 and for ½|x| with a smooth bottom, over the whole plane for the quadratic form with "
            + "eigenvalues 0.6 and 1.4 whose axes turn by κ·ln r. Each implication is checked "
            + "between best constants wherever the premise certainly holds; a constant one percent larger is seen in "
            + "each. In one dimension restricted secant and error bound coincide; on the "
            + "spiral all six constants differ.",
    };

    [Parameter("ripple", "heights a of the ripple", Minimum = 0, Maximum = 100, Size = true)]
    public Choices<double> Ripples { get; init; } = [0, 0.25, 0.5, 1, 1.5, 2, 3, 4, 4.5, 4.6];

    [Parameter("bottom", "half-widths of the smooth bottom of ½|x|", Minimum = 0.001, Maximum = 0.999, Size = true)]
    public Choices<double> HalfWidths { get; init; } = [0.5, 0.1, 0.01];

    [Parameter("twist", "twists κ of the quadratic form in the plane", Minimum = 0, Maximum = 100, Size = true)]
    public Choices<double> Twists { get; init; } = [0, 0.25, 0.5, 1, 2];

    [Parameter("arrow", "the implication whose constant is multiplied")]
    public ConditionArrow Arrow { get; init; }

    [Parameter("factor", "what the constant after that arrow is multiplied by", Minimum = 0, Maximum = 100)]
    public double Factor { get; init; } = 1;

    [Parameter("direct", "whether EB(μ) ⇒ PL(μ) stands in place of EB(μ) ⇒ PL(μ²/β)")]
    public bool IsDirect { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new(
            "SC(μ) ⇒ WSC(1.01μ)",
            this with { Arrow = ConditionArrow.StrongToWeak, Factor = 1.01 },
            Part(ConditionArrow.StrongToWeak)),
        new(
            "WSC(μ) ⇒ PL(1.01μ)",
            this with { Arrow = ConditionArrow.WeakToPolyak, Factor = 1.01 },
            Part(ConditionArrow.WeakToPolyak)),
        new(
            "WSC(μ) ⇒ RSI(1.01μ)",
            this with { Arrow = ConditionArrow.WeakToSecant, Factor = 1.01 },
            Part(ConditionArrow.WeakToSecant)),
        new(
            "RSI(μ) ⇒ EB(1.01μ)",
            this with { Arrow = ConditionArrow.SecantToError, Factor = 1.01 },
            Part(ConditionArrow.SecantToError)),
        new(
            "RSI(μ) ⇒ QG(1.01μ)",
            this with { Arrow = ConditionArrow.SecantToGrowth, Factor = 1.01 },
            Part(ConditionArrow.SecantToGrowth)),
        new(
            "EB(μ) ⇒ PL(1.01μ²/β)",
            this with { Arrow = ConditionArrow.ErrorToPolyak, Factor = 1.01 },
            Part(ConditionArrow.ErrorToPolyak)),
        new("EB(μ) ⇒ PL(μ)", this with { IsDirect = true }, Part(ConditionArrow.ErrorToPolyak)),
        new(
            "PL(μ) ⇒ EB(1.01μ)",
            this with { Arrow = ConditionArrow.PolyakToError, Factor = 1.01 },
            Part(ConditionArrow.PolyakToError)),
        new(
            "PL(μ) ⇒ QG(1.01μ)",
            this with { Arrow = ConditionArrow.PolyakToGrowth, Factor = 1.01 },
            Part(ConditionArrow.PolyakToGrowth)),
    ];

    protected override Experiment<LandscapeCell, LandscapeOutcome> Experiment { get; } = new LandscapeExperiment();

    protected override IReadOnlyList<LandscapeCell> Cells =>
    [
        .. Ripples.Select(a => new LandscapeCell(LandscapeKind.RippledParabola, a)),
        .. HalfWidths.Select(ε => new LandscapeCell(LandscapeKind.FlattenedModulus, ε)),
        .. Twists.Select(κ => new LandscapeCell(LandscapeKind.SpiralParabola, κ)),
    ];

    protected override Evidence Judge(Examination<LandscapeCell, LandscapeOutcome> examination)
    {
        return Evidence.All(
        [
            Implies(ConditionArrow.StrongToWeak, "SC(μ) ⇒ WSC(μ): y = x_p", StrongConvexity, Weak, StrongConvexity),
            Implies(ConditionArrow.WeakToPolyak, "WSC(μ) ⇒ PL(μ): minimize over the direction", Weak, Polyak, Weak),
            Implies(ConditionArrow.WeakToSecant, "WSC(μ) ⇒ RSI(μ): add QG(μ)", Weak, Secant, Weak),
            Implies(ConditionArrow.SecantToError, "RSI(μ) ⇒ EB(μ): Cauchy–Schwarz", Secant, Error, Secant),
            Implies(ConditionArrow.SecantToGrowth, "RSI(μ) ⇒ QG(μ): integrate from x_p", Secant, Growth, Secant),
            Implies(
                ConditionArrow.ErrorToPolyak,
                "EB(μ) ⇒ PL(μ²/β): L − L* ≤ ½βd²",
                Error,
                Polyak,
                o => IsDirect ? Error(o) : Interval.Square(Error(o)) / Smoothness(o)),
            Implies(ConditionArrow.PolyakToError, "PL(μ) ⇒ EB(μ): with QG(μ)", Polyak, Error, Polyak),
            Implies(ConditionArrow.PolyakToGrowth, "PL(μ) ⇒ QG(μ): ‖∇√(L − L*)‖ ≥ √(μ/2)", Polyak, Growth, Polyak),
        ]);

        Evidence Implies(
            ConditionArrow arrow,
            string statement,
            Func<LandscapeOutcome, Interval> premise,
            Func<LandscapeOutcome, Interval> conclusion,
            Func<LandscapeOutcome, Interval> constant) =>
            examination
                .Given((_, o) => premise(o).Lower > 0)
                .ForAllEnclosed(statement, (_, o) => (arrow == Arrow ? Factor : 1) * constant(o) - conclusion(o))
                .Named(Part(arrow));
    }

    private static string Part(ConditionArrow arrow) => arrow switch
    {
        ConditionArrow.StrongToWeak => "SC-WSC",
        ConditionArrow.WeakToPolyak => "WSC-PL",
        ConditionArrow.WeakToSecant => "WSC-RSI",
        ConditionArrow.SecantToError => "RSI-EB",
        ConditionArrow.SecantToGrowth => "RSI-QG",
        ConditionArrow.ErrorToPolyak => "EB-PL",
        ConditionArrow.PolyakToError => "PL-EB",
        _ => "PL-QG",
    };

    private static Interval Smoothness(LandscapeOutcome o) => new(o.SmoothnessLower, o.SmoothnessUpper);

    private static Interval StrongConvexity(LandscapeOutcome o) => new(o.StrongConvexityLower, o.StrongConvexityUpper);

    private static Interval Weak(LandscapeOutcome o) => new(o.WeakStrongConvexityLower, o.WeakStrongConvexityUpper);

    private static Interval Secant(LandscapeOutcome o) => new(o.RestrictedSecantLower, o.RestrictedSecantUpper);

    private static Interval Error(LandscapeOutcome o) => new(o.ErrorBoundLower, o.ErrorBoundUpper);

    private static Interval Polyak(LandscapeOutcome o) => new(o.PolyakLower, o.PolyakUpper);

    private static Interval Growth(LandscapeOutcome o) => new(o.QuadraticGrowthLower, o.QuadraticGrowthUpper);
}
