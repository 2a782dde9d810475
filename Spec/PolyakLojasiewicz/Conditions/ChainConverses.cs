using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditions;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditions;

// PL and EB are the same up to constants; the other arrows do not turn around, one height of the ripple for each: at a
// = 1.05 f is weakly strongly convex but not convex, at a = 3 RSI and PL hold but not WSC, at a = 10 QG holds but not
// PL.

/// <summary>Converses of the chain that fail.</summary>
public sealed record ChainConverses : Claim<LandscapeCell, LandscapeOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/chain-converses",
        Title = "Where the chain of conditions does not turn around: WSC ⇏ SC, PL and RSI ⇏ WSC, QG ⇏ PL",
        Kind = ClaimKind.Counterexample,
        Source = OverparameterizedLandscapesTalk.At(
            "Aside:", OverparameterizedLandscapesTalk.KarimiNutiniSchmidt + ", Theorem 2"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            f_a(x)=x^2+a\,\sin^2x: \quad f_{1.05}: WSC \text{ without } SC;
            f_3: RSI \text{ and } PL \text{ without } WSC; \quad f_{10}: QG \text{ without } PL, RSI, EB
            """),
        Hypotheses = ["constants of any size: the conclusion fails for every μ > 0"],
        Method =
            "Branch and bound with intervals: at each height the premise has a constant that is certainly positive, "
            + "and the infimum that would be the constant of the conclusion is certainly not "
            + "(for PL and EB: f′ has an isolated zero away from the minimum).",
    };

    [Parameter("weak-ripple", "height a of the counterexample to WSC ⇒ SC", Minimum = 0, Maximum = 100)]
    public double WeakRipple { get; init; } = 1.05;

    [Parameter("secant-ripple", "height a of the counterexample to RSI ⇒ WSC and PL ⇒ WSC", Minimum = 0, Maximum = 100)]
    public double SecantRipple { get; init; } = 3;

    [Parameter("growth-ripple", "height a of the counterexample to QG ⇒ PL", Minimum = 0, Maximum = 100)]
    public double GrowthRipple { get; init; } = 10;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("a = 0.95 against WSC ⇒ SC", this with { WeakRipple = 0.95 }, "WSC-SC"),
        new("a = 1.5 against RSI ⇒ WSC", this with { SecantRipple = 1.5 }, "RSI-WSC"),
        new("a = 1.65 against PL ⇒ WSC", this with { SecantRipple = 1.65 }, "PL-WSC"),
        new("a = 4.5 against QG ⇒ PL", this with { GrowthRipple = 4.5 }, "QG-PL"),
        new("a = 4.55 against QG ⇒ RSI", this with { GrowthRipple = 4.55 }, "QG-RSI"),
    ];

    protected override Experiment<LandscapeCell, LandscapeOutcome> Experiment { get; } = new LandscapeExperiment();

    protected override IReadOnlyList<LandscapeCell> Cells =>
        [
            .. ((double[])[WeakRipple, SecantRipple, GrowthRipple])
                .Distinct()
                .Select(a => new LandscapeCell(LandscapeKind.RippledParabola, a)),
        ];

    protected override Evidence Judge(Examination<LandscapeCell, LandscapeOutcome> examination)
    {
        return Evidence.All(
            Fails(
                "WSC-SC",
                "WSC ⇏ SC",
                WeakRipple,
                o => o.WeakStrongConvexityLower,
                o => (o.StrongConvexityLower, o.StrongConvexityUpper)),
            Fails(
                "RSI-WSC",
                "RSI ⇏ WSC",
                SecantRipple,
                o => o.RestrictedSecantLower,
                o => (o.WeakStrongConvexityLower, o.WeakStrongConvexityUpper)),
            Fails(
                "PL-WSC",
                "PL ⇏ WSC",
                SecantRipple,
                o => o.PolyakLower,
                o => (o.WeakStrongConvexityLower, o.WeakStrongConvexityUpper)),
            // A zero of f′ with f > 0 makes the constants of PL and EB exactly 0.
            Fails(
                "QG-PL",
                "QG ⇏ PL and EB",
                GrowthRipple,
                o => o.QuadraticGrowthLower,
                o => o.StationaryPoints > 0 ? (0, 0) : (o.PolyakLower, o.PolyakUpper)),
            Fails(
                "QG-RSI",
                "QG ⇏ RSI",
                GrowthRipple,
                o => o.QuadraticGrowthLower,
                o => (o.RestrictedSecantLower, o.RestrictedSecantUpper)));

        Evidence Fails(
            string part,
            string statement,
            double ripple,
            Func<LandscapeOutcome, double> premise,
            Func<LandscapeOutcome, (double Lower, double Upper)> conclusion) =>
            examination
                .Where(cell => cell.Parameter.Equals(ripple))
                .Given((_, o) => premise(o) > 0)
                .ForAllCertainly(statement, (_, o) => new Interval(conclusion(o).Lower, conclusion(o).Upper))
                .Named(part);
    }
}
