using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.HessianDescent;

// Gordon's comparison of min_v max_y of av′Wv/√d + 2√(b/d)y′Zv − |y|² with its linear twin bounds λ_min from below by
// −max_s 2a√(1 − s²) − b(√α − s)²; weak duality with the infimum of the theorem is an equation at s = √α b/(g + b).
// s = √α gives 2a√(1 − α); dropping the second term gives 2a.

/// <summary>z* is a maximum as well as an infimum, and lies between 2a√(1 − α) and 2a.</summary>
public sealed record SpectralEdgeDuality : Claim<EdgeCell, EdgeOutcome>
{
    private const string Duality = "duality", Gap = "gap", LowerBound = "lower bound", UpperBound = "upper bound";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/spectral-edge-duality",
        Title = "z* is the maximum of 2a√(1 − s²) − b(√α − s)² and lies between 2a√(1 − α) and 2a",
        Kind = ClaimKind.Identity,
        Guarantee = Guarantee.Tight,
        Source = RandomSystemsTalk.At("Analysis, theorem; derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            z_*(\alpha,a,b)=\max_{0\le s\le 1} 2a\sqrt{1-s^2}-b(\sqrt\alpha-s)^2;\quad
            2a\sqrt{1-\alpha}\le z_*\le 2a
            """),
        Hypotheses = ["0 < α < 1", "a > 0, b ≥ 0"],
        Method =
            "On a grid of α, a and b both problems are searched on grids of their own, in interval arithmetic: no "
            + "value of the dual exceeds one of the primal. At the stationary point of the primal and the sine that "
            + "belongs to it both are enclosed, each by its own formula, and differ by rounding. Where b = 0 the upper "
            + "bound is attained, for b → ∞ the lower.",
    };

    [Parameter("ratio", "α", Minimum = 0.001, Maximum = 0.999, Size = true)]
    public Choices<double> Ratios { get; init; } = [0.05, 0.3, 0.6, 0.95];

    [Parameter("a", "scale of W", Minimum = 1e-6, Maximum = 1e6)]
    public Choices<double> Scales { get; init; } = [0.2, 1, 3];

    [Parameter("b", "scale of ZᵀZ", Minimum = 0, Maximum = 1e6)]
    public Choices<double> Slopes { get; init; } = [0, 0.3, 2, 1000];

    [Parameter("points", "points of the grids", Minimum = 10, Maximum = 100_000)]
    public int Points { get; init; } = 500;

    [Parameter("lower-power", "power of 1 − α in the lower bound", Minimum = 0.1, Maximum = 2)]
    public double LowerPower { get; init; } = 0.5;

    [Parameter("upper-factor", "upper bound over a", Minimum = 0.1, Maximum = 10)]
    public double UpperFactor { get; init; } = 2;

    [Parameter("dual-factor", "what the dual's maximum is multiplied with", Minimum = 0.5, Maximum = 2)]
    public double DualFactor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the dual is a hundredth larger", this with { DualFactor = 1.01 }, Duality),
        new("the dual is a hundredth smaller", this with { DualFactor = 0.99 }, Gap),
        new("(1 − α)^0.45 in the lower bound", this with { LowerPower = 0.45 }, LowerBound),
        new("1.99a as the upper bound", this with { UpperFactor = 1.99 }, UpperBound),
    ];

    public override Claim At(Tier tier) => tier == Tier.Smoke
        ? this
        : this with { Ratios = [0.01, 0.05, 0.3, 0.6, 0.95, 0.99], Points = 5000 };

    protected override Experiment<EdgeCell, EdgeOutcome> Experiment { get; } = new EdgeExperiment();

    protected override IReadOnlyList<EdgeCell> Cells =>
    [
        .. from α in Ratios
           from a in Scales
           from b in Slopes
           select new EdgeCell(α, a, b, Points),
    ];

    protected override Evidence Judge(Examination<EdgeCell, EdgeOutcome> examination) => Evidence.All(
    [
        examination.ForAllEnclosed(
            "the greatest value of the dual less the least of the primal, over a",
            (cell, o) => (DualFactor * Interval.Of(o.GreatestDual) - o.LeastPrimal) / cell.Scale).Named(Duality),
        examination.ForAllEnclosed(
            "the primal's value less the dual's at the stationary point, over a",
            (cell, o) => (o.Primal - DualFactor * o.Dual) / cell.Scale).Named(Gap),
        examination.ForAllEnclosed(
            "2a√(1 − α) − z*, over a",
            (cell, o) => 2 * IntervalFunctions.Exp(
                LowerPower * IntervalFunctions.Log(1 - Interval.Of(cell.Ratio))) - o.Edge / cell.Scale)
            .Named(LowerBound),
        examination.ForAllEnclosed(
            "z* − 2a, over a", (cell, o) => o.Edge / cell.Scale - UpperFactor).Named(UpperBound),
    ]);
}
