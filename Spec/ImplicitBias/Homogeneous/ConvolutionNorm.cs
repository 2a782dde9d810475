using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Homogeneous;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.Homogeneous;

// "‖DFT(β)‖_p for p = 2/depth": what the Euclidean norm of the weights of a full-width circular linear network measures
// of its predictor, min Σ‖w_l‖² = (D/d)Σ_k|β̂_k|^{2/D} (unnormalized transform).

/// <summary>The least weights of a linear convolutional network are a 2/D-norm of the predictor's spectrum.</summary>
public sealed partial record ConvolutionNorm : Claim<ConvolutionNormCell, ConvolutionNormOutcome>
{
    private const string Bound = "the bound", Attained = "attained by balanced layers";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/convolution-norm",
        Title = "The least weights of a linear convolutional network are (D/d)Σ|DFT(β)|^(2/D)",
        Kind = ClaimKind.Identity,
        Source = ImplicitBiasTalk.At(
            "Effect of Parametrization; Is implicit bias of GD just ℓ2 in param space + mapping to func space?",
            "S. Gunasekar, J. Lee, D. Soudry, N. Srebro, arXiv:1806.00468"),
        Quotations =
        [
            @"$\|DFT(\beta)\|_p$ for  $p = \frac{2}{depth}$",
            @"Linear conv nets, diagonal nets with exp loss  $R(\beta) \propto \|\beta\|_{2/D}$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(@"\min_{w_1*\cdots*w_D=\beta}\Big(\sum_l\|w_l\|^2\Big)^{1/2}\propto\|\beta\|_{2/D}")
        {
            Corrected =
                @"\min_{w_1*\cdots*w_D=\beta}\sum_l\|w_l\|^2=\frac{D}{d}\sum_k|\hat\beta_k|^{2/D}=\frac "
                    + @"Dd\|\hat\beta\|_{2/D}^{2/D},\quad \hat\beta=\mathrm{DFT}(\beta)",
            Reason =
                "The second slide leaves the transform out and the power $1/D$: $R$ is homogeneous of degree $1/D$, a "
                    + "norm is of degree 1. As a statement about convolutional networks it fails already for "
                    + "$\\beta=(1,0,\\ldots,0)$.",
        },
        Hypotheses = ["circular convolutions of full width", "the transform without normalization"],
        Method =
            "Gaussian layers obey the bound; balanced layers, built in the frequency domain, have the same predictor "
                + "and attain it.",
    };

    [Parameter("d", "dimension", Minimum = 1, Maximum = 32, Size = true)]
    public Choices<int> Dimensions { get; init; } = [2, 5, 8];

    [Parameter("depth", "D", Minimum = 1, Maximum = 6, Size = true)]
    public Choices<int> Depths { get; init; } = [1, 2, 3];

    [Parameter("time-domain", "whether the sum runs over β instead of its transform")]
    public bool InTimeDomain { get; init; }

    [Parameter("halved", "whether the exponent is 1/D instead of 2/D")]
    public bool HasHalvedExponent { get; init; }

    [Parameter("normalized", "whether the factor 1/d is left out")]
    public bool OmitsDimension { get; init; }

    // The slide says R ∝ ‖β‖_{2/D}; read generously, of the power that makes the degrees agree, in the time domain as
    // printed.
    public override Claim AsPrinted => this with { InTimeDomain = true, OmitsDimension = true };

    public override string PrintedPart => Attained;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("Σ|β_j|^(2/D) in the time domain", this with { InTimeDomain = true, OmitsDimension = true }, Attained),
        new("exponent 1/D", this with { HasHalvedExponent = true }, Attained),
        new("without 1/d", this with { OmitsDimension = true }, Bound),
    ];

    public override int Decisions => 2;

    protected override Experiment<ConvolutionNormCell, ConvolutionNormOutcome> Experiment { get; } =
        new ConvolutionNormExperiment();

    protected override IReadOnlyList<ConvolutionNormCell> Cells =>
        [.. from d in Dimensions from D in Depths select new ConvolutionNormCell(d, D)];

    protected override Evidence Judge(Examination<ConvolutionNormCell, ConvolutionNormOutcome> examination) =>
        Evidence.All([
            examination
                .ForAll(
                    "(D/d)Σ|β̂|^(2/D) ≤ Σ‖w_l‖² of the layers drawn",
                    (cell, o) => (Norm(cell, o) - o.Weights) / o.BalancedWeights,
                    (_, o) => o.Error,
                    Derivation)
                .Named(Bound),
            examination
                .ForAll(
                    "balanced layers of the same β have it",
                    (cell, o) => Math.Max(
                        Math.Abs(o.BalancedWeights - Norm(cell, o)) / o.BalancedWeights, o.BalancedError),
                    (_, o) => o.Error,
                    Derivation).Named(Attained),
        ]);

    private const string Derivation = "rounding of the convolutions and of the transforms, through the powers 2/D";

    private double Norm(ConvolutionNormCell cell, ConvolutionNormOutcome o) =>
        (double)cell.Depth
        / (OmitsDimension ? 1 : cell.Dimension)
        * (
            InTimeDomain ? o.TimeSum
            : HasHalvedExponent ? o.HalvedFrequencySum
            : o.FrequencySum);
}
