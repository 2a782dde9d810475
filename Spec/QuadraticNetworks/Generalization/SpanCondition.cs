using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Generalization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Generalization;

// span{X_iX_iᵀ} = S is necessary and sufficient for every interpolant to be the teacher, and known before training. The
// criterion predicts; then a trained interpolant must obey ‖A‖ ≤ √(L̂/λ_min(Ĝ)), or a constructed one must exist at
// distance ≥ σ².

/// <summary>The span condition, both ways.</summary>
public sealed record SpanCondition : Claim<SpanConditionCell, SpanConditionOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/span-condition",
        Title = "Interpolants equal the teacher exactly when the X_iX_iᵀ span the symmetric matrices",
        Kind = ClaimKind.Existence,
        Source = StationaryPointsTalk.At("Sample Complexity"),
        Quotations =
        [
            @"If $\text{span}(X_i X_i^T : 1 \leq i \leq N) = \mathcal{S}$, then any minimizer $W$ of the empirical "
            + @"risk $\hat{\mathcal{L}}(\cdot)$ has necessarily zero generalization error.",
            @"the condition $\text{span}(X_i X_i^T : 1 \leq i \leq N) = \mathcal{S}$ can be checked ahead of "
            + @"optimization task.",
            "No randomness. A purely geometric, necessary and sufficient geometric condition.",
        ],
        Statement = new(
            """
            \mathrm{span}(X_iX_i^T : 1\le i\le N)=\mathcal{S}, \text{ which the data alone decide}, \iff
            \text{every interpolating } W \text{ has } W^TW=W^{*T}W^*
            """),
        Hypotheses =
        [
            "rank(W*) = d (Model slide): without it the condition is not necessary, as W* = 0 with X_i spanning R^d "
            + "shows",
            "students of width at least d; narrower ones are the subject of student-width",
            "any data, random or not",
        ],
        Method =
            "The dimension of the span is decided from the data alone by exact elimination modulo a prime. Where it is "
            + "full, students are trained, and ‖A‖_F ≤ √(L̂/λ_min(Ĝ)) is certified. Where it "
            + "is not, the walk from S* along a direction that the data do not see, to the boundary of the cone, has "
            + "to give an interpolant at distance at least σ_min(W*)². A student counts as "
            + "interpolant when an exact one of its width is proved to exist beside it (Newton–Kantorovich). One "
            + "sample too few is seen, and one percent beyond the boundary.",
    };

    [Parameter(
        "law", "laws of the coordinates", Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } =
        [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Rademacher, CoordinateLaw.TwoPoint];

    [Parameter("d", "data dimensions", Minimum = 2, Maximum = 8, Size = true)]
    public Choices<int> Dimensions { get; init; } = [2, 3];

    [Parameter("extra-width", "student width minus d", Minimum = 0, Maximum = 16, Size = true)]
    public int ExtraWidth { get; init; } = 1;

    [Parameter("criterion", "condition on the data")]
    public SpanCriterion Criterion { get; init; } = SpanCriterion.Tensors;

    [Parameter("step", "share of the way to the boundary of the cone", Minimum = 0.01, Maximum = 2)]
    public double Step { get; init; } = 1;

    [Parameter("distance", "distance of the interpolant over σ_min(W*)², at least", Minimum = 0, Maximum = 10)]
    public double LeastDistance { get; init; } = 1;

    [Parameter("walk", "which way the construction walks")]
    public WalkRule Walk { get; init; } = WalkRule.EitherSign;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new(
            "span{X_i} = R^d suffices",
            this with { Criterion = SpanCriterion.Vectors, Laws = [CoordinateLaw.Gaussian] },
            Sufficient),
        new(
            "N ≥ d(d+1)/2 suffices for any law",
            this with { Criterion = SpanCriterion.SampleCount, Laws = [CoordinateLaw.Rademacher] },
            Sufficient),
        new(
            "one percent beyond the boundary still interpolates",
            this with { Step = 1.01, Laws = [CoordinateLaw.Gaussian] },
            Interpolant),
        new(
            "an interpolant at 1.5 times the distance",
            this with { LeastDistance = 1.5, Laws = [CoordinateLaw.Gaussian] },
            "distance"),
        new(
            "the walk along +A always meets the boundary",
            this with { Walk = WalkRule.PositiveSemidefiniteForward, Laws = [CoordinateLaw.Gaussian] },
            Interpolant),
    ];

    public override int Decisions => 3;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [2, 3, 4] },
        _ => this with { Dimensions = [2, 3, 4, 5] },
    };

    protected override Experiment<SpanConditionCell, SpanConditionOutcome> Experiment { get; } =
        new SpanConditionExperiment();

    protected override IReadOnlyList<SpanConditionCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           let full = SymmetricVectorization.Dimension(d)
           from samples in ((int[])[d - 1, d, full - 1, full, 2 * full]).Distinct()
           select new SpanConditionCell(law, d, samples, d + ExtraWidth, Step, Walk),
    ];

    protected override Evidence Judge(Examination<SpanConditionCell, SpanConditionOutcome> examination)
    {
        Examination<SpanConditionCell, SpanConditionOutcome> unseen =
            examination.Given((cell, o) => !Predicts(cell, o));
        return Evidence.All(
            examination.Given(Predicts).ForAll(
                "where the criterion holds, every interpolant found is the teacher",
                (_, o) => Math.Max(
                    o.TrainedDistance - o.TrainedBound,
                    InterpolationProof.Exists(o.ConstructedShift)
                        ? o.ConstructedDistance - o.ConstructedDistanceError
                        : double.NegativeInfinity),
                (_, o) => o.TrainedDistanceError,
                "rounding of WᵀW − S*; the bound is already widened by the errors of risk and eigenvalue, the distance "
                + "of an exact interpolant narrowed by its own")
                .Named(Sufficient),
            unseen.ForAll(
                "where it fails, the walk to the boundary leads to an exact interpolant",
                (_, o) => o.ConstructedMisfit,
                (_, o) =>
                    InterpolationProof.Tolerance(o.ConstructedMisfit, o.ConstructedMisfitError, o.ConstructedShift),
                InterpolationProof.Derivation,
                InterpolationProof.Resolution).Named(Interpolant),
            unseen.ForAll(
                "and the interpolant is at distance at least σ_min(W*)² from the teacher",
                (_, o) => LeastDistance - o.ConstructedDistance,
                (_, o) => o.ConstructedDistanceError,
                "distance between computed student and exact interpolant, rounding of σ_min(W*)²",
                InterpolationProof.Resolution).Named("distance"));
    }

    private const string Sufficient = "sufficient";

    private const string Interpolant = "interpolant";

    private bool Predicts(SpanConditionCell cell, SpanConditionOutcome o) => Criterion switch
    {
        SpanCriterion.Tensors => o.SpanDimension == o.FullDimension,
        SpanCriterion.Vectors => o.DataRank == cell.Dimension,
        _ => cell.Samples >= o.FullDimension,
    };
}
