using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditions;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditions;

// ∇L = 0 in ½‖∇L‖² ≥ μ(L − L*) gives L = L*. The premise is what is examined: quadratic growth, or PL near the minimum
// alone, does not do.

/// <summary>Under the Polyak–Łojasiewicz condition every stationary point is a global minimum.</summary>
public sealed record StationaryPointsAreGlobal : Claim<LandscapeCell, LandscapeOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/stationary-points-are-global",
        Title = "Under PL all stationary points are global minima",
        Kind = ClaimKind.Inequality,
        Source = OverparameterizedLandscapesTalk.At(
            "Polyak-Lojasiewicz (PL) condition", OverparameterizedLandscapesTalk.KarimiNutiniSchmidt),
        Quotations = ["All stationary points are global minima"],
        Statement = new(
            """
            \frac{1}{2}\|\nabla L\|^2\ge\mu(L-L^*) \text{ on } \mathbb{R}^m \Rightarrow [\nabla L(x)=0 \Rightarrow L(x)=L^*]
            """),
        Hypotheses = ["PL with some μ > 0, everywhere"],
        Method =
            "x² + a·sin²x at many heights. Where branch and bound certifies a positive PL constant, all zeros of f′ "
            + "away from the minimum 0 are isolated by interval Newton, beyond |x| = a there "
            + "are none as |f′| ≥ 2|x| − a, and there must be none at all. The converse is examined in "
            + "stationarity-without-pl.",
    };

    [Parameter("ripple", "heights a of the ripple", Minimum = 0, Maximum = 100, Size = true)]
    public Choices<double> Ripples { get; init; } = [0, 0.5, 1, 2, 3, 4, 4.5, 4.6, 5, 10, 25];

    [Parameter("premise", "condition that is assumed")]
    public StationarityPremise Premise { get; init; } = StationarityPremise.Polyak;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("quadratic growth suffices", this with { Premise = StationarityPremise.QuadraticGrowth }),
        new("PL on |x| ≤ 1 suffices", this with { Premise = StationarityPremise.PolyakNearby }),
    ];

    protected override Experiment<LandscapeCell, LandscapeOutcome> Experiment { get; } = new LandscapeExperiment();

    protected override IReadOnlyList<LandscapeCell> Cells =>
        [.. Ripples.Select(a => new LandscapeCell(LandscapeKind.RippledParabola, a))];

    protected override Evidence Judge(Examination<LandscapeCell, LandscapeOutcome> examination)
    {
        return examination.Given((_, o) => Constant(o) > 0).ForAll(
            "no stationary point above the minimum",
            (_, o) => o.StationaryPoints,
            (_, o) => o.UndecidedBoxes == 0 || o.StationaryPoints > 0 ? 0 : double.PositiveInfinity,
            "zeros of f′ are isolated by interval arithmetic; boxes left undecided leave the count open");
    }

    private double Constant(LandscapeOutcome o) => Premise switch
    {
        StationarityPremise.Polyak => o.PolyakLower,
        StationarityPremise.PolyakNearby => o.LocalPolyakLower,
        _ => o.QuadraticGrowthLower,
    };
}
