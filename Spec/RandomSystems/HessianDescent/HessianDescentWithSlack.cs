using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.HessianDescent;

// With v′∇²Rv ≤ λ_min + dδ the equation reads u′ = −(z* − δ)/(2α) at worst. z* does not fall in u: the distance D of
// the two solutions has D′ = −(z*(u + D) − z*(u))/(2α) + δ/(2α) ≤ δ/(2α), and D(1) ≤ δ/(2α). z* is concave in u and
// at most 2a: it rises by D·z*/u ≤ 2D√(2αξ″/u) at most, so that the share of δ/(2α) that is lost is at most
// √(2/(αu(1)))∫t√ξ″dt ≤ √(2/(αu(1)))·2S, S = Σ_{k≥2}√ξ_k. As √u falls by √(2/α)S at most, αξ(0) ≥ 2000S² leaves 0.9;
// left sums of these integrals, whose integrands rise, are no larger.

/// <summary>What a slack of dδ in the choice of the direction costs.</summary>
public sealed record HessianDescentWithSlack : Claim<SlackCostCell, SlackCostOutcome>
{
    private const string Cost = "cost", Attained = "attained";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/hessian-descent-with-slack",
        Title = "Directions within dδ of the least eigenvalue cost at most δ/(2α) in R_n/n, part of C_0δ",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Tight,
        Source = RandomSystemsTalk.At("Full algorithm"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \tilde u'=-\frac1{2\alpha}(z_*-\delta),\ u'=-\frac1{2\alpha}z_*,\ \tilde u(0)=u(0):\quad
            0\le\tilde u(1)-u(1)\le\frac{\delta}{2\alpha},\quad
            \text{ at least 0.9 of which for } \alpha\xi(0)\ge 2000\Big(\sum_{k\ge2}\sqrt{\xi_k}\Big)^2
            """),
        Hypotheses = ["0 < α < 1", "z_* with a²m", "αξ(0) ≥ 2000(Σ_{k≥2}√ξ_k)² for the second statement"],
        Method =
            "Both polygons of Euler's method with steps of δ, which is what the algorithm follows, by interval "
            + "arithmetic. Runs with slack are examined together with the theorem.",
    };

    [Parameter("mixture", "ξ as terms joined by colons", Values = "terms such as 3:q3 for 3 + q³")]
    public Choices<Mixture> Mixtures { get; init; } =
    [
        Mixture.ConstantAndPower(3, 3),
        Mixture.ConstantAndPower(20, 3),
        Mixture.Parse("4:q:q3", null),
        Mixture.ConstantAndPower(10000, 3),
    ];

    [Parameter("ratio", "α", Minimum = 0.01, Maximum = 0.99)]
    public Choices<double> Ratios { get; init; } = [0.25, 0.5, 0.9];

    [Parameter("steps", "1/δ", Minimum = 2, Maximum = 10000, Size = true)]
    public Choices<int> Steps { get; init; } = [5, 20, 80];

    [Parameter("factor", "the cost over δ/(2α), at most", Minimum = 0, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("has-ratio", "whether δ/2 is divided by α")]
    public bool HasRatio { get; init; } = true;

    [Parameter("attained", "share of δ/(2α) that is attained for large ξ(0)", Minimum = 0, Maximum = 2)]
    public double AttainedShare { get; init; } = 0.9;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("δ/(4α)", this with { Factor = 0.5 }, Cost),
        new("δ/2", this with { HasRatio = false }, Cost),
        new("more than δ/(2α) for large ξ(0)", this with { AttainedShare = 1.01 }, Attained),
    ];

    protected override Experiment<SlackCostCell, SlackCostOutcome> Experiment { get; } = new SlackCostExperiment();

    protected override IReadOnlyList<SlackCostCell> Cells =>
    [
        .. from mixture in Mixtures
           from ratio in Ratios
           from steps in Steps
           select new SlackCostCell(mixture, ratio, steps),
    ];

    protected override Evidence Judge(Examination<SlackCostCell, SlackCostOutcome> examination)
    {
        // Where ξ″ vanishes, z* does, and the bound is attained.
        Evidence cost = examination.ForAllEnclosed(
            "ũ − u − δ/(2α), and u − ũ",
            (cell, o) => Interval.Max(
                o.Cost - Factor / (2 * Interval.Of(HasRatio ? cell.Ratio : 1)) / cell.Steps,
                -o.Cost)).Named(Cost);
        return Cells.Any(IsLarge)
            ? Evidence.All(
            [
                cost,
                examination.Where(IsLarge).ForAllCertainly(
                    "0.9·δ/(2α) − (ũ − u), over δ/(2α)",
                    (cell, o) => AttainedShare - o.Cost * 2 * cell.Ratio * cell.Steps).Named(Attained),
            ])
            : cost;
    }

    private static bool IsLarge(SlackCostCell cell)
    {
        double roots = cell.Mixture.Coefficients.Skip(2).Sum(Math.Sqrt);
        return cell.Ratio * cell.Mixture.Constant >= 2000 * roots * roots;
    }
}
