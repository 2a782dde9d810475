using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Dynamics;

// Of the time until ½ the flow spends the share 1 − C^(−(k−2)) below C·m₀, for k > 2: nearly all of it at overlaps of
// order d^(−1/2). For k = 2 the share is log C over log √d and vanishes. From ½ to 0.99 it takes a time that d does not
// enter.

/// <summary>For k > 2 most of the search passes at overlaps of order d^(−1/2), and the descent is fast.</summary>
public sealed record MostOfTheSearch : FlowTimes
{
    private const string Search = "the search", Descent = "the descent";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/most-of-the-search",
        Title = "For k > 2 most of the search passes below a multiple of 1/√d, and fitting takes a time of order 1",
        Kind = ClaimKind.Limit,
        Guarantee = Guarantee.Asymptotic,
        Source = OnlineSgdLecture.At("Proof of the theorem, ② Controlling the drift term; Behavior of the dynamics"),
        Quotations =
        [
            @"most of the search phase $m_T \asymp \frac{1}{\sqrt{d}}$",
            "Main difficulty in this problem is leaving the high entropy region of the initialization. As soon as one "
                + "has left this region, the \"fitting\" is fast.",
        ],
        Statement = new(
            """
            \frac{\text{time below } 2m_0}{\text{time below } \frac12}\to 1-2^{-(k-2)} \text{ for } k>2,\ m_0=d^{-1/2};
            \text{the time from } \tfrac12 \text{ to } 0.99 \text{ does not depend on } d
            """),
        Hypotheses = ["gradient flow", "f = H_k/√k!", "k > 2 for the search"],
        Method =
            "Times enclosed by interval arithmetic. The share below 2m₀ approaches its limit like d^(−1/2); in the "
            + "share 1 − C^(−(k−2)) below C·m₀ the constant C makes it as large as one likes. The time of the descent "
            + "is compared with the closed form and with 2.2, which no degree up to 7 exceeds (for k = 8 it is 2.28).",
    };

    [Parameter("d", "dimensions, ascending", Minimum = 100, Maximum = 1e10)]
    public override Choices<double> Dimensions { get; init; } = [1e2, 1e4, 1e6];

    [Parameter("degree", "k", Minimum = 2, Maximum = 7, Size = true)]
    public override Choices<int> Degrees { get; init; } = [3, 4, 5, 6];

    [Parameter("base", "B of the share 1 − B^(−(k−2))", Minimum = 1, Maximum = 4)]
    public double Base { get; init; } = 2;

    [Parameter("descent-factor", "factor of the time of the descent", Minimum = 0.5, Maximum = 2)]
    public double DescentFactor { get; init; } = 1;

    public override IEnumerable<string> UnmetHypotheses => Degrees.Contains(2) ? ["k > 2 fails"] : [];

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("k = 2 as well, with the share 0 in the limit at that rate", this with { Degrees = [2, 3] }, Search),
        new("the share 1 − 1.9^(−(k−2))", this with { Base = 1.9 }, Search),
        new("the descent takes one percent longer", this with { DescentFactor = 1.01 }, Descent),
    ];

    protected override Evidence Judge(Examination<FlowTimeCell, FlowTimeOutcome> examination) => Evidence.All(
    [
        .. Degrees.Select(k => Tends(
            examination, k, "share of the time below 2m₀, to 1 − 2^(−(k−2))",
            (_, o) => o.DoubledLower / o.HalfLower - Limit(k), (_, o) => Width(o),
            rate: 0.5, constant: 2, resolution: 0.01).Named(Search)),
        examination.ForAll(
            "|time from ½ to 0.99 − closed form|, and its excess over 2.2",
            (cell, o) => Math.Max(
                Math.Abs(o.FitLower - DescentFactor * GradientFlowTime.Between(cell.Degree, 0.5, 0.99)),
                o.FitUpper - 2.2),
            (cell, o) => o.FitUpper - o.FitLower + DoublePrecision.Gamma(64) * Math.ScaleB(1, cell.Degree),
            "width of the enclosure, and rounding of the closed form, whose terms are below 2^(k−2)",
            resolution: 1e-4).Named(Descent),
    ]);

    private double Limit(int k)
    {
        double power = 1;
        for (int i = 2; i < k; i++)
            power /= Base;
        return 1 - power;
    }

    private static double Width(FlowTimeOutcome o) =>
        (o.DoubledUpper - o.DoubledLower + (o.HalfUpper - o.HalfLower)) / o.HalfLower + DoublePrecision.Gamma(16);
}
