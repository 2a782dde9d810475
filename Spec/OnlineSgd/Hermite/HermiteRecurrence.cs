using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Hermite;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Hermite;

// (iii) H_{k+1} = xH_k − kH_{k−1}, and the four polynomials that the lecture writes out. In integers.

/// <summary>The recurrence of the Hermite polynomials and the first four of them.</summary>
public sealed record HermiteRecurrence : Claim<HermiteCoefficientsCell, HermiteCoefficientsOutcome>
{
    private const string Recurrence = "the recurrence", Table = "the polynomials written out";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/hermite-recurrence",
        Title = "Hermite polynomials follow the three-term recurrence; the first four are as written out",
        Kind = ClaimKind.Identity,
        Source = OnlineSgdLecture.At("Hermite polynomials & the information exponent, property (iii)"),
        Quotations =
        [
            @"(iii) $H_{k+1}(x) = x H_k(x) - k H_{k-1}(x)$",
            @"$H_0(x) = 1 \quad H_1(x) = x \quad H_2(x) = x^2 - 1 \quad H_3(x) = x^3 - 3x$",
        ],
        Statement = new(
            """
            H_{k+1}(x)=xH_k(x)-kH_{k-1}(x);
            H_0=1,\quad H_1=x,\quad H_2=x^2-1,\quad H_3=x^3-3x
            """),
        Hypotheses = ["k ≥ 1"],
        Method = "Coefficients of the explicit sums, integers below 2⁵³; no rounding occurs.",
    };

    [Parameter("degree", "largest degree k", Minimum = 2, Maximum = 20, Size = true)]
    public int Degree { get; init; } = 20;

    [Parameter("shift", "s of xH_k − (k + s)H_{k−1}", Minimum = -1, Maximum = 1)]
    public int Shift { get; init; }

    [Parameter("leading", "factor of xH_k", Minimum = 1, Maximum = 2)]
    public double Leading { get; init; } = 1;

    [Parameter("cubic", "c of H_3 = x³ + cx", Minimum = -4, Maximum = 0)]
    public double Cubic { get; init; } = -3;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("xH_k − (k − 1)H_{k−1}", this with { Shift = -1 }, Recurrence),
        new("2xH_k, as for the weight exp(−x²)", this with { Leading = 2 }, Recurrence),
        new("H_3 = x³ − x", this with { Cubic = -1 }, Table),
    ];

    protected override Experiment<HermiteCoefficientsCell, HermiteCoefficientsOutcome> Experiment { get; } =
        new HermiteCoefficientsExperiment();

    protected override IReadOnlyList<HermiteCoefficientsCell> Cells =>
        [.. Enumerable.Range(1, Degree).Select(k => new HermiteCoefficientsCell(k))];

    protected override Evidence Judge(Examination<HermiteCoefficientsCell, HermiteCoefficientsOutcome> examination) =>
        Evidence.All([
            examination.ForAll(
                "largest coefficient of H_{k+1} − xH_k + kH_{k−1}",
                (cell, o) => Enumerable.Range(0, cell.Degree + 2).Max(i => Math.Abs(
                    o.Next[i]
                    - (i > 0 ? Leading * o.Current[i - 1] : 0)
                    + (i < cell.Degree ? (cell.Degree + Shift) * o.Previous[i] : 0))),
                (_, _) => 0,
                "none: integers below 2⁵³").Named(Recurrence),
            examination.Where(cell => cell.Degree == 2).ForAll(
                "largest difference from the coefficients written out",
                (_, o) => Math.Max(
                    Distance(o.Previous, [0, 1]),
                    Math.Max(Distance(o.Current, [-1, 0, 1]), Distance(o.Next, [0, Cubic, 0, 1]))),
                (_, _) => 0,
                "none: integers below 2⁵³").Named(Table),
        ]);

    private static double Distance(double[] coefficients, double[] written) =>
        coefficients.Zip(written, (a, b) => Math.Abs(a - b)).Max() + Math.Abs(coefficients.Length - written.Length);
}
