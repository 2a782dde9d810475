using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Homogeneous;
using Verification.Implementation.Numerics.Elementary;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.Homogeneous;

// "w∞ ∝ first order stationary point": the proof of Lyu and Li in what a point can show. cos θ is that of w and −∇L.
// The margin log(1/L)/‖w‖^D is bounded and rises at a relative rate of at least D(1/cos²θ − 1) per unit of log ‖w‖, so
// that cos θ → 1 along a sequence; there the multipliers e^{−q_i} are those of a stationary point up to √(2(1 − cos
// θ)), and complementary up to O(1/q_min).

/// <summary>Points of homogeneous models are stationary for the margin problem up to the angle of w and the
/// gradient.</summary>
public sealed record StationaryDirection : Claim<StationaryDirectionCell, StationaryDirectionOutcome>
{
    private const string Alignment = "alignment", Stationarity = "stationarity", Slackness = "complementarity";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/stationary-direction",
        Title =
            "Where w and −∇L align, w is a first-order stationary point of the margin problem, and the margin forces "
            + "them to",
        Kind = ClaimKind.Inequality,
        Source = ImplicitBiasTalk.At(
            "Theorem [Nacson Gunasekar Lee S Soudry 2019][Lyu Li 2019]; its proof, at points",
            "K. Lyu, J. Li, arXiv:1906.05890, section 4"),
        Quotations =
        [
            @"$\mathbf{w}_\infty \propto$  **first order stationary point of**",
            @"$$\mathbf{arg\,min} \|\mathbf{w}\|_2 \text{ s. t. } \forall_i y_i f(\mathbf{w}, x_i) \geq 1$$",
        ],
        Statement = new(
            """
            L=\sum_ie^{-q_i}<1,\ q_i=y_if(w,x_i),\ \cos\theta=\frac{\langle w,-\nabla L\rangle}{\|w\|\|\nabla L\|},
            \ \tilde w=q_{\min}^{-1/D}w,\ \lambda_i=\frac{\|\tilde w\|e^{-q_i}q_{\min}^{1-1/D}}{\|\nabla L\|}:
            \frac{d\log\log(1/L)}{d\log\|w\|}\ge\frac{D}{\cos^2\theta} \text{ along } \dot w=-\nabla L
            \Big\|\tilde w-\sum_i\lambda_iy_i\nabla f(\tilde w,x_i)\Big\|^2=2(1-\cos\theta)\|\tilde w\|^2,
            \quad 0\le\sum_i\lambda_i(y_if(\tilde w,x_i)-1)\le\frac{m-1}{e\,D\,q_{\min}}\|\tilde w\|^2
            """),
        Hypotheses = ["f is homogeneous of degree D and differentiable in w", "L < 1: the data are separated"],
        Method =
            "Diagonal networks of D layers at random points that classify their data, and after steps of normalized "
                + "descent from there, which turns w and the gradient towards each other. The gradients of the "
                + "stationarity are taken at the rescaled point. With one example the rate is an equality.",
    };

    [Parameter("m", "examples", Minimum = 1, Maximum = 50, Size = true)]
    public Choices<int> Samples { get; init; } = [1, 2, 5];

    [Parameter("d", "inputs", Minimum = 1, Maximum = 50, Size = true)]
    public int Dimension { get; init; } = 4;

    [Parameter("depth", "layers D", Minimum = 2, Maximum = 6)]
    public Choices<int> Depths { get; init; } = [2, 3];

    [Parameter("steps", "steps of descent before the point", Minimum = 0, Maximum = 200)]
    public Choices<int> Steps { get; init; } = [0, 60];

    [Parameter("relative-degree", "factor of D in the rate", Minimum = 0, Maximum = 4)]
    public double RelativeDegree { get; init; } = 1;

    [Parameter("constant", "the c of c(1 − cos θ)", Minimum = 0, Maximum = 8)]
    public double Constant { get; init; } = 2;

    [Parameter("margin-power", "the power of q_min in the bound of the complementarity", Minimum = 0, Maximum = 4)]
    public double MarginPower { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the rate is 1.05·D/cos²θ", this with { RelativeDegree = 1.05 }, Alignment),
        new("the residual is 2.1(1 − cos θ)", this with { Constant = 2.1 }, Stationarity),
        new("the residual is 1 − cos θ", this with { Constant = 1 }, Stationarity),
        new("complementary up to O(1/q²)", this with { MarginPower = 2 }, Slackness),
    ];

    public override int Decisions => 3;

    protected override Experiment<StationaryDirectionCell, StationaryDirectionOutcome> Experiment { get; } =
        new StationaryDirectionExperiment();

    protected override IReadOnlyList<StationaryDirectionCell> Cells =>
        [
            .. from m in Samples
            from depth in Depths
            from steps in Steps
            select new StationaryDirectionCell(m, Dimension, depth, steps),
        ];

    protected override Evidence Judge(Examination<StationaryDirectionCell, StationaryDirectionOutcome> examination)
    {
        Examination<StationaryDirectionCell, StationaryDirectionOutcome> separated = examination.Given(
            (_, o) => o.Loss < 0.9 && o.LeastMargin > 0);
        return Evidence.All(
            separated
                .ForAll(
                    "D ≤ cos²θ · d log log(1/L) over d log‖w‖",
                    (cell, o) => RelativeDegree * cell.Depth - o.MarginRate,
                    (_, o) => o.MarginRateError,
                    Derivation)
                .Named(Alignment),
            separated
                .ForAll(
                    "‖w̃ − Σλ∇f(w̃)‖² = c(1 − cos θ)‖w̃‖²",
                    (_, o) => Math.Abs(o.Residual - Constant * (1 - o.Cosine)),
                    (_, o) => 3 * o.Error,
                    Derivation)
                .Named(Stationarity),
            separated
                .ForAll(
                    "0 ≤ Σλ(f(w̃) − 1) ≤ (m − 1)/(e·D·q_min)·‖w̃‖²",
                    (cell, o) => Math.Max(-o.Complementarity, o.Complementarity - Bound(cell, o.LeastMargin)),
                    (_, o) => o.Error,
                    Derivation)
                .Named(Slackness));
    }

    private double Bound(StationaryDirectionCell cell, double margin) =>
        (cell.Samples - 1)
        / (cell.Depth * ElementaryFunctions.Exp(1 + MarginPower * ElementaryFunctions.Log(margin)));

    private const string Derivation =
        "rounding of products, of sums over examples and coordinates, and of the exponents";
}
