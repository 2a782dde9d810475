using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// "Global Optimality of Full-Rank Stationary Points", second part: from d(d+1)/2 samples on, a full-rank stationary
// point is QW*. With polar factors ‖W − QW*‖ ≤ ‖A‖/(σ_d(W) + σ_min(W*)), and ‖A‖ ≤ ‖∇L̂‖/(4σ_d(W)λ_min(Ĝ)): what is
// left of the gradient bounds the distance.

/// <summary>Full-rank stationary points are the teacher up to an orthogonal matrix.</summary>
public sealed partial record TeacherIdentification : Claim<StationaryPointCell, StationaryPointOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/teacher-identification",
        Title = "Full-rank stationary points are the teacher up to rotation, if the X_iX_iᵀ span",
        Kind = ClaimKind.Inequality,
        Source = StationaryPointsTalk.At("Optimization Landscape: Global Optimality of Full-Rank Stationary Points"),
        Quotations =
        [
            @"If, furthermore, number N of data is N \geq d(d+1)/2 then W = QW^* for an orthogonal matrix Q \in "
                + @"\mathbb{R}^{m \times m}.",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            \mathrm{rank}(W)=d,\ \nabla_W\widehat{\mathcal{L}}(W)=0,\ N\ge \tfrac{d(d+1)}{2}
            \Rightarrow W=QW^* \text{ for an orthogonal } Q\in\mathbb{R}^{m\times m}
            """)
        {
            Corrected =
                """
                \text{the same with } \mathrm{span}(X_iX_i^T)=\mathcal{S} \text{ in place of } N\ge \tfrac{d(d+1)}{2},
                \text{ which for i.i.d. data of a jointly continuous law it is, with probability one; for every } W \text{ of rank } d
                \ \min_Q\|W-QW^*\|_F\le\frac{\|\nabla\widehat{\mathcal{L}}(W)\|_F}{4\sigma_d(W)\lambda_{\min}(\widehat G)(\sigma_d(W)+\sigma_{\min}(W^*))}
                """,
            Reason =
                "N ≥ d(d+1)/2 samples of the data class of the talk (i.i.d. centered sub-Gaussian coordinates) need "
                + "not span the symmetric matrices: for ±1 coordinates the span has dimension at most 1 + d(d−1)/2 at "
                + "every N, and full-rank stationary points other than QW* exist, for instance W = diag(√1.5, √.5) "
                + "for W* = I.",
        },
        Hypotheses =
        [
            "rank(W) = d, W of the teacher's width m, rank(W*) = d",
            "the X_iX_iᵀ span the symmetric matrices; almost surely so for N ≥ d(d+1)/2 and a jointly continuous law "
                + "(products of identical laws)",
        ],
        Method =
            "Students descend to stationary points on 2·d(d+1)/2 samples. ‖W − QW*‖ at the Q of the orthogonal "
            + "Procrustes problem must stay within the bound, λ the least eigenvalue of the empirical covariance of "
            + "svec(XXᵀ) that is not zero. What refutes is the invariant ‖WᵀW − S*‖/(‖W‖ + ‖W*‖), which no Q goes "
            + "below: a distance of 10⁻⁶ shows.",
    };

    [Parameter(
        "law", "laws of the coordinates", Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 8, Size = true)]
    public Choices<int> Dimensions { get; init; } = [2, 3];

    [Parameter("extra-width", "width m minus d", Minimum = 0, Maximum = 8, Size = true)]
    public int ExtraWidth { get; init; } = 1;

    [Parameter("n-per-dim", "N divided by d(d+1)/2", Minimum = 1, Maximum = 64)]
    public int SamplesPerDimension { get; init; } = 2;

    [Parameter("n-offset", "samples added to that multiple", Minimum = -5, Maximum = 100)]
    public int SampleOffset { get; init; }

    [Parameter("side", "on which side Q stands")]
    public AlignmentSide Side { get; init; } = AlignmentSide.Left;

    public override Claim AsPrinted => this with { Laws = [CoordinateLaw.Rademacher] };

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("W = W*Q instead of QW*", this with { Side = AlignmentSide.Right }),
        new("from d(d+1)/2 − 1 samples on", this with { SamplesPerDimension = 1, SampleOffset = -1 }),
    ];

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            IEnumerable<string> unmet = Laws.Where(law => !law.IsContinuous)
                .Select(law => $"the law {law} is not continuous: the X_iX_iᵀ need not span the symmetric matrices");
            return Dimensions.Any(d =>
                SamplesPerDimension * SymmetricVectorization.Dimension(d) + SampleOffset
                < SymmetricVectorization.Dimension(d))
                ? unmet.Append("fewer than d(d+1)/2 samples do not span the symmetric matrices")
                : unmet;
        }
    }

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [2, 3, 4] },
        _ => this with { Dimensions = [2, 3, 4, 5, 6] },
    };

    protected override Experiment<StationaryPointCell, StationaryPointOutcome> Experiment { get; } =
        new StationaryPointExperiment();

    protected override IReadOnlyList<StationaryPointCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           let samples = Math.Max(1, SamplesPerDimension * SymmetricVectorization.Dimension(d) + SampleOffset)
           select new StationaryPointCell(law, d, d + ExtraWidth, d + ExtraWidth, samples, StudentStart.Gaussian),
    ];

    // Lengths in units of σ_min(W*). Points that have lost rank are left out: the premise is full rank.
    // Points that have lost rank are left out: the premise is full rank.
    protected override Evidence Judge(Examination<StationaryPointCell, StationaryPointOutcome> examination) =>
        examination.Given((_, o) => o.DthSingularValue >= 1e-4 * o.LargestSingularValue).ForAll(
            "the stationary point is the teacher up to an orthogonal matrix",
            (_, o) => Misalignment.Beyond(o, Side, o.DthSingularValue),
            "rounding of gradient, products and the orthogonal factors (Higham, Lemma 19.3)");
}
