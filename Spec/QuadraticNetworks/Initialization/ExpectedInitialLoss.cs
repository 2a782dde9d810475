using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Initialization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Initialization;

// The mean of L(W0) over the planted weights, for W0ᵀW0 = mI and for any other start. Both expectations are enumerated:
// the risk has degree four in every coordinate and every weight, so that three points with the right moments are exact.

/// <summary>The expected population risk of the start W0ᵀW0 = mI.</summary>
public sealed record ExpectedInitialLoss : Claim<ExpectedLossCell, ExpectedLossOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/expected-initial-loss",
        Title = "The expected risk of the start W0ᵀW0 = mI, which no other start falls below",
        Kind = ClaimKind.Identity,
        Source = StationaryPointsTalk.At("Proper Initialization. Main Result."),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \text{for } W_0^TW_0=mI: \ \mathbb{E}\,\mathcal{L}(W_0)=m\,d\,[2\mu_2^2(d-1)+\mu_4(\omega_4-1)];
            \text{for } W_0^TW_0=M \text{ it is larger by the risk of } A=M-mI
            """),
        Hypotheses =
        [
            "planted weights i.i.d., centered, of unit variance, with fourth moment ω4; M does not depend on them",
            "data coordinates i.i.d., centered, with finite fourth moment, independent of the weights",
        ],
        Method =
            "Both expectations, over data and over planted weights, are finite sums: the risk has degree four in each "
            + "coordinate and each weight, and a rule of two or three points has the same "
            + "moments up to the fifth. All weights are enumerated, for W0ᵀW0 = mI and for a random start in every "
            + "trial; no closed form of the risk enters. Errors of one percent in any "
            + "constant are seen.",
    };

    [Parameter(
        "law", "laws of the data coordinates",
        Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } =
        [
            CoordinateLaw.Gaussian,
            CoordinateLaw.Uniform,
            CoordinateLaw.Laplace,
            CoordinateLaw.Rademacher,
            CoordinateLaw.TwoPoint,
        ];

    [Parameter(
        "weights", "laws of the planted weights",
        Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Weights { get; init; } =
        [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace, CoordinateLaw.Rademacher];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 4, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2, 3];

    [Parameter("m", "widths of the teacher", Minimum = 1, Maximum = 8, Size = true)]
    public Choices<int> Widths { get; init; } = [1, 2, 3, 4];

    [Parameter("most-weights", "most weights m·d that are enumerated", Minimum = 1, Maximum = 9)]
    public int MostWeights { get; init; } = 6;

    [Parameter("off-diagonal", "coefficient of μ2²(d − 1)", Minimum = 0, Maximum = 10)]
    public double OffDiagonal { get; init; } = 2;

    [Parameter("shift", "what is subtracted from ω4", Minimum = -10, Maximum = 10)]
    public double Shift { get; init; } = 1;

    [Parameter("width-power", "power of m", Minimum = 0, Maximum = 4)]
    public int WidthPower { get; init; } = 1;

    [Parameter("bias", "coefficient of the risk of M − mI for other starts", Minimum = 0, Maximum = 10)]
    public double Bias { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("off-diagonal entries of A counted 1.98 times instead of twice", this with { OffDiagonal = 1.98 }, Start),
        new("ω4 − 0.99 in place of ω4 − 1", this with { Shift = 0.99 }, Start),
        new("m² in place of m", this with { WidthPower = 2 }, Start),
        new("other starts cost one percent less in the mean", this with { Bias = 0.99 }, Others),
        new("weights of variance 2", this with { Weights = [CoordinateLaw.TwoPoint] }, Start),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        from law in Weights where law.SecondMoment != 1
        select $"planted weights of unit variance; the {law} law has {law.SecondMoment}";

    public override int Decisions => 2;

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { MostWeights = 9 };

    protected override Experiment<ExpectedLossCell, ExpectedLossOutcome> Experiment { get; } =
        new ExpectedLossExperiment();

    protected override IReadOnlyList<ExpectedLossCell> Cells =>
    [
        .. from law in Laws
           from weights in Weights
           from d in Dimensions
           from m in Widths
           where m * d <= MostWeights
           select new ExpectedLossCell(law, weights, d, m),
    ];

    protected override Evidence Judge(Examination<ExpectedLossCell, ExpectedLossOutcome> examination) =>
        Evidence.All(
            examination
                .ForAll(
                    "the mean at mI is the formula",
                    (cell, o) => Math.Abs(o.MeanLoss - Mean(cell)),
                    (_, o) => o.Error,
                    Derivation)
                .Named(Start),
            examination
                .ForAll(
                    "the mean elsewhere is larger by the risk of M − mI",
                    (_, o) => Math.Abs(o.MeanElsewhere - o.MeanLoss - Bias * o.Bias),
                    (_, o) => 3 * o.Error,
                    Derivation).Named(Others));

    private const string Start = "start";

    private const string Others = "other-starts";

    private const string Derivation = "rounding of a sum of at most 3⁹ terms with positive weights";

    private double Mean(ExpectedLossCell cell)
    {
        CoordinateLaw data = cell.Data;
        double square = data.SecondMoment * data.SecondMoment;
        double perNeuron =
            OffDiagonal * square * (cell.Dimension - 1) + data.FourthMoment * (cell.Weights.FourthMoment - Shift);
        double mean = cell.Dimension * perNeuron;
        for (int k = 0; k < WidthPower; k++)
            mean *= cell.Width;
        return mean;
    }
}
