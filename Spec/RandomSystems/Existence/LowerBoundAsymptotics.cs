using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.Existence;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.Existence;

// ξ_0 = cL, L = log p. At ρ = 1 − ε the ratio of the second moment is, with ℓ = log(1/2ε), about
//     (1/c)(1 + ℓ/L)/(1 − ε/2 + ℓ/(cL)) = (1/c)(1 + (1 − 1/c)ℓ/L + ε/2),
// least at ε = 2(1 − 1/c)/L: cα_LB = 1 + (1 − 1/c)(log(L/(4(1 − 1/c))) + 1)/L + …. That is how slowly o_p(1) falls.
// The bound has 2 in place of 1 − log 4. Near c = 1 it needs the logarithm of 1 − 1/c: log L + 2 alone is exceeded at
// p = 10⁶, c = 1.01.

/// <summary>α_LB = (log p/ξ_0)(1 + o_p(1)), where ξ_0 is at least log p.</summary>
public sealed partial record LowerBoundAsymptotics : Claim<SecondMomentCell, SecondMomentOutcome>
{
    private const string FromBelow = "from below", FromAbove = "from above";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/lower-bound-asymptotics",
        Title = "α_LB·ξ_0/log p tends to 1, as fast as log log p/log p, where ξ_0 ≥ log p, and only there",
        Kind = ClaimKind.Limit,
        Guarantee = Guarantee.Asymptotic,
        Source = RandomSystemsTalk.At("Special case: ξ(q) = ξ_0 + q^p"),
        Quotations =
        [
            @"\alpha_{\text{LB}}(\xi_0, p) = \frac{\log p}{\xi_0} \cdot (1 + o_p(1)).",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(@"\alpha_{\mathrm{LB}}(\xi_0,p)=\frac{\log p}{\xi_0}(1+o_p(1))")
        {
            Corrected =
                """
                \text{for } \xi_0=c\log p,\ c>1:\quad
                0\le\frac{\alpha_{\mathrm{LB}}\,\xi_0}{\log p}-1
                \le\Big(1-\frac1c\Big)\frac{1}{\log p}\Big(\log\frac{\log p}{1-1/c}+2\Big)
                """,
            Reason =
                "$\\alpha_{\\mathrm{LB}}\\le1$, as $n<d$. At a fixed $\\xi_0$ the right side exceeds 1 from "
                + "$p=e^{\\xi_0}$ on; at $\\xi_0=\\frac12\\log p$ it is 2 for every $p$. For a fixed $c>1$ what is "
                + "left falls like $(1-1/c)\\log\\log p/\\log p$: at a million it is 7 percent for $c=3/2$ and 15 "
                + "percent for $c=5$.",
        },
        Hypotheses = ["p ≥ 11", "ξ_0 > log p", "α_LB of the second moment of zeros, given F(0)"],
        Method =
            "α_LB is enclosed for degrees up to a million and ξ_0 = c·log p, by branch and bound. The rate comes from "
            + "the expansion at ρ = 1 − 2(1 − 1/c)/log p; its constant is an allowance, of which the ratio uses half.",
    };

    [Parameter("degree", "p", Minimum = 11, Maximum = 1_000_000, Size = true)]
    public Choices<int> Degrees { get; init; } = [11, 200, 10_000, 1_000_000];

    [Parameter("multiple", "c = ξ_0/log p", Minimum = 0.1, Maximum = 100)]
    public Choices<double> Multiples { get; init; } = [1.01, 1.5, 5];

    [Parameter("extra", "added to log((log p)/(1 − 1/c)) in the upper bound", Minimum = 0, Maximum = 10)]
    public double Extra { get; init; } = 2;

    [Parameter("shift", "added to ξ_0 in (log p)/ξ_0", Minimum = 0, Maximum = 10)]
    public double Shift { get; init; }

    [Parameter("log-factor", "factor of log p", Minimum = 0.1, Maximum = 10)]
    public double LogFactor { get; init; } = 1;

    public override Claim AsPrinted => this with { Multiples = [0.5, .. Multiples] };

    public override string PrintedPart => FromBelow;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("(log p)/(1 + ξ_0)", this with { Shift = 1 }, FromAbove),
        new("1.2(log p)/ξ_0", this with { LogFactor = 1.2 }, FromBelow),
        new("half of log p", this with { LogFactor = 0.5 }, FromAbove),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        Multiples.Any(c => c <= 1) ? ["ξ_0 exceeds log p, c exceeds 1: α_LB ≤ 1 otherwise decides"] : [];

    public override Claim At(Tier tier) => tier == Tier.Smoke
        ? this
        : this with { Multiples = [1.01, 1.1, 1.5, 2, 5, 20] };

    protected override Experiment<SecondMomentCell, SecondMomentOutcome> Experiment { get; } =
        new SecondMomentExperiment();

    protected override IReadOnlyList<SecondMomentCell> Cells =>
        [.. from p in Degrees from c in Multiples select new SecondMomentCell(p, c)];

    protected override Evidence Judge(Examination<SecondMomentCell, SecondMomentOutcome> examination) => Evidence.All(
    [
        examination.ForAllCertainly("1 − α_LB·ξ_0/log p", (cell, o) => 1 - Ratio(cell, o)).Named(FromBelow),
        examination.Where(cell => cell.Multiple > 1).ForAllCertainly(
            "α_LB·ξ_0/log p − 1 − (1 − 1/c)(log((log p)/(1 − 1/c)) + 2)/log p",
            (cell, o) => Ratio(cell, o) - 1 - Allowed(cell)).Named(FromAbove),
    ]);

    private Interval Allowed(SecondMomentCell cell)
    {
        Interval logarithm = IntervalFunctions.Log(cell.Degree), share = 1 - 1 / Interval.Of(cell.Multiple);
        return share * (IntervalFunctions.Log(logarithm / share) + Extra) / logarithm;
    }

    private Interval Ratio(SecondMomentCell cell, SecondMomentOutcome o) =>
        o.Threshold * (o.Constant + Interval.Of(Shift)) / (LogFactor * IntervalFunctions.Log(cell.Degree));
}
