using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditions;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditions;

// The family x² + a·sin²x: f″ = 2 + 2a·cos 2x, so that it is convex iff a ≤ 1; f′/x = 2 + 2a·sinc(2x), so that f′
// vanishes only at 0 iff a < a* = −1/min sinc = 4.6033388487517…, the minimum at tan z = z, z = 4.4934…; then ½f′²/f ≥
// ½(inf f′/x)²/(1 + a) > 0.

/// <summary>The Polyak–Łojasiewicz condition without convexity, with exact thresholds.</summary>
public sealed record PlWithoutConvexity : Claim<LandscapeCell, LandscapeOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/pl-without-convexity",
        Title = "x² + a·sin²x is convex exactly for a ≤ 1, but satisfies PL for all a < 4.60333884875",
        Kind = ClaimKind.Counterexample,
        Source = OverparameterizedLandscapesTalk.At(
            "Convexity → PL", OverparameterizedLandscapesTalk.KarimiNutiniSchmidt),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            f(x)=x^2+a\,\sin^2x: \quad f \text{ convex} \iff a\le1;
            f \text{ satisfies PL} \iff a<a^*=-1/\min_z\frac{\sin(z)}{z}=4.60333884875\ldots
            """),
        Hypotheses = ["a ≥ 0"],
        Method =
            "Infima of f″ and f′/x over the whole line by branch and bound with intervals, the tail included; heights "
            + "4.603338848 and 4.603338849 lie on both sides of a*, less than 10⁻⁹ away: "
            + "thresholds off by 2·10⁻⁹ and 10⁻⁵ are seen. Where inf f′/x is positive PL holds with ½(inf f′/x)²/(1+a) "
            + "at least; where it is negative f′ vanishes away from the minimum.",
    };

    [Parameter("ripple", "heights a of the ripple", Minimum = 0, Maximum = 100, Size = true)]
    public Choices<double> Ripples { get; init; } =
        [0, 0.5, 0.999999, 1, 1.000001, 2, 3, 4, 4.5, 4.603338848, 4.603338849, 5, 10];

    [Parameter("convex-up-to", "greatest a for which f is convex", Minimum = 0, Maximum = 100)]
    public double ConvexUpTo { get; init; } = 1;

    [Parameter("threshold", "a below which PL holds", Minimum = 0, Maximum = 100)]
    public double Threshold { get; init; } = 4.60333884875;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("PL up to a = 4.60333885", this with { Threshold = 4.60333885 }, "PL"),
        new("PL up to a = 4.603338847 only", this with { Threshold = 4.603338847 }, "not-PL"),
        new("PL only where convex", this with { Threshold = 1.0000001 }, "not-PL"),
        new("convex up to a = 1.00001", this with { ConvexUpTo = 1.00001 }, "convex"),
        new("convex up to a = 0.9 only", this with { ConvexUpTo = 0.9 }, "not-convex"),
    ];

    protected override Experiment<LandscapeCell, LandscapeOutcome> Experiment { get; } = new LandscapeExperiment();

    protected override IReadOnlyList<LandscapeCell> Cells =>
        [.. Ripples.Select(a => new LandscapeCell(LandscapeKind.RippledParabola, a))];

    protected override Evidence Judge(Examination<LandscapeCell, LandscapeOutcome> examination) => Evidence.All(
        // At a = 1 the least curvature is 0.
        examination
            .Where(cell => cell.Parameter <= ConvexUpTo)
            .ForAllEnclosed("convex: inf f″ ≥ 0", (_, o) => -Curvature(o))
            .Named("convex"),
        examination
            .Where(cell => cell.Parameter > ConvexUpTo)
            .ForAllCertainly("not convex: inf f″ < 0", (_, o) => Curvature(o))
            .Named("not-convex"),
        examination
            .Where(cell => cell.Parameter < Threshold)
            .ForAllCertainly("PL: inf f′/x > 0", (_, o) => -Secant(o))
            .Named("PL"),
        examination
            .Where(cell => cell.Parameter >= Threshold)
            .ForAllCertainly("not PL: inf f′/x < 0", (_, o) => Secant(o))
            .Named("not-PL"));

    private static Interval Curvature(LandscapeOutcome o) => new(o.StrongConvexityLower, o.StrongConvexityUpper);

    private static Interval Secant(LandscapeOutcome o) => new(o.RestrictedSecantLower, o.RestrictedSecantUpper);
}
