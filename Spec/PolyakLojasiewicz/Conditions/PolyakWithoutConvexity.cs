using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditions;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditions;

// Slide 3: "PL is somewhat easier to verify than SC"; slide 10 "Convexity → PL". The family x² + a·sin²x: f″ = 2 + 2a·cos 2x, so that it is convex iff a ≤ 1; f′/x = 2 + 2a·sinc(2x), so
// that f′ vanishes only at 0 iff a < a* = −1/min sinc = 4.6033388487517…, the minimum at tan z = z, z = 4.4934…; then ½f′²/f ≥ ½(inf f′/x)²/(1 + a) > 0.

/// <summary>The Polyak–Łojasiewicz condition without convexity, with exact thresholds.</summary>
public sealed record PolyakWithoutConvexity : Claim<LandscapeCell, LandscapeOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/pl-without-convexity",
        Title = "x² + a·sin²x is convex exactly for a ≤ 1, but satisfies PL for all a < 4.60333884875",
        Kind = ClaimKind.Counterexample,
        Source = OverparameterizedLandscapesTalk.At(
            "Polyak-Lojasiewicz (PL) condition, remarks; Convexity → PL; the thresholds are derived here", OverparameterizedLandscapesTalk.KarimiNutiniSchmidt),
        Statement = new(
            @"f(x)=x^2+a\,\sin^2x: \quad f \text{ convex} \iff a\le1; \quad f \text{ satisfies PL} \iff a<a^*=-1/\min_z\frac{\sin(z)}{z}=4.60333884875"),
        Hypotheses = ["a ≥ 0"],
        Method = "Infima of f″ and f′/x over the whole line by branch and bound with intervals, the tail included; heights 4.603338848 and 4.603338849 lie on both sides of a*, less than 10⁻⁹ away. Where inf f′/x is positive PL holds with ½(inf f′/x)²/(1+a) at least; where it is negative f′ vanishes away from the minimum.",
    };

    [Parameter("ripple", "heights a of the ripple", Minimum = 0, Maximum = 100, Size = true)]
    public Choices<double> Ripples { get; init; } = [0, 0.5, 0.999999, 1, 1.000001, 2, 3, 4, 4.5, 4.603338848, 4.603338849, 5, 10];

    [Parameter("convex-up-to", "greatest a for which f is convex", Minimum = 0, Maximum = 100)]
    public double ConvexUpTo { get; init; } = 1;

    [Parameter("threshold", "a below which PL holds", Minimum = 0, Maximum = 100)]
    public double Threshold { get; init; } = 4.60333884875;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("PL up to a = 4.61", this with { Threshold = 4.61 }),
        new("PL up to a = 4.6 only", this with { Threshold = 4.6 }),
        new("PL only where convex", this with { Threshold = 1.0000001 }),
        new("convex up to a = 2", this with { ConvexUpTo = 2 }),
    ];

    protected override Experiment<LandscapeCell, LandscapeOutcome> Experiment { get; } = new LandscapeExperiment();

    protected override IReadOnlyList<LandscapeCell> Cells => [.. Ripples.Select(a => new LandscapeCell(LandscapeKind.RippledParabola, a))];

    protected override Evidence Judge(Examination<LandscapeCell, LandscapeOutcome> examination)
    {
        return Evidence.All(
        [
            // At a = 1 the least curvature is 0.
            .. Part(examination, a => a <= ConvexUpTo, part => part.ForAllEnclosed("convex: inf f″ ≥ 0", (_, o) => -Curvature(o))),
            .. Part(examination, a => a > ConvexUpTo, part => part.ForAllCertainly("not convex: inf f″ < 0", (_, o) => Curvature(o))),
            .. Part(examination, a => a < Threshold, part => part.ForAllCertainly("PL: inf f′/x > 0", (_, o) => -Secant(o))),
            .. Part(examination, a => a >= Threshold, part => part.ForAllCertainly("not PL: inf f′/x < 0", (_, o) => Secant(o))),
        ]);
    }

    // A list of heights on one side of a threshold says nothing about the other side.
    private static IEnumerable<Evidence> Part(
        Examination<LandscapeCell, LandscapeOutcome> examination, Func<double, bool> heights, Func<Examination<LandscapeCell, LandscapeOutcome>, Evidence> judge)
    {
        Examination<LandscapeCell, LandscapeOutcome> part = examination.Where(cell => heights(cell.Parameter));
        return part.Observations.Count == 0 ? [] : [judge(part)];
    }

    private static Interval Curvature(LandscapeOutcome o) => new(o.StrongConvexityLower, o.StrongConvexityUpper);

    private static Interval Secant(LandscapeOutcome o) => new(o.RestrictedSecantLower, o.RestrictedSecantUpper);
}
