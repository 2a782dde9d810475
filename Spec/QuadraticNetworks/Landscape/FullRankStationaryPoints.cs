using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// "Global Optimality of Full-Rank Stationary Points", first part: rank W = d and ∇L̂(W) = 0 imply L̂(W) = 0, for any
// data. Near-stationary form for every W of rank d: L̂ ≤ ‖A‖‖∇L̂‖/(4σ_d(W)), since ∇L̂ = 4WR̂ and L̂ = ⟨A, R̂⟩; sharp
// at d = 1.

/// <summary>Full-rank stationary points of the empirical risk are global minima.</summary>
public sealed record FullRankStationaryPoints : Claim<StationaryPointCell, StationaryPointOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/full-rank-stationary-points",
        Title = "Full-rank stationary points are global minima: L̂ ≤ ‖A‖‖∇L̂‖/(4σ_d(W))",
        Kind = ClaimKind.Inequality,
        Source = StationaryPointsTalk.At(
            "Optimization Landscape: Global Optimality of Full-Rank Stationary Points; the near-stationary form is "
                + "derived here"),
        Quotations =
        [
            @"Suppose \text{rank}(W) = d, and \nabla_W \hat{\mathcal{L}}(W) = 0. Then, \hat{\mathcal{L}}(W) = 0.",
        ],
        Statement = new(
            """
            \mathrm{rank}(W)=d \Rightarrow \widehat{\mathcal{L}}(W)\le\frac{\|W^TW-W^{*T}W^*\|_F\,\|\nabla\widehat{\mathcal{L}}(W)\|_F}{4\sigma_d(W)},
            \quad \text{hence } \nabla\widehat{\mathcal{L}}(W)=0 \Rightarrow \widehat{\mathcal{L}}(W)=0
            """),
        Hypotheses =
        [
            "rank(W) = d, hence width at least d (\"full rank\" as rank min(m̂, d) is not enough)",
            "any data, any teacher",
        ],
        Method =
            "The near-stationary form is evaluated at random students (with equality at d = 1: a tenth in the "
            + "constant shows) and at the points to which they descend, where it bounds the risk by what is left of "
            + "the gradient. The risk ⟨A, R̂⟩ is compared with the mean of squared residuals beside it.",
    };

    [Parameter(
        "law", "laws of the coordinates", Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 8, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2, 3];

    [Parameter("extra-width", "teacher width m minus d", Minimum = 0, Maximum = 8, Size = true)]
    public int ExtraWidth { get; init; } = 1;

    [Parameter("narrow-by", "student width m̂ = d minus this; 0: the teacher's width m", Minimum = 0, Maximum = 7)]
    public int NarrowBy { get; init; }

    [Parameter("start", "where students start")]
    public StudentStart Start { get; init; } = StudentStart.Gaussian;

    [Parameter("rank", "what counts as full rank")]
    public RankNotion Rank { get; init; } = RankNotion.Dimension;

    [Parameter("constant", "constant of the inequality", Minimum = 0.1, Maximum = 100)]
    public double Constant { get; init; } = 4;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new(
            "no condition on the rank",
            this with { Rank = RankNotion.None, Start = StudentStart.DeficientRows, Dimensions = [2, 3] },
            "stationary"),
        new(
            "full rank as rank min(m̂, d) for a student narrower than d",
            this with { Rank = RankNotion.Shape, NarrowBy = 1, Dimensions = [3] },
            "stationary"),
        new("constant 4.4 instead of 4", this with { Constant = 4.4 }, "random"),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        NarrowBy > 0 ? ["a student narrower than d has no rank d"] : [];

    public override int Decisions => 3;

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
           let full = SymmetricVectorization.Dimension(d)
           from samples in (int[])[Math.Max(1, full - 1), 2 * full]
           let width = NarrowBy == 0 ? d + ExtraWidth : Math.Max(1, d - NarrowBy)
           select new StationaryPointCell(law, d, d + ExtraWidth, width, samples, Start),
    ];

    protected override Evidence Judge(Examination<StationaryPointCell, StationaryPointOutcome> examination)
    {
        Evidence atStationaryPoints = examination.Given((_, o) => RankFactor(o) > 0).ForAll(
            "L̂ ≤ ‖A‖‖∇L̂‖/(c·σ(W)) at the stationary point reached",
            (_, o) => o.Risk - o.Distance * (o.Gradient + o.GradientError) / (Constant * RankFactor(o)),
            (_, o) => o.RiskError,
            "rounding of the risk and of WᵀW − S*, and of the gradient, which is widened by it").Named("stationary");
        Evidence identity = examination.ForAll(
            "the risk is the mean of squared residuals at random students",
            (_, o) => o.IdentityError,
            (_, o) => 4 * o.StartError,
            "rounding of both sums, each within γ_n (Σ|a_k|√Ĝ_kk)², relative to the risk")
            .Named("identity")
            .AsSupplement();
        if (Rank != RankNotion.Dimension)
        {
            examination.Skip(1);
            return Evidence.All(atStationaryPoints, identity);
        }

        Evidence atRandomStudents = examination.ForAll(
            "L̂ ≤ ‖A‖‖∇L̂‖/(c·σ_d(W)) at random students",
            (_, o) => o.SharpnessRatio * Constant / 4 - 1,
            (_, o) => 8 * o.StartError,
            "relative rounding of risk, gradient, norms and the least singular value").Named("random");
        return Evidence.All(atRandomStudents, atStationaryPoints, identity);
    }

    // The singular value that the notion of rank puts into the inequality, in units of σ_min(W*); 0 where its premise
    // fails.
    private double RankFactor(StationaryPointOutcome o)
    {
        double factor = Rank switch
        {
            RankNotion.Dimension => o.DthSingularValue,
            RankNotion.Shape => o.LastSingularValue,
            _ => o.LeastNonzeroSingularValue,
        };
        return factor >= 1e-4 * o.LargestSingularValue ? factor : 0;
    }
}
