using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.HessianDescent;

// ρ = (p − 1)/p. The bounds follow from 2a√(1 − α) ≤ z* ≤ 2a, and say 4ρ ≥ αξ_0 ≥ 4ρξ_0/(ξ_0 + 4ρ) ≥ 4ρ − 16ρ²/ξ_0.

/// <summary>Both printed bounds of the threshold of Hessian descent, and its limit for large ξ_0.</summary>
public sealed record HessianDescentThreshold : Claim<ThresholdCell, ThresholdOutcome>
{
    private const string LowerBound = "lower bound", UpperBound = "upper bound", Tendency = "limit";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/hessian-descent-threshold",
        Title = "The threshold of Hessian descent lies between both printed bounds, and α_HD·ξ_0 tends to 4(p − 1)/p",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = RandomSystemsTalk.At("Special case: ξ(q) = ξ_0 + q^p"),
        Quotations =
        [
            @"\frac{4(p-1)}{p\xi_0 + 4(p-1)} \leq \alpha_{\text{HD}}(\xi_0, p) \leq \frac{4(p-1)}{p\xi_0}.",
        ],
        Statement = new(
            """
            \alpha_{\mathrm{HD}}=\sup\{\alpha<1:u(1;\alpha,\xi_0+q^p)=0\}:\quad
            \frac{4(p-1)}{p\xi_0+4(p-1)}\le\alpha_{\mathrm{HD}}\le\frac{4(p-1)}{p\xi_0};\quad
            \Big|\alpha_{\mathrm{HD}}\xi_0-\frac{4(p-1)}p\Big|\le\frac{16}{\xi_0}
            """),
        Hypotheses = ["p ≥ 2", "ξ_0 > 0", "the equation of the theorem with a²m"],
        Method =
            "The threshold from its closed form, enclosed to 10⁻¹² over degrees and constants, with the equation "
            + "behind it examined in claims of their own. The talk does not define the threshold: it is read as the "
            + "largest α at which the theorem's bound of the risk vanishes.",
    };

    [Parameter("degree", "p", Minimum = 2, Maximum = PowerThreshold.LargestDegree, Size = true)]
    public Choices<int> Degrees { get; init; } = [2, 3, 5, 11, 100];

    [Parameter("constant", "ξ_0", Minimum = 0.001, Maximum = 1e6)]
    public Choices<double> Constants { get; init; } = [0.1, 1, 1.5, 2, 3, 6, 20, 50, 200, 1000];

    [Parameter("lower-offset", "added to 4(p − 1) in the lower bound's denominator", Minimum = -1e6, Maximum = 1e6)]
    public double LowerOffset { get; init; }

    [Parameter("upper-offset", "added to ξ_0 in the upper bound's denominator", Minimum = 0, Maximum = 1e6)]
    public double UpperOffset { get; init; }

    [Parameter("limit-factor", "limit of α_HD·ξ_0 over 4(p − 1)/p", Minimum = 0.1, Maximum = 10)]
    public double LimitFactor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("4(p − 1)/(pξ_0 + 4(p − 1) − 2) as the lower bound", this with { LowerOffset = -2 }, LowerBound),
        new("4(p − 1)/(p(ξ_0 + 1.5)) as the upper bound", this with { UpperOffset = 1.5 }, UpperBound),
        new("4.2(p − 1)/p as the limit", this with { LimitFactor = 1.05 }, Tendency),
    ];

    public override Claim At(Tier tier) => tier == Tier.Smoke
        ? this
        : this with { Degrees = [2, 3, 4, 5, 8, 11, 20, 50, 100, 1000, 100_000] };

    protected override Experiment<ThresholdCell, ThresholdOutcome> Experiment { get; } = new ThresholdExperiment();

    protected override IReadOnlyList<ThresholdCell> Cells =>
        [.. from p in Degrees from constant in Constants select new ThresholdCell(p, constant)];

    protected override Evidence Judge(Examination<ThresholdCell, ThresholdOutcome> examination) => Evidence.All(
    [
        examination.ForAllCertainly(
            "4(p − 1)/(pξ_0 + 4(p − 1)) − α_HD",
            (cell, o) => 4 * (cell.Degree - 1.0)
                / (cell.Degree * Interval.Of(cell.Constant) + 4 * (cell.Degree - 1.0) + LowerOffset) - o.Threshold)
            .Named(LowerBound),
        examination.ForAllCertainly(
            "α_HD − 4(p − 1)/(pξ_0)",
            (cell, o) => o.Threshold
                - 4 * (cell.Degree - 1.0) / (cell.Degree * (Interval.Of(cell.Constant) + UpperOffset)))
            .Named(UpperBound),
        examination.ForAllCertainly(
            "|α_HD·ξ_0 − 4(p − 1)/p| − 16/ξ_0",
            (cell, o) => Interval.Abs(
                o.Threshold * cell.Constant
                    - LimitFactor * Interval.OfRational(4L * (cell.Degree - 1), cell.Degree))
                - 16 / Interval.Of(cell.Constant)).Named(Tendency),
    ]);
}
