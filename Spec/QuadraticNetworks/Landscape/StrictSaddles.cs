using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// Beside "no full-rank saddle points": what the others are. At a rank-deficient stationary point ⟨WᵀW, R⟩ = 0, so L =
// −⟨S*, R⟩ and λ_min(R) ≤ −L/‖W*‖_F². A student of width d or more has u with uᵀW = 0, and along uzᵀ the risk is L +
// 2λt² + E(zᵀX)⁴ t⁴: a strict saddle with an explicit way down.

/// <summary>Rank-deficient stationary points of wide students are strict saddles.</summary>
public sealed record StrictSaddles : Claim<StrictSaddleCell, StrictSaddleOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/strict-saddles",
        Title =
            "Rank-deficient stationary points with L > 0 are strict saddles: curvature −4L/‖W*‖² or less, if m̂ ≥ d",
        Kind = ClaimKind.Inequality,
        Source = StationaryPointsTalk.At(
            "Optimization Landscape: Global Optimality of Full-Rank Stationary Points, (b); Remarks, (b); the "
                + "statement is derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \nabla\mathcal{L}(W)=0,\ u^TW=0,\ Rz=\lambda z,\ \lambda=\lambda_{\min}(R),\ \|u\|=\|z\|=1 \Rightarrow
            D^2\mathcal{L}(W)[uz^T,uz^T]=4\lambda\le-\frac{4\mathcal{L}(W)}{\|W^*\|_F^2},
            \quad \min_t\mathcal{L}(W+tuz^T)=\mathcal{L}(W)-\frac{\lambda^2}{\mathbb{E}(z^TX)^4}
            """),
        Hypotheses =
        [
            "empirical or population risk, R = E(f(W;X) − Y)XXᵀ over the same law, Var(x²) > 0",
            "W has a left kernel: rank(W) < m̂, as for every rank-deficient W of width m̂ ≥ d",
        ],
        Method =
            "Students with zero rows descend to stationary points, and those of the population risk of a diagonal "
            + "teacher are built in closed form; all are rotated. λ_min(R), the least eigenvalue of the whole Hessian "
            + "2⟨B,T(B)⟩ + 4⟨R,HᵀH⟩, B = WᵀH + HᵀW, and the risk at five points of the line W + t·uzᵀ (an exact "
            + "second derivative of a quartic) are compared: a tenth in any constant shows, as W = 0 at d = 1 has "
            + "equality. What descent has left of the gradient enters as ‖W‖‖∇L‖/4.",
    };

    [Parameter(
        "law", "laws of the coordinates", Values = "gaussian, uniform, laplace, two-point, student-t-ν (ν ≥ 5)",
        Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 6, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2, 3];

    [Parameter("extra-width", "student width m̂ minus d", Minimum = -5, Maximum = 8)]
    public Choices<int> ExtraWidths { get; init; } = [0, 1];

    [Parameter("bound", "constant before −L/‖W*‖² in the bound of λ_min(R)", Minimum = 0, Maximum = 10)]
    public double Bound { get; init; } = 1;

    [Parameter("curvature", "second derivative along uzᵀ over λ_min(R)", Minimum = 0, Maximum = 10)]
    public double Curvature { get; init; } = 4;

    [Parameter("drop", "drop of the risk over λ²/E(zᵀX)⁴", Minimum = 0, Maximum = 10)]
    public double DropFactor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("students narrower than d too", this with { ExtraWidths = [-1], Dimensions = [2, 3] }, "hessian"),
        new("1.1 times the bound of λ_min(R)", this with { Bound = 1.1 }, "moment"),
        new("curvature 3.9λ instead of 4λ", this with { Curvature = 3.9 }, "curvature"),
        new("0.9 times the drop", this with { DropFactor = 0.9 }, "drop"),
    ];

    public override IEnumerable<string> UnmetHypotheses => LawHypotheses.Varying(Laws).Concat(
        ExtraWidths.Any(extra => extra < 0) ? ["a student narrower than d need not have a left kernel"] : []);

    public override int Decisions => 4;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with
        {
            Laws = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.TwoPoint],
            Dimensions = [1, 2, 3, 4],
        },
        _ => this with
        {
            Laws = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace, CoordinateLaw.TwoPoint],
            Dimensions = [1, 2, 3, 4, 5],
        },
    };

    protected override Experiment<StrictSaddleCell, StrictSaddleOutcome> Experiment { get; } =
        new StrictSaddleExperiment();

    protected override IReadOnlyList<StrictSaddleCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           from extra in ExtraWidths
           let width = Math.Max(1, d + extra)
           from kind in ((int Samples, bool IsConstructed)[])
               [(2 * SymmetricVectorization.Dimension(d), false), (0, false), (0, true)]
           select new StrictSaddleCell(law, d, width, kind.Samples, kind.IsConstructed),
    ];

    protected override Evidence Judge(Examination<StrictSaddleCell, StrictSaddleOutcome> examination)
    {
        Examination<StrictSaddleCell, StrictSaddleOutcome> free = examination.Given((_, o) => o.HasFreeRow);
        return Evidence.All(
            examination.ForAll(
                "the least eigenvalue of the Hessian is at most −4L/‖W*‖²",
                (_, o) => o.LeastHessian + 4 * o.Risk - o.GradientPairing,
                (_, o) => 5 * o.Error,
                Derivation).Named("hessian"),
            examination.ForAll(
                "λ_min(R) ≤ −c·L/‖W*‖²",
                (_, o) => o.LeastMoment + Bound * o.Risk - o.GradientPairing / 4,
                (_, o) => (1 + Bound) * o.Error,
                Derivation).Named("moment"),
            free.ForAll(
                "the second derivative along uzᵀ is a multiple of λ_min(R)",
                (_, o) => Math.Abs(o.Curvature - Curvature * o.LeastMoment),
                (_, o) => o.CurvatureError,
                Derivation).Named("curvature"),
            free.ForAll(
                "the step along uzᵀ lowers the risk as predicted",
                (_, o) => Math.Abs(o.Drop - DropFactor * o.PredictedDrop),
                (_, o) => o.DropError,
                Derivation).Named("drop"));
    }

    private const string Derivation =
        "rounding of WᵀW and of the quadratic forms, proven bounds of the eigenvalues, in units of ‖W*‖ = 1; what is "
            + "left of the gradient besides";
}
