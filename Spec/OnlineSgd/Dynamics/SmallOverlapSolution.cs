using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Dynamics;

// ṁ = km^(k−1) has m_T^(−n) = m₀^(−n) − knT, n = k − 2; the lecture loses the factor n on the way. Where the flow has
// doubled its overlap, (m₀^(−n) − knT)·(2m₀)^n is 1 up to O(1/d); without the factor it is 2^n − (2^n − 1)/n.

/// <summary>The overlap of the gradient flow while it is small.</summary>
public sealed partial record SmallOverlapSolution : FlowTimes
{
    private const string One = "k = 1", Two = "k = 2", More = "k > 2";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/small-overlap-solution",
        Title = "While small, the overlap of the flow is (m₀^(−(k−2)) − k(k−2)T)^(−1/(k−2))",
        Kind = ClaimKind.Limit,
        Guarantee = Guarantee.Asymptotic,
        Source = OnlineSgdLecture.At("Gradient flow limit"),
        Quotations =
        [
            @"\frac{1}{k-2} \left[ \frac{1}{m_0^{k-2}} - \frac{1}{m_T^{k-2}} \right] = kT \quad \rightarrow m_T "
                + @"\approx \frac{1}{(d^{\frac{k}{2}-1} - kT)^{\frac{1}{k-2}}}",
            @"m_T \approx m_0 e^{kT}",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            m_0=d^{-1/2},\ m_T \text{ small}:\quad m_T\approx m_0+kT \ (k=1),\quad m_T\approx m_0e^{kT} \ (k=2),\quad
            m_T\approx(d^{k/2-1}-kT)^{-1/(k-2)} \ (k>2)
            """)
        {
            Corrected =
                """
                m_T\approx(m_0^{-(k-2)}-k(k-2)T)^{-1/(k-2)} \text{ for } k>2, \text{ the others as printed};
                \text{at } m_T=2m_0:\ |(d^{k/2-1}-k(k-2)T)(2m_0)^{k-2}-1|\le 2^{k-1}/d
                """,
            Reason =
                "The equation on the left of the arrow has the factor $1/(k-2)$, the formula on its right has lost "
                + "it. For $k=4$, $d=10^4$ the flow blows up near $T=d/8$, the printed formula at $d/4$: at "
                + "$T=1200$ the flow is at 0.050, the formula at 0.0139. For $k=3$ both agree.",
        },
        Hypotheses = ["f = H_k/√k!", "m₀ = d^(−1/2)", "m small: corrections of relative order m²"],
        Method =
            "The time until the overlap has doubled, enclosed by interval arithmetic, is put into the formulas; their "
            + "distance from the doubled overlap has to vanish like 1/d.",
    };

    [Parameter("d", "dimensions, ascending", Minimum = 100, Maximum = 1e6)]
    public override Choices<double> Dimensions { get; init; } = [1e2, 1e3, 1e4];

    [Parameter("degree", "k > 2", Minimum = 3, Maximum = 6, Size = true)]
    public override Choices<int> Degrees { get; init; } = [3, 4, 5, 6];

    [Parameter("factor-power", "e of k(k − 2)^e·T", Minimum = 0, Maximum = 2)]
    public int FactorPower { get; init; } = 1;

    [Parameter("rate", "c of m₀e^(cT) for k = 2", Minimum = 1, Maximum = 3)]
    public double Rate { get; init; } = 2;

    [Parameter("slope", "c of m₀ + cT for k = 1", Minimum = 0.5, Maximum = 2)]
    public double Slope { get; init; } = 1;

    public override Claim AsPrinted => this with { FactorPower = 0 };

    public override string PrintedPart => More;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("k(k − 2)²·T", this with { FactorPower = 2 }, More),
        new("k = 2: m₀e^(1.9·T)", this with { Rate = 1.9 }, Two),
        new("k = 1: m₀ + 0.95·T", this with { Slope = 0.95 }, One),
    ];

    protected override IReadOnlyList<int> LowDegrees => [1, 2];

    // For k = 1 the exact time is artanh 2m₀ − artanh m₀ = m₀(1 + 7m₀²/3 + …), for k = 2 ½log 2·(1 + O(m₀²)); for k > 2
    // what 1/(1 − m²) ≤ 1 + 1.05m² adds to knT is at most 1.05·n·∫m^(−(k−3)), on [m₀, 2m₀] below 2/d·(2m₀)^(−n)·2^n.
    protected override Evidence Judge(Examination<FlowTimeCell, FlowTimeOutcome> examination) => Evidence.All(
    [
        Part(examination, 1, 4, (_, o) => (o.Start + Slope * o.DoubledLower) / (2 * o.Start)).Named(One),
        Part(examination, 2, 4, (_, o) => ElementaryFunctions.Exp(Rate * o.DoubledLower) / 2).Named(Two),
        .. Degrees.Select(k => Part(examination, k, Math.ScaleB(1, k - 1), Doubled).Named(More)),
    ]);

    private static Evidence Part(
        Examination<FlowTimeCell, FlowTimeOutcome> examination, int k, double constant,
        Func<FlowTimeCell, FlowTimeOutcome, double> ratio) => Tends(
            examination, k,
            "what the formula gives at the time of doubling, over the doubled overlap (k > 2: powers −(k−2)), to 1",
            (cell, o) => ratio(cell, o) - 1, Width, rate: 1, constant, resolution: 0.02);

    private double Doubled(FlowTimeCell cell, FlowTimeOutcome o)
    {
        int n = cell.Degree - 2;
        double time = cell.Degree * o.DoubledLower;
        for (int i = 0; i < FactorPower; i++)
            time *= n;
        double power = 1;
        double scale = 1;
        for (int i = 0; i < n; i++)
            (power, scale) = (power / o.Start, scale * 2 * o.Start);
        return (power - time) * scale;
    }

    // n·2^n times the relative width, for the difference of two numbers of which the result is a 2^n-th; e^(2T) doubles
    // it.
    private static double Width(FlowTimeCell cell, FlowTimeOutcome o) =>
        Math.ScaleB(cell.Degree + 2, cell.Degree)
        * ((o.DoubledUpper - o.DoubledLower) / o.DoubledLower + DoublePrecision.Gamma(64));
}
