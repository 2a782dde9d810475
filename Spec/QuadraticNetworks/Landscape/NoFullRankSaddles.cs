using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// "Global Optimality of Full-Rank Stationary Points", (b). D²L[H, H] ≥ 4⟨R, HᵀH⟩ ≥ −4‖R‖‖H‖², and ‖∇L‖ = 4‖WR‖ ≥
// 4σ_d(W)‖R‖: at every W of rank d the least curvature is at least −‖∇L‖/σ_d(W), with equality at d = 1 for R < 0 and
// m̂ ≥ 2. Where the gradient vanishes it is ≥ 0.

/// <summary>At students of rank d the curvature is bounded from below by the gradient: no full-rank stationary point is
/// a saddle.</summary>
public sealed record NoFullRankSaddles : Claim<FullRankCurvatureCell, FullRankCurvatureOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/no-full-rank-saddles",
        Title = "No full-rank saddle points: the least curvature is at least −‖∇L‖/σ_d(W)",
        Kind = ClaimKind.Inequality,
        Source = StationaryPointsTalk.At(
            "Optimization Landscape: Global Optimality of Full-Rank Stationary Points, (b); the near-stationary form "
                + "is derived here"),
        Quotations =
        [
            @"Corresponding losses \hat{\mathcal{L}}(\cdot) and \mathcal{L}(\cdot) admit no full-rank saddle points.",
        ],
        Statement = new(
            """
            \mathrm{rank}(W)=d \Rightarrow \lambda_{\min}(D^2\mathcal{L}(W))\ge-\frac{\|\nabla\mathcal{L}(W)\|_F}{\sigma_d(W)},
            \quad \text{hence } \nabla\mathcal{L}(W)=0\Rightarrow D^2\mathcal{L}(W)\succeq0, \text{ and } \mathcal{L}(W)=0;
            \text{ the same for } \widehat{\mathcal{L}}
            """),
        Hypotheses = ["any data, any teacher", "rank(W) = d, hence width m̂ ≥ d"],
        Method =
            "The least eigenvalue of the whole Hessian is held against the gradient, at random students of many sizes "
            + "(with equality at d = 1: a tenth in the constant shows) and at the stationary points to which they "
            + "descend, under population and empirical risk. That the risk is 0 there is full-rank-stationary-points.",
    };

    [Parameter(
        "law", "laws of the coordinates",
        Values = "gaussian, uniform, laplace, rademacher, two-point, student-t-ν (ν ≥ 5)", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian, CoordinateLaw.Rademacher];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 6, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2, 3];

    [Parameter("extra-width", "student width m̂ minus d", Minimum = 0, Maximum = 8, Size = true)]
    public Choices<int> ExtraWidths { get; init; } = [0, 1];

    [Parameter("start", "where students start")]
    public StudentStart Start { get; init; } = StudentStart.Gaussian;

    [Parameter("constant", "constant before ‖∇L‖/σ_d(W)", Minimum = 0, Maximum = 10)]
    public double Constant { get; init; } = 1;

    [Parameter("rank", "what counts as full rank")]
    public RankNotion Rank { get; init; } = RankNotion.Dimension;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("0.9‖∇L‖/σ_d(W)", this with { Constant = 0.9 }, "start"),
        new(
            "no saddle of any rank",
            this with { Rank = RankNotion.None, Start = StudentStart.DeficientRows, Dimensions = [2, 3] },
            "stationary"),
    ];

    public override int Decisions => 2;

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Dimensions = [1, 2, 3, 4] };

    protected override Experiment<FullRankCurvatureCell, FullRankCurvatureOutcome> Experiment { get; } =
        new FullRankCurvatureExperiment();

    protected override IReadOnlyList<FullRankCurvatureCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           from extra in ExtraWidths
           from samples in (int[])[0, SymmetricVectorization.Dimension(d)]
           from descended in (bool[])[false, true]
           select new FullRankCurvatureCell(law, d, d + extra, samples, Start, descended),
    ];

    protected override Evidence Judge(Examination<FullRankCurvatureCell, FullRankCurvatureOutcome> examination)
    {
        Examination<FullRankCurvatureCell, FullRankCurvatureOutcome> full = examination.Given(
            (_, o) => Factor(o) >= 1e-4 * o.LargestSingularValue);
        return Evidence.All(
            Bounded("start", "λ_min(D²L) ≥ −c‖∇L‖/σ_d(W) at random students", full.Where(cell => !cell.IsDescended)),
            Bounded(
                "stationary",
                "λ_min(D²L) ≥ −c‖∇L‖/σ_d(W) at the stationary points reached",
                full.Where(cell => cell.IsDescended)));

        Evidence Bounded(
            string part,
            string statement,
            Examination<FullRankCurvatureCell, FullRankCurvatureOutcome> students) =>
            students
                .ForAll(
                    statement,
                    (_, o) => -o.LeastHessian - Constant * o.Gradient / Factor(o),
                    (_, o) => o.Error,
                    "rounding of the Hessian and proven bounds of its eigenvalues and of σ_d(W), in units of ‖W*‖ = 1")
                .Named(part);
    }

    private double Factor(FullRankCurvatureOutcome o) =>
        Rank == RankNotion.Dimension ? o.DthSingularValue : o.LeastNonzeroSingularValue;
}
