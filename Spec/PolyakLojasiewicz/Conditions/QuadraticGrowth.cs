using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditions;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditions;

// Not without convexity: x² + 10sin²x ≥ x², but descent from 2.84 stays at the spurious minimum 2.8396… With convexity
// L − L* ≤ ⟨∇L, x − x_p⟩ ≤ ‖∇L‖·√(2(L − L*)/μ), hence PL(μ/4); ½|x| with a smooth bottom shows that ¼ is sharp.

/// <summary>Quadratic growth gives linear convergence only together with convexity.</summary>
public sealed partial record QuadraticGrowth : Claim<LandscapeCell, LandscapeOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/quadratic-growth",
        Title = "Quadratic growth gives linear convergence under convexity, with PL(μ/4); alone it does not",
        Kind = ClaimKind.Inequality,
        Source = OverparameterizedLandscapesTalk.At(
            "Aside:", OverparameterizedLandscapesTalk.KarimiNutiniSchmidt + ", Theorem 2"),
        Quotations =
        [
            "Other conditions for obtaining linear convergence:",
            @"Quadratic Growth: $L(x) - L(x^*) \geq \frac{\mu}{2} \|x^* - x\|^2$",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            L(x)-L(x^*)\ge\frac{\mu}{2}\|x^*-x\|^2 \Rightarrow \text{ linear convergence of gradient descent}
            """)
        {
            Corrected =
                """
                L \text{ convex},\ L(x)-L^*\ge\frac{\mu}{2}\|x_p-x\|^2 \Rightarrow
                \frac{1}{2}\|\nabla L(x)\|^2\ge\frac{\mu}{4}(L(x)-L^*) \Rightarrow \text{ linear convergence}
                """,
            Reason =
                "x² + 10·sin²x grows quadratically with μ = 2, but has a local minimum at 2.83960390 (certified: f′ = "
                + "0, f″ > 0, f = 8.9479), where gradient descent stays. Convexity is needed "
                + "besides; the constant ¼ cannot be improved.",
        },
        Hypotheses = ["L convex and smooth", "x_p the projection of x onto the minimizers"],
        Method =
            "x² + a·sin²x, and ½|x| with a smooth bottom on [−1, 1]. All constants are enclosed by branch and bound; "
            + "where the premise holds there must be no other local minimum, and PL with a "
            + "quarter of the constant of growth: 0.26 of it is seen.",
    };

    [Parameter("ripple", "heights a of the ripple", Minimum = 0, Maximum = 100, Size = true)]
    public Choices<double> Ripples { get; init; } = [0, 0.5, 1, 3, 10];

    [Parameter("bottom", "half-widths of the smooth bottom of ½|x|", Minimum = 0.001, Maximum = 0.999, Size = true)]
    public Choices<double> HalfWidths { get; init; } = [0.5, 0.1, 0.01];

    [Parameter("convex", "whether convexity is assumed beside growth")]
    public bool Convex { get; init; } = true;

    [Parameter("factor", "PL constant over the constant of growth", Minimum = 0, Maximum = 100)]
    public double Factor { get; init; } = 0.25;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("PL(0.26μ)", this with { Factor = 0.26 }, "PL"),
        new("PL(μ/4) without convexity", this with { Convex = false }, "PL"),
    ];

    // Some rate: no factor is named.
    public override Claim AsPrinted => this with { Convex = false, Factor = 0 };

    public override string PrintedPart => "no-other-minimum";

    protected override Experiment<LandscapeCell, LandscapeOutcome> Experiment { get; } = new LandscapeExperiment();

    protected override IReadOnlyList<LandscapeCell> Cells =>
    [
        .. Ripples.Select(a => new LandscapeCell(LandscapeKind.RippledParabola, a)),
        .. HalfWidths.Select(ε => new LandscapeCell(LandscapeKind.FlattenedModulus, ε)),
    ];

    protected override Evidence Judge(Examination<LandscapeCell, LandscapeOutcome> examination)
    {
        Examination<LandscapeCell, LandscapeOutcome> growing = examination.Given(
            (_, o) => o.QuadraticGrowthLower > 0 && (!Convex || o.StrongConvexityLower >= 0));
        return Evidence.All(
            growing.ForAll(
                "gradient descent stays nowhere above the minimum: no other local minimum",
                (_, o) => double.IsNaN(o.SpuriousLevel) ? -1 : o.SpuriousLevel,
                (_, o) => o.UndecidedBoxes == 0 || o.SpuriousLevel > 0 ? 0 : double.PositiveInfinity,
                "the residual is the level of a local minimum, certified by interval Newton with f″ > 0; −1 where "
                    + "there is none")
                .Named("no-other-minimum"),
            growing
                .ForAllEnclosed(
                    "PL with the claimed share of the constant of growth",
                    (_, o) =>
                        Factor * new Interval(o.QuadraticGrowthLower, o.QuadraticGrowthUpper)
                        - new Interval(o.PolyakLower, o.PolyakUpper))
                .Named("PL"));
    }
}
