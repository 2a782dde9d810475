using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.RandomSystems.Zeros;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.Zeros;

// Sol is a subset of the sphere and F(−x) = ±F(x): zeros come in pairs, and the mean is 2∏√p_i (mean-of-real-zeros). A
// What is examined of the limit is a tendency: the share of draws near 2∏√p_i rises, with the degree of one form and
// with the number of quadrics; near ∏√p_i it falls.

/// <summary>Where the number of real zeros concentrates.</summary>
public sealed record ConcentrationOfRealZeros : Claim<RealZeroCell, RealZeroOutcome>
{
    private const string OfDegree = "the degree grows", OfEquations = "the number of equations grows";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/concentration-of-real-zeros",
        Title = "The number of real zeros on the sphere concentrates at 2∏√p_i, not at ∏√p_i",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Asymptotic,
        Source = RandomSystemsTalk.At("History: Real setting", "E. Subag, arXiv:2303.11924"),
        Quotations =
        [
            "Homogeneous case,  $n = d - 1$.",
            "With high probability",
            @"$$|\text{Sol}_{n,d}(0)| = (1 + o(1)) \prod_{i=1}^n \sqrt{p_i}$$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            @"n=d-1:\ |\{x\in\mathbb{S}^{d-1}:F(x)=0\}|=(1+o(1))\prod_{i=1}^n\sqrt{p_i} \text{ with high probability}")
        {
            Corrected =
                """
                n=d-1:\ |\{x\in\mathbb{S}^{d-1}:F(x)=0\}|=2(1+o(1))\prod_{i=1}^n\sqrt{p_i}
                \text{ with high probability};
                \text{examined: } P(|N-2\prod_i\sqrt{p_i}|\le w\cdot 2\prod_i\sqrt{p_i}) \text{ rises}
                """,
            Reason =
                "Sol is defined on the sphere, where $x$ and $-x$ are zeros together: the mean is "
                + "$2\\prod\\sqrt{p_i}$, and $\\prod\\sqrt{p_i}$ counts lines. Smallest case: one linear form has two "
                + "zeros on the circle.",
        },
        Hypotheses = ["independent forms of the Kostlan law"],
        Method =
            "Zeros counted with proof, as for their mean: one form of two degrees, and quadrics in two numbers. The "
            + "share of draws within a share w of 2∏√p_i has to rise. Beyond these sizes the limit d → ∞ "
            + "is not examined. Rising shares do not tell 2 from constants that are greater, such as 3: the mean, "
            + "examined on its own, does.",
    };

    [Parameter("degree-from", "lesser degree of one form", Minimum = 1, Maximum = 100)]
    public int DegreeFrom { get; init; } = 3;

    [Parameter("degree-to", "greater degree of one form", Minimum = 2, Maximum = 400)]
    public int DegreeTo { get; init; } = 64;

    [Parameter("equations-from", "lesser number of quadrics", Minimum = 2, Maximum = 8)]
    public int EquationsFrom { get; init; } = 2;

    [Parameter("equations-to", "greater number of quadrics", Minimum = 2, Maximum = 10)]
    public int EquationsTo { get; init; } = 6;

    [Parameter("degree-width", "w for one form", Minimum = 0.05, Maximum = 1)]
    public double DegreeWidth { get; init; } = 0.5;

    [Parameter("equations-width", "w for quadrics", Minimum = 0.05, Maximum = 1)]
    public double EquationsWidth { get; init; } = 0.75;

    [Parameter("degree-rise", "claimed rise of the share with the degree", Minimum = 0.001, Maximum = 0.5)]
    public double DegreeRise { get; init; } = 0.02;

    [Parameter(
        "equations-rise", "claimed rise of the share with the number of quadrics", Minimum = 0.001, Maximum = 0.5)]
    public double EquationsRise { get; init; } = 0.02;

    [Parameter("factor", "the constant before the product", Minimum = 0.5, Maximum = 4)]
    public double Factor { get; init; } = 2;

    [Parameter("degree-exponent", "e of p^e for one form", Minimum = 0, Maximum = 1)]
    public double DegreeExponent { get; init; } = 0.5;

    [Parameter("equations-exponent", "e of 2^(en) for quadrics", Minimum = 0, Maximum = 1)]
    public double EquationsExponent { get; init; } = 0.5;

    public override Claim AsPrinted => this with { Factor = 1 };

    public override string PrintedPart => OfDegree;

    public override IEnumerable<string> UnmetHypotheses =>
        DegreeFrom < DegreeTo && EquationsFrom < EquationsTo ? [] : ["sizes have to grow"];

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("2p^(3/4) for one form", this with { DegreeExponent = 0.75 }, OfDegree),
        new("2p^(1/4) for one form", this with { DegreeExponent = 0.25 }, OfDegree),
        new("2∏p_i for quadrics", this with { EquationsExponent = 1 }, OfEquations),
    ];

    public override int Decisions => 2;

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { DegreeTo = 144, EquationsTo = 7 };

    protected override Experiment<RealZeroCell, RealZeroOutcome> Experiment { get; } = new RealZeroExperiment();

    protected override IReadOnlyList<RealZeroCell> Cells =>
    [
        new(1, 1, DegreeFrom, true), new(1, 1, DegreeTo, true), new(EquationsFrom, 2, 2, true),
        new(EquationsTo, 2, 2, true),
    ];

    // Shares in pilots of 600 draws or more, with other seeds: 0.63 and 0.98 at the degrees 3 and 64, 0.60 and 0.97 for
    // two and six quadrics.
    protected override int TrialsNeeded(double level) => Math.Max(
        TrialDesign.TrialsToTell(0.64, 0.97, 0.02, level), TrialDesign.TrialsToTell(0.61, 0.96, 0.02, level));

    protected override Evidence Judge(Examination<RealZeroCell, RealZeroOutcome> examination) => Evidence.All(
    [
        examination.Where(cell => cell.Equations == 1).Rises(
            $"one form, degrees {DegreeFrom} and {DegreeTo}: |N/({Factor}p^{DegreeExponent}) − 1| ≤ {DegreeWidth}",
            (cell, o) => Near(o, Factor * Powers.Real(cell.LastDegree, DegreeExponent), DegreeWidth),
            cell => cell.LastDegree == DegreeFrom,
            cell => cell.LastDegree == DegreeTo,
            DegreeRise).Named(OfDegree),
        examination.Where(cell => cell.Equations > 1).Rises(
            $"{EquationsFrom} and {EquationsTo} quadrics: |N/({Factor}·2^({EquationsExponent}n)) − 1| ≤ "
            + $"{EquationsWidth}",
            (cell, o) =>
                Near(o, Factor * Powers.Real(Powers.Integer(2, cell.Equations), EquationsExponent), EquationsWidth),
            cell => cell.Equations == EquationsFrom,
            cell => cell.Equations == EquationsTo,
            EquationsRise).Named(OfEquations),
    ]);

    // The number lies between Zeros and Zeros + Open.
    private static TrialResult Near(RealZeroOutcome o, double center, double width)
    {
        double low = (1 - width) * center, high = (1 + width) * center;
        return o.Zeros >= low && o.Zeros + o.Open <= high ? TrialResult.Success
            : o.Zeros > high || o.Zeros + o.Open < low ? TrialResult.Failure
            : TrialResult.Open;
    }
}
