using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.PolyakLojasiewicz.Rates;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Rates;

// Slide 4 in two dimensions: the factor (1 − q)² of one dimension fails where the gradient turns along the step. L =
// ½φ² with a quadratic φ; all constants by interval arithmetic. What is proved is about a neighborhood of the segment
// between the iterates, on which L is 1-smooth and PL*(μ): that is all that the proof of slide 4 uses. φ has a saddle
// elsewhere, so that this L is not PL on the plane.

/// <summary>Two dimensions: one step of gradient descent that gains less than (1 − q)².</summary>
public sealed record TurningGradient : Claim<TurningGradientCell, TurningGradientOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/turning-gradient",
        Title = "In two dimensions a step can gain less than (1 − q)², where smoothness and PL* hold near the step",
        Kind = ClaimKind.Counterexample,
        Source = OverparameterizedLandscapesTalk.At(
            "Smoothness + PL ⇒ Linear convergence of gradient descent; the counterexample is derived here",
            OverparameterizedLandscapesTalk.KarimiNutiniSchmidt + ", Theorem 1"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            L=\frac{1}{2}(1+0.3263x+0.11955x^2-0.9383xy-0.1728y^2)^2, \ x^0=0, \ \eta=\beta=1, \ \mu=0.09997:
            \quad (1-\mu)^2 L(x^0)<L(x^1)<\frac{2-2\mu}{2+\mu}L(x^0)
            """),
        Hypotheses =
        [
            "1-smooth and PL*(μ) are certified within 10⁻⁵ of the segment from x⁰ to x¹, not on the plane: φ has a "
                + "saddle elsewhere",
        ],
        Method =
            "Interval arithmetic: L(x¹)/L(x⁰) from the decimal coefficients; inf|∇φ|² (as ½|∇L|² = |∇φ|²L) and "
            + "the norm of the Hessian by branch and bound over the neighborhood.",
    };

    [Parameter("thickness", "distance to the segment up to which the constants hold", Minimum = 0, Maximum = 1)]
    public double Thickness { get; init; } = 1e-5;

    [Parameter("mu", "PL* constant on the neighborhood", Minimum = 0, Maximum = 1)]
    public double Polyak { get; init; } = 0.09997;

    [Parameter("smoothness", "norm that the Hessian does not exceed on the neighborhood", Minimum = 0, Maximum = 10)]
    public double Smoothness { get; init; } = 1;

    [Parameter("power", "power of 1 − μ that the ratio exceeds", Minimum = 1, Maximum = 10)]
    public int Power { get; init; } = 2;

    [Parameter("numerator", "the c in the upper bound (2 − cμ)/(2 + μ)", Minimum = 0, Maximum = 10)]
    public double Numerator { get; init; } = 2;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the ratio exceeds 1 − μ", this with { Power = 1 }, "above"),
        new("PL*(0.101)", this with { Polyak = 0.101 }, "polyak"),
        new("a Hessian of norm at most 0.999", this with { Smoothness = 0.999 }, "smooth"),
        new("within 0.1 of the segment", this with { Thickness = 0.1 }, "polyak"),
        new("the ratio is below (2 − 2.8μ)/(2 + μ)", this with { Numerator = 2.8 }, "below"),
    ];

    protected override Experiment<TurningGradientCell, TurningGradientOutcome> Experiment { get; } =
        new TurningGradientExperiment();

    protected override IReadOnlyList<TurningGradientCell> Cells => [new(Thickness)];

    protected override Evidence Judge(Examination<TurningGradientCell, TurningGradientOutcome> examination)
    {
        return Evidence.All(
            examination
                .ForAllEnclosed(
                    "the ratio exceeds the power of 1 − μ",
                    (_, o) => Interval.Power(1 - (Interval)Polyak, Power) - Ratio(o))
                .Named("above"),
            examination
                .ForAllEnclosed(
                    "the ratio is below (2 − 2μ)/(2 + μ)",
                    (_, o) => Ratio(o) - (2 - Numerator * (Interval)Polyak) / (2 + (Interval)Polyak))
                .Named("below"),
            Certified(
                    examination,
                    "½|∇L|² ≥ μL on the neighborhood",
                    o => Polyak - o.PolyakLower,
                    o => Polyak - o.PolyakUpper)
                .Named("polyak"),
            Certified(
                    examination,
                    "the Hessian has norm at most 1 on the neighborhood",
                    o => o.SmoothnessUpper - Smoothness,
                    o => o.SmoothnessLower - Smoothness)
                .Named("smooth"));
    }

    // Holds if the bound over all boxes does, fails if a point of the neighborhood violates it, and is open between.
    private static Evidence Certified(
        Examination<TurningGradientCell, TurningGradientOutcome> examination,
        string statement,
        Func<TurningGradientOutcome, double> atMost,
        Func<TurningGradientOutcome, double> atLeast) =>
        examination.ForAll(
            statement,
            (_, o) => atMost(o),
            (_, o) => atMost(o) <= 0 || atLeast(o) > 0 ? 0 : double.PositiveInfinity,
            "interval arithmetic: the residual is a bound over all boxes, and a single point decides against it");

    private static Interval Ratio(TurningGradientOutcome o) => new(o.RatioLower, o.RatioUpper);
}
