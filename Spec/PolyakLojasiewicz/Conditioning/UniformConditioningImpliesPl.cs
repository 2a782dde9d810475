using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

// "Can we get PL* for our overparam. system?", Theorem 1: λ_min(K(w)) ≥ μ on S gives ½‖∇L‖² ≥ μL on S, as ½‖∇L‖² =
// ½rᵀKr and L = ½‖r‖². Sharp: the labels are free, hence so is r = F − y, and the least ratio over them is
// λ_min(K(w)), the greatest λ_max(K(w)). The gradient comes from back-propagation, the spectrum from K in closed
// form.

/// <summary>A well conditioned tangent kernel gives PL*, with the best constant.</summary>
public sealed record UniformConditioningImpliesPl : Claim<UniformConditioningCell, UniformConditioningOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/uniform-conditioning-implies-pl",
        Title = "λ_min of the tangent kernel is the PL* constant, and over all labels the best one",
        Kind = ClaimKind.Inequality,
        Source = OverparameterizedLandscapesTalk.At(
            "Can we get PL* for our overparam. system?, Theorem 1; sharpness is derived here"),
        Quotations =
        [
            """
            The square loss  $L(w) = \frac{1}{2} \|F(w) - y\|^2$  satisfies  $\mu$ - $PL^*$  on  $S \subset
            \mathbb{R}^m$  if  $\lambda_{\min}(K(w)) \geq \mu$  on  $S$
            """,
        ],
        Statement = new(
            """
            \lambda_{\min}(K(w))\ge\mu \text{ on } S \Rightarrow
            \tfrac12\|\nabla L(w)\|^2\ge\mu L(w) \text{ on } S,
            \quad \inf_{y}\tfrac12\|\nabla L(w)\|^2/L(w)=\lambda_{\min}(K(w))
            """),
        Hypotheses =
        [
            "L = ½‖F − y‖², K = ∇F ∇Fᵀ",
            "PL* with the ½ of slides 3 and 10 (top); the definition of PL* on slide 10 drops it, under which "
            + "the best constant is 2λ_min",
            "F a column, so that the proof reads ½‖∇L‖² = ½(F − y)ᵀ∇F ∇Fᵀ(F − y); the slide transposes the "
            + "wrong factors",
        ],
        Method =
            "At random weights of shallow networks the ratio ½‖∇L‖²/L is measured, with the gradient from "
            + "back-propagation, for residuals along the eigenvectors of λ_min and λ_max and for random ones. "
            + "No ratio may fall below λ_min "
            + "or exceed λ_max of K = (SᵀS)∘(XXᵀ)/m, and along the eigenvectors both are attained.",
    };

    [Parameter(
        "activation", "activations", Values = "identity, tanh, sigmoid, softplus, relu, sine, ripple", Size = true)]
    public Choices<Activation> Activations { get; init; } =
    [Activation.Tanh, Activation.Sigmoid, Activation.Softplus, Activation.RectifiedLinear];

    [Parameter("n", "numbers of samples", Minimum = 1, Maximum = 50, Size = true)]
    public Choices<int> Samples { get; init; } = [1, 2, 5];

    [Parameter("d", "dimension of the inputs", Minimum = 1, Maximum = 100, Size = true)]
    public int Dimension { get; init; } = 4;

    [Parameter("m", "widths", Minimum = 1, Maximum = 4096, Size = true)]
    public Choices<int> Widths { get; init; } = [2, 16, 64];

    [Parameter("eigenvalue", "which eigenvalue of K is the PL* constant")]
    public EigenvalueNotion Eigenvalue { get; init; } = EigenvalueNotion.Least;

    [Parameter("factor", "factor before that eigenvalue", Minimum = 0, Maximum = 100)]
    public double Factor { get; init; } = 1;

    [Parameter("greatest", "factor before λ_max", Minimum = 0, Maximum = 100)]
    public double GreatestFactor { get; init; } = 1;

    [Parameter("convention", "factor of ‖∇L‖² in the definition of PL*", Minimum = 0.1, Maximum = 10)]
    public double Convention { get; init; } = 0.5;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("1.1λ_min as the constant", this with { Factor = 1.1 }, "constant"),
        new("λ_max as the constant", this with { Eigenvalue = EigenvalueNotion.Greatest }, "constant"),
        new("0.99λ_max as the greatest ratio", this with { GreatestFactor = 0.99 }, "greatest"),
        new("tr K/n as the constant", this with { Eigenvalue = EigenvalueNotion.Mean }, "constant"),
        new(
            "PL* without ½, as slide 10 defines it, has the best constant λ_min",
            this with
            {
                Convention = 1,
            },
            "attained"),
    ];

    public override int Decisions => 3;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Samples = [1, 2, 5, 12], Widths = [2, 16, 64, 256] },
        _ => this with { Samples = [1, 2, 3, 5, 12, 20], Widths = [2, 16, 64, 256, 1024] },
    };

    protected override Experiment<UniformConditioningCell, UniformConditioningOutcome> Experiment { get; } =
        new UniformConditioningExperiment();

    protected override IReadOnlyList<UniformConditioningCell> Cells =>
    [
        .. from activation in Activations
           from n in Samples
           from m in Widths
           select new UniformConditioningCell(activation, n, Dimension, m),
    ];

    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.02);

    protected override Evidence Judge(Examination<UniformConditioningCell, UniformConditioningOutcome> examination)
    {
        double share = Convention / 0.5;

        // A network that is zero to the last bit on all samples (rectified linear units that are all off) has no
        // scale, and no PL* to speak of.
        Examination<UniformConditioningCell, UniformConditioningOutcome> alive = examination.Given(
            (_, o) => !double.IsNaN(o.LeastEigenvalue));
        return Evidence.All(
            alive.ForAll(
                "the ratio is at least the constant for every label",
                (_, o) => Constant(o) - share * Math.Min(o.AlongLeast, o.LeastAtRandom),
                (_, o) => o.Error,
                Derivation)
                .Named("constant"),
            alive
                .ForAll(
                    "the constant is attained where the residual is an eigenvector of λ_min",
                    (_, o) => Math.Abs(share * o.AlongLeast - Constant(o)),
                    (_, o) => o.Error,
                    Derivation)
                .Named("attained"),
            alive
                .ForAll(
                    "the ratio is at most λ_max, attained along its eigenvector",
                    (_, o) => Math.Max(
                        o.GreatestAtRandom - GreatestFactor,
                        Math.Abs(o.AlongGreatest - GreatestFactor)),
                    (_, o) => o.Error,
                    Derivation)
                .Named("greatest"));
    }

    private const string Derivation =
        "units of λ_max: chains of m and d fused multiply-adds and 8 ulp of the slopes on both routes, (m + d + "
        + "34)u tr K each, and what the eigenvalue routine adds, as measured";

    private double Constant(UniformConditioningOutcome o) => Factor * Eigenvalue switch
    {
        EigenvalueNotion.Least => o.LeastEigenvalue,
        EigenvalueNotion.Mean => o.MeanEigenvalue,
        _ => 1,
    };
}
