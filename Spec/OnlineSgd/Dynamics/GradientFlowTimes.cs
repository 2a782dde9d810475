using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Dynamics;

// ṁ = km^(k−1)(1 − m²) from 1/√d to ½: artanh ½ − artanh d^(−1/2) for k = 1, ¼log((d − 1)/3) for k = 2, and
// d^(k/2−1)/(k(k − 2))·(1 + O(d^(−1/2))) for k ≥ 3: the lecture's orders, with their constants.

/// <summary>How long the gradient flow needs from a random start.</summary>
public sealed record GradientFlowTimes : FlowTimes
{
    private const string One = "k = 1", Two = "k = 2", More = "k > 2";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/gradient-flow-times",
        Title = "The gradient flow needs times of order 1, log d and d^(k/2−1), with their constants",
        Kind = ClaimKind.Limit,
        Source = OnlineSgdLecture.At("Gradient flow limit"),
        Quotations =
        [
            @"m_T \approx m_0 + kT \quad \rightarrow \text{converge in } T = O_d(1)",
            @"\rightarrow \text{converge in } T = O_d(\log d)",
            @"\rightarrow \text{converge in } T = d^{\frac{k}{2}-1}",
        ],
        Statement = new(
            """
            T=\text{time of } \dot m=km^{k-1}(1-m^2) \text{ from } d^{-1/2} \text{ to } \tfrac12:
            T=\operatorname{artanh}\tfrac12-\operatorname{artanh}d^{-1/2} \text{ for } k=1;
            T=\tfrac14\log\tfrac{d-1}{3} \text{ for } k=2;
            |T\,k(k-2)\,d^{-(k/2-1)}-1|\le 2d^{-1/2} \text{ for } k>2,\ d\ge 100
            """),
        Hypotheses = ["f = H_k/√k!", "m₀ = d^(−1/2)"],
        Method =
            "The time is the integral of 1/(km^(k−1)(1 − m²)), enclosed by midpoint and trapezoidal rules of a convex "
            + "function in interval arithmetic. The lecture has the orders; the constants ¼ and 1/(k(k − 2)) are ours.",
    };

    [Parameter("d", "dimensions, ascending", Minimum = 100, Maximum = 1e10)]
    public override Choices<double> Dimensions { get; init; } = [1e2, 1e3, 1e4, 1e6];

    [Parameter("degree", "k > 2", Minimum = 3, Maximum = 8, Size = true)]
    public override Choices<int> Degrees { get; init; } = [3, 4, 5, 6];

    [Parameter("linear", "factor of the time for k = 1", Minimum = 0.5, Maximum = 2)]
    public double Linear { get; init; } = 1;

    [Parameter("logarithm", "coefficient of log d for k = 2", Minimum = 0.1, Maximum = 1)]
    public double Logarithm { get; init; } = 0.25;

    [Parameter("constant", "factor of d^(k/2−1)/(k(k − 2))", Minimum = 0.1, Maximum = 10)]
    public double Constant { get; init; } = 1;

    [Parameter("divides", "whether k − 2 divides the constant")]
    public bool Divides { get; init; } = true;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("k = 1: one percent longer", this with { Linear = 1.01 }, One),
        new("k = 2: ½log d", this with { Logarithm = 0.5 }, Two),
        new("d^(k/2−1)/k, as the lecture's formula of m_T has it", this with { Divides = false }, More),
        new("k > 2: ten percent longer", this with { Constant = 1.1 }, More),
    ];

    protected override IReadOnlyList<int> LowDegrees => [1, 2];

    protected override Evidence Judge(Examination<FlowTimeCell, FlowTimeOutcome> examination) => Evidence.All(
    [
        examination.Where(cell => cell.Degree == 1).ForAll(
            "|T − (artanh ½ − artanh d^(−1/2))|/T",
            (_, o) => Math.Abs(o.HalfLower / (Linear * GradientFlowTime.Between(1, o.Start, 0.5)) - 1),
            Width,
            Derivation,
            Resolution).Named(One),
        examination.Where(cell => cell.Degree == 2).ForAll(
            "|T − ¼log((d − 1)/3)|/T",
            (cell, o) => Math.Abs(
                Logarithm * ElementaryFunctions.Log((cell.Dimension - 1) / 3) / o.HalfLower - 1),
            Width,
            Derivation,
            Resolution).Named(Two),
        .. Degrees.Select(k => Tends(
            examination, k, "T over d^(k/2−1)/(k(k − 2)), to 1", (cell, o) => Ratio(cell, o) - 1, Width,
            rate: 0.5, constant: 2, resolution: 0.05).Named(More)),
    ]);

    private const double Resolution = 1e-4;

    private const string Derivation =
        "width of the enclosure over the time, and rounding of the closed form by fewer than 64 operations";

    private static double Width(FlowTimeCell cell, FlowTimeOutcome o) =>
        4 * (o.HalfUpper - o.HalfLower) / o.HalfLower + DoublePrecision.Gamma(64);

    private double Ratio(FlowTimeCell cell, FlowTimeOutcome o)
    {
        double scale = Constant / (cell.Degree * (Divides ? cell.Degree - 2 : 1));
        for (int i = 2; i < cell.Degree; i++)
            scale *= Math.Sqrt(cell.Dimension);
        return o.HalfLower / scale;
    }
}
