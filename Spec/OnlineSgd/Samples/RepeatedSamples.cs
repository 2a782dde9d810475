using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.OnlineSgd.Samples;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Samples;

// T = d^(k−1) draws from n = d^k samples meet no sample twice with probability about e^(−T²/2n) = e^(−d^(k−2)/2):
// bounded away from 1 for k = 2, nearly 0 for k ≥ 3. What is true: the share of repeated draws is below T/2n = 1/(2d).

/// <summary>How often batch-1 SGD sees a sample again.</summary>
public sealed partial record RepeatedSamples : Claim<RepeatedSamplesCell, RepeatedSamplesOutcome>
{
    private const string Share = "the share of repeated draws", Never = "no repetition";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/repeated-samples",
        Title =
            "Of d^(k−1) draws from d^k samples a share below 1/(2d) repeats one, but for k ≥ 3 nearly surely some do",
        Kind = ClaimKind.HighProbability,
        Source = OnlineSgdLecture.At("Landscape concentration"),
        Quotations =
        [
            @"If $\gamma = \frac{1}{2}$, $n \geq d^k$ random initialization falls in this cap w.h.p.",
            "so in fact see each sample only once during the dynamics w.h.p.",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            @"n=d^k,\ T=d^{k-1}:\quad P(\text{each sample is seen at most once in } T \text{ draws})\to 1")
        {
            Corrected =
                """
                P(\text{no sample twice})\le e^{-T(T-1)/(2n)},\quad T(T-1)/(2n)\to\infty \text{ for } k\ge 3,\
                \to\tfrac12 \text{ for } k=2;
                \text{the mean share of repeated draws is at most } \frac{T-1}{2n}<\frac{1}{2d}
                """,
            Reason =
                "The birthday problem: $\\prod_{i<T}(1-i/n)\\le e^{-T(T-1)/(2n)}$. For $k=3$ and $d=20$ the "
                + "probability of no repetition is $4\\cdot 10^{-5}$. The conclusion that nothing is gained over "
                + "online SGD stands: all but a share $1/(2d)$ of the draws are fresh.",
        },
        Hypotheses = ["draws uniform and independent", "n = d^k and T = d^(k−1); for k = 1 there is one draw"],
        Method =
            "The probability of no repetition and the mean share of repeated draws in closed form. \"With high "
            + "probability\" is read as at least 0.9 at every dimension of the list.",
    };

    [Parameter("d", "dimension", Minimum = 2, Maximum = 1000, Size = true)]
    public Choices<int> Dimensions { get; init; } = [10, 30, 100];

    [Parameter("degree", "k", Minimum = 2, Maximum = 4, Size = true)]
    public Choices<int> Degrees { get; init; } = [2, 3];

    [Parameter("share", "c of the share c/d", Minimum = 0.1, Maximum = 1)]
    public double ShareConstant { get; init; } = 0.5;

    [Parameter("rate", "c of e^(−cT(T−1)/n)", Minimum = 0.1, Maximum = 1)]
    public double Rate { get; init; } = 0.5;

    [Parameter("fresh", "whether no sample is seen twice with probability 0.9")]
    public bool IsFresh { get; init; }

    public override Claim AsPrinted => this with { IsFresh = true };

    public override string PrintedPart => Never;

    public override IEnumerable<string> UnmetHypotheses =>
        Dimensions.Any(d => Degrees.Any(k => Draws(d, k) > RepeatedSamplesExperiment.MostDraws))
            ? ["more than 10⁶ draws are not counted here"]
            : [];

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("a share below 0.45/d", this with { ShareConstant = 0.45 }, Share),
        new("P(no repetition) ≤ e^(−0.55·T(T−1)/n)", this with { Rate = 0.55 }, Never),
    ];

    protected override Experiment<RepeatedSamplesCell, RepeatedSamplesOutcome> Experiment { get; } =
        new RepeatedSamplesExperiment();

    protected override IReadOnlyList<RepeatedSamplesCell> Cells =>
    [
        .. from d in Dimensions
           from k in Degrees
           where Draws(d, k) <= RepeatedSamplesExperiment.MostDraws
           select new RepeatedSamplesCell(d, k),
    ];

    protected override Evidence Judge(Examination<RepeatedSamplesCell, RepeatedSamplesOutcome> examination) =>
        Evidence.All([
            examination.ForAll(
                "mean share of repeated draws over c/d, less 1",
                (cell, o) => o.RepeatedShare * cell.Dimension / ShareConstant - 1,
                (cell, o) => cell.Dimension / ShareConstant * o.Error,
                "rounding of 1 − n(1 − (1 − 1/n)^T)/T").Named(Share),
            examination.ForAll(
                IsFresh ? "log 0.9 − log P(no repetition)" : "log P(no repetition) + cT(T−1)/n, over 1 + |log P|",
                (cell, o) => IsFresh
                    ? ElementaryFunctions.Log(0.9) - o.LogOfNone
                    : (o.LogOfNone + Rate * (o.Draws - 1) / cell.Dimension) / (1 - o.LogOfNone),
                (_, o) => IsFresh ? o.Error : o.Error / (1 - o.LogOfNone) + 8 * DoublePrecision.UnitRoundoff,
                "rounding of the sum of T logarithms").Named(Never),
        ]);

    private static double Draws(int d, int k)
    {
        double draws = 1;
        for (int i = 1; i < k; i++)
            draws *= d;
        return draws;
    }
}
