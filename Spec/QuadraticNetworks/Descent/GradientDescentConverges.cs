using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks.Descent;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Descent;

// "Convergence of Gradient Descent", first bullet, with everything explicit. On {L ≤ L_0}: ‖W‖² ≤ B² = ‖W*‖² +
// √(L_0/λ), curvature at most L_s = 8ΛB² + 4√(ΛL_0). A step η ≤ 1/L_s stays inside and gains η‖∇L‖²/2, and ‖∇L‖² =
// 16‖WR‖² ≥ 16σ_d(W)²λL: the risk falls by the factor 1 − 8ηλ(1 − √θ)σ² or better, every step.

/// <summary>Below the barrier gradient descent converges at a linear rate, through students of full rank.</summary>
public sealed record GradientDescentConverges : Claim<SubBarrierDescentCell, SubBarrierDescentOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/gradient-descent-converges",
        Title = "Below the barrier gradient descent of step 1/L_s converges at a linear rate, at full rank",
        Kind = ClaimKind.Algorithm,
        Source = StationaryPointsTalk.At(
            "Optimization Landscape: Convergence of Gradient Descent, first bullet; step, rate and number of "
                + "iterations are derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \theta=\frac{\widehat{\mathcal{L}}(W_0)}{\lambda_{\min}\sigma^4}<1,\ \eta=1/L_s,
            \ L_s=8\lambda_{\max}B^2+4\sqrt{\lambda_{\max}\widehat{\mathcal{L}}(W_0)},\ B^2=\|W^*\|^2+\sqrt\theta\sigma^2 \Rightarrow
            \widehat{\mathcal{L}}(W_{k+1})\le(1-8\eta\lambda_{\min}(1-\sqrt\theta)\sigma^2)\widehat{\mathcal{L}}(W_k),
            \ \sigma_{\min}(W_k)^2\ge(1-\sqrt\theta)\sigma^2,\ \|\nabla\widehat{\mathcal{L}}(W_k)\|_F\le\epsilon
            \text{ after } k\le\frac{\ln^+(2L_s\widehat{\mathcal{L}}(W_0)/\epsilon^2)}{8\eta\lambda_{\min}(1-\sqrt\theta)\sigma^2}+1
            """),
        Hypotheses =
        [
            "rank(W*) = d, σ = σ_min(W*)",
            "λ_min, λ_max the extreme eigenvalues of the tensorized covariance, λ_min > 0",
            "on the event λ_min ≥ ½C5 the premise of the talk, L(W0) < ½C5σ⁴, implies θ < 1",
        ],
        Method =
            "Students start at drawn depths √θ between 0.02 and 0.98, beside the teacher and on the ray that weakens "
            + "its weakest direction, and descend under population and empirical risk until the gradient has lost "
            + "five decades. Rate, rank and the number of iterations to each of ten ε are certified on every run: "
            + "near W* = I at d = 1 the step loses the factor 8 and little more, and a rate constant of 10 shows. "
            + "The time is a bound: a constant of 32 in place of 8 shows, one of 16 does not. "
            + "Monotone descent and time O(log 1/ε) follow; how it depends on the teacher is examined in "
            + "descent-time-needs-conditioning.",
    };

    [Parameter("law", "laws of the coordinates", Values = "gaussian, uniform, laplace, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 12, Size = true)]
    public Choices<int> Dimensions { get; init; } = SubBarrierDesign.Dimensions(Tier.Smoke);

    [Parameter("n-per-dim", "N divided by d(d+1)/2 for the empirical risk", Minimum = 2, Maximum = 256)]
    public int SamplesPerDimension { get; init; } = 16;

    [Parameter("step", "step in units of 1/L_s", Minimum = 0.001, Maximum = 1000)]
    public double StepFactor { get; init; } = 1;

    [Parameter("rate", "constant c of the rate 1 − cηλ(1 − √θ)σ²", Minimum = 0.1, Maximum = 1000)]
    public double Rate { get; init; } = 8;

    [Parameter("time", "constant c of the time ln(2L_sL(W_0)/ε²)/(cηλ(1 − √θ)σ²) + 1", Minimum = 0.1, Maximum = 1000)]
    public double TimeConstant { get; init; } = 8;

    [Parameter("power", "power of θ in the bounds", Minimum = 0, Maximum = 4)]
    public double Power { get; init; } = 0.5;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("step 1.5/L_s", Focused() with { StepFactor = 1.5 }, "rate"),
        new("rate constant 10 instead of 8", Focused() with { Rate = 10 }, "rate"),
        new("constant 32 instead of 8 in the time", Focused() with { TimeConstant = 32 }, "time"),
        new("θ^0.55 instead of its root", Focused() with { Power = 0.55 }, "rank"),
    ];

    public override IEnumerable<string> UnmetHypotheses => LawHypotheses.Varying(Laws).Concat(
        StepFactor > 1 ? ["a step beyond 1/L_s"] : []);

    public override int Decisions => 3;

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with
    {
        Dimensions = SubBarrierDesign.Dimensions(tier),
        Laws = SubBarrierDesign.Laws,
    };

    protected override Experiment<SubBarrierDescentCell, SubBarrierDescentOutcome> Experiment { get; } =
        new SubBarrierDescentExperiment();

    protected override IReadOnlyList<SubBarrierDescentCell> Cells =>
        SubBarrierDesign.Cells(Laws, Dimensions, SamplesPerDimension, StepFactor);

    protected override Evidence Judge(Examination<SubBarrierDescentCell, SubBarrierDescentOutcome> examination)
    {
        Examination<SubBarrierDescentCell, SubBarrierDescentOutcome> below = examination.Given((_, o) => o.HasBarrier);
        return Evidence.All(
            below.ForAll(
                "L(W_{k+1}) ≤ (1 − cηλ(1 − √θ)σ²)·L(W_k) for every k",
                (_, o) => o.WorstRatio - (1 - Rate * Gain(o)),
                (_, o) => 4 * o.RelativeError,
                "a quotient of two risks, each within the relative error bound at the end of the run; that bound again "
                    + "for the step itself")
                .Named("rate"),
            below
                .ForAll(
                    "σ_min(W_k)² ≥ (1 − √θ)σ²",
                    (_, o) => 1 - Root(o) - o.LeastSquaredSingularValue / (o.Sigma * o.Sigma),
                    (_, o) => o.SingularValueError / (o.Sigma * o.Sigma),
                    "proven bounds of two eigenvalues").Named("rank"),
            below.ForAll(
                "‖∇L‖ ≤ ε within ln(2L_sL(W_0)/ε²)/(8ηλ(1 − √θ)σ²) + 1 iterations, for every ε",
                (_, o) =>
                    o
                        .Iterations.Zip(
                            o.Epsilons,
                            (k, ε) => (double.IsNaN(k) ? o.Steps : k) / (Count(o, ε) + 1) - 1)
                        .Max(),
                (_, o) =>
                    o.Converged || o.Steps > Count(o, o.Epsilons[^1]) + 1
                        ? 4 * o.RelativeError
                        : double.PositiveInfinity,
                "the relative error of the risks, in place of ln; a run that was cut short is open")
                .Named("time"));
    }

    // One law and small dimensions refute a wrong constant.
    private GradientDescentConverges Focused() => this with { Laws = [CoordinateLaw.Gaussian], Dimensions = [1, 2] };

    private double Root(SubBarrierDescentOutcome o) =>
        Power.Equals(0.5) ? Math.Sqrt(o.Depth) : ElementaryFunctions.Exp(Power * ElementaryFunctions.Log(o.Depth));

    private double Gain(SubBarrierDescentOutcome o) => o.Step * o.LeastEigenvalue * (1 - Root(o)) * o.Sigma * o.Sigma;

    // ‖∇L‖² ≤ 2L_sL, since a step 1/L_s gains ‖∇L‖²/(2L_s) and the risk stays positive: a risk of ε²/(2L_s) suffices.
    // −ln(1 − x) ≥ x.
    private double Count(SubBarrierDescentOutcome o, double ε) =>
        Math.Max(0, ElementaryFunctions.Log(2 * o.Curvature * o.StartRisk / (ε * ε))) / (TimeConstant * Gain(o));
}
