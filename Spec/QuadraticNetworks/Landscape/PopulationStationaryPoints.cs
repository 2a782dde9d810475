using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// "Global Optimality of Full-Rank Stationary Points", remark (a): the analogue for the population risk. ∇L = 4WT(A), so
// rank W = d and ∇L = 0 give T(A) = 0, hence L = 0; T is invertible exactly if κ > 0, and then A = 0 and W = QW*. For κ
// = 0 (±1 coordinates) T vanishes on traceless diagonal A.

/// <summary>Full-rank stationary points of the population risk are the teacher up to rotation, if x² varies.</summary>
public sealed partial record PopulationStationaryPoints : Claim<StationaryPointCell, StationaryPointOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/population-stationary-points",
        Title = "Full-rank stationary points of the population risk are the teacher up to rotation, if Var(x²) > 0",
        Kind = ClaimKind.Inequality,
        Source = StationaryPointsTalk.At(
            "Optimization Landscape: Global Optimality of Full-Rank Stationary Points, (a); the near-stationary forms "
                + "are derived here"),
        Quotations = ["An analogue holds also for the population risk."],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            @"\mathrm{rank}(W)=d,\ \nabla\mathcal{L}(W)=0 \Rightarrow \mathcal{L}(W)=0,\ W=QW^* \text{ with } Q^TQ=I")
        {
            Corrected =
                """
                \mathrm{rank}(W)=d \Rightarrow \mathcal{L}(W)\le\frac{\|A\|_F\|\nabla\mathcal{L}(W)\|_F}{4\sigma_d(W)}, \ A=W^TW-W^{*T}W^*,
                \quad \min_Q\|W-QW^*\|_F\le\frac{\|\nabla\mathcal{L}(W)\|_F}{4\sigma_d(W)\,C\,(\sigma_d(W)+\sigma_{\min}(W^*))} \text{ if } \mathrm{Var}(x^2)>0;
                \quad \text{hence } \nabla\mathcal{L}(W)=0\Rightarrow\mathcal{L}(W)=0,\ W=QW^*
                """,
            Reason =
                "The data class of the talk includes coordinates ±1, for which x² does not vary: with W* = I_2 the "
                + "student diag(√1.5, √.5) has full rank and risk 0, and is no QW*. That the risk is 0 needs no more "
                + "than full rank.",
        },
        Hypotheses =
        [
            "coordinates i.i.d., centered, with finite fourth moment",
            "Var(x²) > 0 for W = QW* (for L = 0 it is not needed)",
            "rank(W) = d, W of the teacher's width m, rank(W*) = d",
        ],
        Method =
            "The first bound is evaluated at random students, with equality at d = 1 (a tenth in the constant shows), "
            + "and at the stationary points to which they descend. There ‖W − QW*‖, Q from the orthogonal Procrustes "
            + "problem, must stay within the second; what refutes is the invariant ‖A‖/(‖W‖ + ‖W*‖), which no Q goes "
            + "below. The risk ⟨A, T(A)⟩ is compared with the sum over fourth moments beside it.",
    };

    [Parameter(
        "law", "laws of the coordinates",
        Values = "gaussian, uniform, laplace, rademacher, two-point, student-t-ν (ν ≥ 5)", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } =
    [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace, CoordinateLaw.TwoPoint];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 8, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2, 3];

    [Parameter("extra-width", "width m minus d", Minimum = 0, Maximum = 8, Size = true)]
    public int ExtraWidth { get; init; } = 1;

    [Parameter("start", "where students start")]
    public StudentStart Start { get; init; } = StudentStart.Gaussian;

    [Parameter("rank", "what counts as full rank")]
    public RankNotion Rank { get; init; } = RankNotion.Dimension;

    [Parameter("constant", "constant of the inequality", Minimum = 0.1, Maximum = 100)]
    public double Constant { get; init; } = 4;

    [Parameter("side", "on which side Q stands")]
    public AlignmentSide Side { get; init; } = AlignmentSide.Left;

    public override Claim AsPrinted => this with { Laws = [CoordinateLaw.Rademacher], Dimensions = [2, 3] };

    public override string PrintedPart => "identification";

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new(
            "no condition on the rank",
            this with { Rank = RankNotion.None, Start = StudentStart.DeficientRows, Dimensions = [2, 3] },
            "stationary"),
        new("constant 4.4 instead of 4", this with { Constant = 4.4 }, "random"),
        new(
            "W = W*Q instead of QW*",
            this with
            {
                Side = AlignmentSide.Right,
                Dimensions = [2, 3],
            },
            "identification"),
    ];

    public override IEnumerable<string> UnmetHypotheses => LawHypotheses.Varying(Laws);

    public override int Decisions => 4;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [1, 2, 3, 4] },
        _ => this with { Dimensions = [1, 2, 3, 4, 5, 6] },
    };

    protected override Experiment<StationaryPointCell, StationaryPointOutcome> Experiment { get; } =
        new StationaryPointExperiment();

    protected override IReadOnlyList<StationaryPointCell> Cells =>
        [
            .. from law in Laws
            from d in Dimensions
            select new StationaryPointCell(law, d, d + ExtraWidth, d + ExtraWidth, 0, Start),
        ];

    protected override Evidence Judge(Examination<StationaryPointCell, StationaryPointOutcome> examination)
    {
        Examination<StationaryPointCell, StationaryPointOutcome> premise = examination.Given(
            (_, o) => Factor(o) >= 1e-4 * o.LargestSingularValue);
        return Evidence.All(
            premise.ForAll(
                "the stationary point is the teacher up to an orthogonal matrix",
                (_, o) => Misalignment.Beyond(o, Side, Factor(o)),
                "rounding of gradient, products and the orthogonal factors (Higham, Lemma 19.3)")
                .Named("identification"),
            premise
                .ForAll(
                    "L ≤ ‖A‖‖∇L‖/(c·σ_d(W)) at the stationary point reached",
                    (_, o) => o.Risk - o.Distance * (o.Gradient + o.GradientError) / (Constant * Factor(o)),
                    (_, o) => o.RiskError,
                    "rounding of the risk and of WᵀW − S*, and of the gradient, which is widened by it")
                .Named("stationary"),
            examination
                .ForAll(
                    "L ≤ ‖A‖‖∇L‖/(c·σ_d(W)) at random students",
                    (_, o) => o.SharpnessRatio * Constant / 4 - 1,
                    (_, o) => 8 * o.StartError,
                    "relative rounding of risk, gradient, norms and the least singular value").Named("random"),
            examination.ForAll(
                "the risk is the sum over fourth moments",
                (_, o) => o.IdentityError,
                (_, o) => 4 * o.StartError,
                "rounding of both sums, relative to the risk").Named("identity").AsSupplement());
    }

    // The singular value that the notion of rank puts into the inequality.
    private double Factor(StationaryPointOutcome o) =>
        Rank == RankNotion.Dimension ? o.DthSingularValue : o.LeastNonzeroSingularValue;
}
