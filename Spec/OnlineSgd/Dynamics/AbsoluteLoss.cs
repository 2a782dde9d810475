using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Dynamics;

// φ(m) = E|f(a) − f(b)| has the slope −φ′(0) > 0 for odd k, and is even for even k: the absolute loss has information
// exponent 1 or 2. Θ(d) steps for odd k, Θ(d log d) for even k.

/// <summary>Online SGD on the absolute loss needs d steps for odd degrees, and d log d for even ones.</summary>
public sealed record AbsoluteLoss : HittingTimes
{
    private const string Odd = "odd degree", Even = "even degree";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/absolute-loss",
        Title = "On the absolute loss online SGD needs a number of steps linear in d for odd k, and d log d for k = 2",
        Kind = ClaimKind.Scaling,
        Guarantee = Guarantee.Asymptotic,
        Source = OnlineSgdLecture.At("How tight are these guarantees?", "N. Joshi, T. Misiakiewicz, N. Srebro, 2024"),
        Quotations =
        [
            @"taking $L^1$ loss $l(y, \hat{y}) = |y - \hat{y}|$",
            @"online SGD succeeds in $m \asymp T \asymp d$",
        ],
        Printed = PrintedStatus.Loose,
        Statement = new(
            """
            f=H_k/\sqrt{k!},\ \ell=|y-\hat y|,\ \eta\asymp\tfrac1d:\quad
            |m_t|\ge\tfrac12 \text{ for some } t\asymp d \text{ up to logarithms w.h.p.}
            """)
        {
            Corrected =
                """
                t\asymp d \text{ for odd } k;\quad t\asymp d\log d \text{ for } k=2:\
                t\approx\frac d\delta\int_{d^{-1/2}}^{1/2}\frac{dm}{m(\frac{2\sqrt2}{\pi}\sqrt{1-m^2}-\delta)}
                """,
            Reason =
                "The sign ≍ of this section leaves logarithms out: \"online SGD requires $n=T\\asymp d^{k-1}$\" stands "
                + "for $d\\log d$ at $k=2$. So it does here: for even $k$ the loss is even in $m$ and has no drift at "
                + "the equator, its information exponent is 2 and not 1. For $k=2$, "
                + "$\\mathbb{E}|f(a)-f(b)|=\\frac{2\\sqrt2}{\\pi}\\sqrt{1-m^2}$, and the overlap grows by a constant "
                + "factor in a time of order $d$.",
        },
        Hypotheses = ["k odd, or k = 2 with the logarithm", "η = δ/d with δ small", "m₀ = d^(−1/2) > 0"],
        Method =
            "Paths of the exact overlap chain until |m| = ½. For k = 1 and 3 a share above 0.9 arrives within 60·d "
            + "steps at all dimensions together. For k = 2 log T is regressed on the log of the mean dynamics' time, "
            + "which has the factor log d.",
    };

    [Parameter("d", "dimensions for k = 2", Minimum = 32, Maximum = 1000000, Size = true)]
    public Choices<int> Dimensions { get; init; } = [64, 128, 256, 512];

    [Parameter("odd-d", "dimensions for odd k", Minimum = 32, Maximum = 1000000, Size = true)]
    public Choices<int> OddDimensions { get; init; } = [64, 256];

    [Parameter("degree", "odd k", Minimum = 1, Maximum = 5, Size = true)]
    public Choices<int> Degrees { get; init; } = [1, 3];

    [Parameter("delta", "δ of η = δ/d for odd k", Minimum = 0.01, Maximum = 1)]
    public double Delta { get; init; } = 0.1;

    [Parameter("even-delta", "δ of η = δ/d for k = 2", Minimum = 0.01, Maximum = 0.6)]
    public double EvenDelta { get; init; } = 0.1;

    [Parameter("time", "T/d that has to suffice for odd k", Minimum = 1, Maximum = 1000)]
    public double Time { get; init; } = 60;

    [Parameter("squared", "whether the loss is the squared one")]
    public bool IsSquared { get; init; }

    [Parameter("without-logarithm", "whether T ≍ d for k = 2")]
    public bool IsWithoutLogarithm { get; init; }

    [Parameter("logarithms", "whether T ≍ d log² d for k = 2")]
    public bool HasSecondLogarithm { get; init; }

    // A pilot of 2000 paths each with other seeds: for k = 3 the 99.5 % quantile of T/d is 54 at d = 64 and 41 at 512,
    // for k = 1 it is 8.1; for k = 2 the scatter of log T falls from 0.263 at d = 64 to 0.161 at 512, 0.21 pooled, and
    // the mean of log T moves by 0.014 against the prediction, its slope by 0.01.
    private const double Threshold = 0.5, Probability = 0.9, Planned = 0.98, Allowance = 0.05, Scatter = 0.23;

    // Paths are followed as long whatever is claimed: variants share them.
    private const double FollowedTime = 60;

    public override IEnumerable<string> UnmetHypotheses =>
        Degrees.Any(k => k % 2 == 0) ? ["an even degree is not odd"] : [];

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the squared loss does as well", this with { IsSquared = true, Degrees = [3] }, Odd),
        new("15·d steps suffice", this with { Time = 15, Degrees = [3] }, Odd),
        new("k = 2: T ≍ d without a logarithm", this with { IsWithoutLogarithm = true }, Even),
        new("k = 2: d log² d", this with { HasSecondLogarithm = true }, Even),
    ];

    public override Claim At(Tier tier) => tier == Tier.Smoke
        ? this
        : this with { OddDimensions = [64, 4096], Dimensions = [64, 256, 1024, 4096] };

    protected override IReadOnlyList<HittingTimeCell> Cells =>
    [
        .. from k in Degrees from d in OddDimensions select Cell(k, d, Delta, Math.Max(Time, FollowedTime) * d),
        .. Dimensions.Select(d => Cell(2, d, EvenDelta, 10 * Predicted(d))),
    ];

    protected override int TrialsNeeded(double level) => Paths(
        level, Probability, Planned, OddDimensions.Count * Degrees.Count, Scatter, Allowance, Gap,
        Dimensions.Select(Predicted));

    protected override Evidence Judge(Examination<HittingTimeCell, HittingTimeOutcome> examination) => Evidence.All(
    [
        Arrive(
            examination.Where(cell => cell.Degree != 2), "|m| reaches ½ within the steps claimed",
            cell => Math.Ceiling(Time * cell.Dimension), Probability).Named(Odd),
        Scale(
            examination.Where(cell => cell.Degree == 2),
            cell => Claimed(cell.Dimension, IsWithoutLogarithm, HasSecondLogarithm),
            Allowance,
            Gap).Named(Even),
    ]);

    // To T ≍ d and T ≍ d·log² d, with the finite-size terms of the prediction.
    private double Gap => Math.Min(
        SlopeDesign.Gap(Dimensions.Select(d => Claimed(d, true, false)), Dimensions.Select(Predicted)),
        SlopeDesign.Gap(Dimensions.Select(d => Claimed(d, false, true)), Dimensions.Select(Predicted)));

    private HittingTimeCell Cell(int k, int d, double δ, double cap) => new(
        k, IsSquared && k != 2 ? SampleLoss.Squared : SampleLoss.Absolute, d, δ / d, 1 / Math.Sqrt(d), Threshold,
        Either: true, (long)Math.Ceiling(cap));

    private double Claimed(int d, bool isWithoutLogarithm, bool hasSecondLogarithm) =>
        isWithoutLogarithm ? d : Predicted(d) * (hasSecondLogarithm ? Predicted(d) / d : 1);

    private double Predicted(int d) => AbsoluteLossTime.Steps(d, EvenDelta, 1 / Math.Sqrt(d), Threshold);
}
