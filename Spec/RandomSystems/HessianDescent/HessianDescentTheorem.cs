using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.HessianDescent;

// With steps of a finite size and d → ∞ the risks follow a recursion (DescentRecursion; the page has its derivation),
// which tends to u(1) like δ. Runs at a few hundred dimensions are compared with the recursion, not with u: each step
// uses up a direction near the edge of the spectrum, and what that costs is small only for dδ ≫ 1. What the steps add
// to u(1) is derived on the page: a multiple of δ that grows like 1/α.

/// <summary>The theorem on Hessian descent: its bound, and how the risk gets there.</summary>
public sealed partial record HessianDescentTheorem : Claim<DescentPathCell, DescentPathOutcome>
{
    private const string Bound = "bound", Paths = "paths", Tendency = "limit";

    [Parameter("mixture", "ξ as terms joined by colons", Values = "terms such as 3:q3 for 3 + q³")]
    public Mixture Mixture { get; init; } = Mixture.ConstantAndPower(3, 3);

    [Parameter("d", "dimension", Minimum = 20, Maximum = 1000, Size = true)]
    public int Dimension { get; init; } = 100;

    [Parameter("ratio", "n/d, before rounding n", Minimum = 0.01, Maximum = 1)]
    public double Ratio { get; init; } = 0.9;

    [Parameter("steps", "1/δ", Minimum = 2, Maximum = 40)]
    public int Steps { get; init; } = 5;

    [Parameter("slack", "by how much v′∇²Rv exceeds λ_min, over dδ", Minimum = 0, Maximum = 1)]
    public Choices<double> Slacks { get; init; } = [0, 1];

    [Parameter("constant", "what C_0 is multiplied with", Minimum = 0, Maximum = 100)]
    public double Constant { get; init; } = 1;

    [Parameter("window", "w: how far risks may be from the recursion's, over ξ(1)/2", Minimum = 0.001, Maximum = 1)]
    public double Window { get; init; } = 0.05;

    [Parameter("share", "share of the runs, at least", Minimum = 0.75, Maximum = 0.95)]
    public double Share { get; init; } = 0.75;

    [Parameter("rate", "r of −(r/α)z_*", Minimum = 0.1, Maximum = 4)]
    public double Rate { get; init; } = 0.5;

    [Parameter("square-factor", "κ of a² = καuξ″", Minimum = 0.1, Maximum = 10)]
    public double SquareFactor { get; init; } = 2;

    [Parameter("slope-factor", "factor of b = ξ′ in the recursion", Minimum = 0, Maximum = 10)]
    public double SlopeFactor { get; init; } = 1;

    [Parameter("has-ratio-squared", "whether α² stands in place of a² in the recursion")]
    public bool HasRatioSquared { get; init; }

    [Parameter("order", "the power of δ in the distance to u(1)", Minimum = 0.5, Maximum = 3)]
    public double Order { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("a without the 2", this with { SquareFactor = 1 }, Paths),
        new("1/α for 1/(2α)", this with { Rate = 1 }, Paths),
        new("without b", this with { SlopeFactor = 0 }, Paths),
        new("α²m for a²m", this with { HasRatioSquared = true }, Paths),
        new("a tenth of C_0", this with { Constant = 0.1 }, Bound),
        new("u(1) + C_0δ²", this with { Order = 2 }, Tendency),
    ];

    public override int Decisions => 2 * Slacks.Distinct().Count();

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (Equations >= Dimension)
                yield return "there are fewer equations than dimensions";
            if (Dimension < 20 * Steps)
                yield return "dδ is at least 20: the window of the limit is not reached otherwise";
            if (Equations * Steps < LeastCoordinates)
                yield return $"n/δ is at least {LeastCoordinates}: risks of fewer equations leave the window by chance";
            if (Mixture.Degree < 2)
                yield return "ξ has degree 2 at least";
        }
    }

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimension = 200 },
        _ => this with { Dimension = 400, Steps = 10 },
    };

    protected override Experiment<DescentPathCell, DescentPathOutcome> Experiment { get; } =
        new DescentPathExperiment();

    protected override IReadOnlyList<DescentPathCell> Cells =>
        [.. Slacks.Select(slack => new DescentPathCell(Mixture, Dimension, Equations, Steps, slack))];

    protected override int TrialsNeeded(double level) =>
        TrialDesign.TrialsNeeded(Share, 0.5 * (1 + Math.Max(Share, 0.98)), level);

    protected override Evidence Judge(Examination<DescentPathCell, DescentPathOutcome> examination)
    {
        double unit = 0.5 * Mixture.Derivative(1);
        double α = Equations / (double)Dimension;
        double constant = Constant * LargestGain(α);
        Interval limit = α < 1
            ? Interval.Square(Interval.Max(
                ThresholdPath.Of(new(Mixture, α, Rate, SquareFactor), Pieces).LastRoot, 0))
            : 0;
        var paths = Slacks.Distinct().ToDictionary(slack => slack, slack => Recursion(Steps, slack).Risks(α));
        return Evidence.All(
        [
            .. examination.ByCell().SelectMany(part => (Evidence[])
            [
                part.Part.Count(
                    $"R_n(x^HD)/n ≤ u(1) + (C_0 + s/(2α))δ, slack s = {part.Cell.Slack} over dδ",
                    (cell, o) => o.Risks[^1] <= limit.Upper + (constant + cell.Slack / (2 * α)) / cell.Steps,
                    (_, _) => true,
                    Share).Named(Bound),
                part.Part.Count(
                    $"|R_n(x^k)/n − u_k| ≤ wξ(1)/2 for all k, slack s = {part.Cell.Slack}",
                    (cell, o) =>
                        o.Risks.Zip(paths[cell.Slack], (risk, u) => Math.Abs(risk - u)).Max() <= Window * unit,
                    (_, _) => true,
                    Share).Named(Paths),
            ]),
            examination.Approaches(
                "u_{1/δ} tends to u(1)",
                [
                    .. Fine.Select(steps =>
                        ((double)steps, Math.Abs(Recursion(steps, 0).Risks(α)[^1] - limit.Midpoint))),
                ],
                // The recursion rounds to a few units in the last place a step and does not separate.
                tolerance: 0.5 * limit.Width + 1e-10 * unit,
                rate: Order,
                constant: constant,
                resolution: constant / Fine[^1]).Named(Tendency),
        ]);
    }

    private const int Pieces = 100, LeastCoordinates = 200;

    private static readonly int[] Fine = [10, 20, 40, 80, 160];

    // C_0: what curvature adds to all steps, and what the equation gains between the ends of a step, z* ≤ 2a.
    private double LargestGain(double α) => Mixture.Derivative(1, 1) * (0.25 + 0.5 / α)
        + Math.Sqrt(Mixture.Derivative(0) * Mixture.Derivative(1, 2) / α);

    private int Equations => Math.Max(1, (int)Math.Round(Ratio * Dimension));

    private DescentRecursion Recursion(int steps, double slack) => new(Mixture, steps)
    {
        Rate = Rate,
        Curvature = SquareFactor,
        Slope = SlopeFactor,
        HasRatioSquared = HasRatioSquared,
        Slack = slack / steps,
    };
}
