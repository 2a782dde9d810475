using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.Existence;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.Existence;

// The figures are missing from the text, and so are formulas of α_LB and α_UB. What is examined here are bounds derived
// from the two moments and from Gordon's comparison (SecondMomentBound, FirstMomentBound, ComparisonBound), which have
// the printed asymptotics.

/// <summary>The order of the curves of the phase diagram.</summary>
public sealed record ExistenceThresholds : Claim<ExistenceCell, ExistenceOutcome>
{
    private const string Gray = "gray region", Comparison = "comparison", Descent = "Hessian descent", Small = "p = 3";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/existence-thresholds",
        Title = "α_LB and α_HD lie below α_UB, by the moments and by comparison; for p = 3, α_LB lies below α_HD",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = RandomSystemsTalk.At("Q1: ξ(q) = ξ_0 + q^11; Phase diagram (ξ(q) = ξ_0 + q^3); derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \xi=\xi_0+q^p:\ \alpha_{\mathrm{LB}},\alpha_{\mathrm{HD}}<\alpha_{\mathrm{UB}}
            \le\min\Big(1,\frac{\mathrm{GS}_p^2}{1+\xi_0}\Big),\quad
            \alpha_{\mathrm{LB}}<\alpha_{\mathrm{HD}} \text{ for } p=3;
            \frac1{\alpha_{\mathrm{LB}}}=1+\sup_{0<r<1}
            \frac{\xi_0\rho/(1+\rho)-\frac12\log\frac{1-\rho^2}{1-r^2}}{-\frac12\log(1-r^2)},\quad \rho=r^p
            """),
        Hypotheses = ["p ≥ 3", "ξ_0 > log p, below which α_UB is 1"],
        Method =
            "Each threshold is enclosed in interval arithmetic: the second moment of zeros given F(0) by branch and "
            + "bound, the first moment of critical points and Hessian descent from closed forms, the ground state "
            + "GS_p from its equation.",
    };

    [Parameter("degree", "p", Minimum = 3, Maximum = 1_000_000, Size = true)]
    public Choices<int> Degrees { get; init; } = [3, 11];

    [Parameter("constant", "ξ_0", Minimum = 0.001, Maximum = 1e6)]
    public Choices<double> Constants { get; init; } = [2.5, 6, 50];

    [Parameter("lower-factor", "what α_LB is multiplied with", Minimum = 0.1, Maximum = 10)]
    public double LowerFactor { get; init; } = 1;

    [Parameter("descent-factor", "what α_HD is multiplied with", Minimum = 0.1, Maximum = 10)]
    public double DescentFactor { get; init; } = 1;

    [Parameter("has-threshold-energy", "whether E∞² = 4(p − 1)/p stands in place of GS_p²")]
    public bool HasThresholdEnergy { get; init; }

    [Parameter("least", "least p of which α_LB < α_HD is left out", Minimum = 4, Maximum = 1_000_000)]
    public int Least { get; init; } = 4;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("1.7α_LB lies below α_UB", this with { LowerFactor = 1.7, Least = 4 }, Gray),
        new("E∞ in place of GS_p", this with { HasThresholdEnergy = true }, Comparison),
        new("1.04α_HD lies below α_UB", this with { DescentFactor = 1.04 }, Descent),
        new("α_LB lies below α_HD for p = 11 as well", this with { Least = 12 }, Small),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        Constants.Any(constant => Degrees.Any(p => constant <= IntervalFunctions.Log(p).Upper))
            ? ["ξ_0 has to exceed log p: α_UB is 1 otherwise"]
            : [];

    public override Claim At(Tier tier) => tier == Tier.Smoke
        ? this
        : this with { Degrees = [3, 4, 7, 11], Constants = [2.5, 4, 6, 12, 20, 50] };

    protected override Experiment<ExistenceCell, ExistenceOutcome> Experiment { get; } = new ExistenceExperiment();

    protected override IReadOnlyList<ExistenceCell> Cells =>
        [.. from p in Degrees from constant in Constants select new ExistenceCell(p, constant)];

    protected override Evidence Judge(Examination<ExistenceCell, ExistenceOutcome> examination) => Evidence.All(
    [
        examination.ForAllCertainly(
            "α_LB − α_UB, by the two moments", (_, o) => LowerFactor * o.SecondMoment - o.FirstMoment).Named(Gray),
        examination.ForAllCertainly(
            "α_UB by the first moment − min(1, GS_p²/(1 + ξ_0))",
            (cell, o) => o.FirstMoment - (HasThresholdEnergy
                ? Interval.Min(1, Interval.OfRational(4L * (cell.Degree - 1), cell.Degree)
                    / (1 + Interval.Of(cell.Constant)))
                : o.Comparison)).Named(Comparison),
        examination.ForAllCertainly(
            "α_HD − α_UB", (_, o) => DescentFactor * o.HessianDescent - o.FirstMoment).Named(Descent),
        examination.Where(cell => cell.Degree < Least).ForAllCertainly(
            "α_LB − α_HD", (_, o) => o.SecondMoment - o.HessianDescent).Named(Small),
    ]);
}
