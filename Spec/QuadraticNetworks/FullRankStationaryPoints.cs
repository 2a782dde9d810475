using Verification.Implementation.Experiments;
using Verification.Implementation.QuadraticNetworks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks;

// "Global Optimality of Full-Rank Stationary Points": rank W = d and ∇L̂(W) = 0 imply L̂(W) = 0, and W = QW* from d(d+1)/2 samples on.
// Near-stationary form for every W of rank d: L̂ ≤ ‖A‖‖∇L̂‖/(4σ_d(W)), since ∇L̂ = 4WR̂ and L̂ = ⟨A, R̂⟩; sharp at d = 1.

/// <summary>Full-rank stationary points of the empirical risk are global minima.</summary>
public sealed record FullRankStationaryPoints : Claim<StationaryPointCell, StationaryPointOutcome>
{
    /// <inheritdoc/>
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/full-rank-stationary-points",
        Title = "Full-rank stationary points are global minima, and the teacher up to rotation",
        Kind = ClaimKind.Inequality,
        Source = StationaryPointsTalk.At("Optimization Landscape: Global Optimality of Full-Rank Stationary Points"),
        Statement = new(
            @"\mathrm{rank}(W)=d,\ \nabla_W\widehat{\mathcal{L}}(W)=0 \Rightarrow \widehat{\mathcal{L}}(W)=0; \quad \text{if } N\ge \tfrac{d(d+1)}{2} \text{ then } W=QW^*,\ Q\in\mathbb{R}^{m\times m} \text{ orthogonal}")
        {
            Corrected =
                @"\mathrm{rank}(W)=d \Rightarrow \widehat{\mathcal{L}}(W) \le \frac{\|W^TW-W^{*T}W^*\|_F\,\|\nabla\widehat{\mathcal{L}}(W)\|_F}{4\,\sigma_d(W)}; \quad \text{if } \mathrm{span}(X_iX_i^T)=\mathcal{S} \text{ (a.s. for } N\ge \tfrac{d(d+1)}{2} \text{ and a jointly continuous law) and } \nabla\widehat{\mathcal{L}}(W)=0 \text{ then } W=QW^*",
            Reason =
                "The first part needs nothing of the data. The second needs the X_iX_iᵀ to span the symmetric matrices, which N ≥ d(d+1)/2 samples of the data class of the talk (i.i.d. centered sub-Gaussian "
                + "coordinates) need not do: for ±1 coordinates the span has dimension at most 1 + d(d−1)/2 at every N, and full-rank stationary points other than QW* exist, for instance W = diag(√1.5, √.5) for W* = I.",
        },
        Hypotheses =
        [
            "first part: rank(W) = d, hence width at least d; any data",
            "second part: N ≥ d(d+1)/2, jointly continuous law, W of the teacher's width, rank(W*) = d",
        ],
        Method =
            "At random students the inequality is evaluated (with equality at d = 1) and the risk ⟨A, R̂⟩ compared with the mean of squared residuals. Each student then descends to a stationary point, where the same inequality bounds the "
            + "risk by the remaining gradient, and ‖W − QW*‖ ≤ ‖A‖/(σ_d(W) + σ_min(W*)), ‖A‖ ≤ ‖∇‖/(4σ_d(W)λ_min(Ĝ)), bounds the distance to the rotated teacher.",
    };

    /// <summary>Laws of the coordinates.</summary>
    [Parameter("law", "laws of the coordinates", Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform];

    /// <summary>Data dimensions.</summary>
    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 8, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2, 3];

    /// <summary>Teacher width beyond d.</summary>
    [Parameter("extra-width", "teacher width m minus d", Minimum = 0, Maximum = 8, Size = true)]
    public int ExtraWidth { get; init; } = 1;

    /// <summary>How much narrower than d the student is; 0 for the teacher's width.</summary>
    [Parameter("narrow-by", "student width m̂ = d minus this; 0: the teacher's width m", Minimum = 0, Maximum = 7)]
    public int NarrowBy { get; init; }

    /// <summary>Where students start.</summary>
    [Parameter("start", "where students start")]
    public StudentStart Start { get; init; } = StudentStart.Gaussian;

    /// <summary>What counts as full rank.</summary>
    [Parameter("rank", "what counts as full rank")]
    public RankNotion Rank { get; init; } = RankNotion.Dimension;

    /// <summary>The constant in the inequality.</summary>
    [Parameter("constant", "constant of the inequality", Minimum = 0.1, Maximum = 100)]
    public double Constant { get; init; } = 4;

    /// <summary>From how many samples on the second part is claimed, relative to d(d+1)/2.</summary>
    [Parameter("identified-from", "second part from N = d(d+1)/2 plus this", Minimum = -10, Maximum = 10)]
    public int IdentifiedFrom { get; init; }

    /// <summary>On which side Q stands.</summary>
    [Parameter("side", "on which side Q stands")]
    public AlignmentSide Side { get; init; } = AlignmentSide.Left;

    /// <inheritdoc/>
    public override Claim AsPrinted => this with { Laws = [CoordinateLaw.Rademacher], Dimensions = [2, 3] };

    /// <inheritdoc/>
    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("no condition on the rank", this with { Rank = RankNotion.None, Start = StudentStart.DeficientRows, Dimensions = [2, 3] }),
        new("full rank as rank min(m̂, d) for a student narrower than d", this with { Rank = RankNotion.Shape, NarrowBy = 1, Dimensions = [3] }),
        new("constant 8 instead of 4", this with { Constant = 8 }),
        new("W = W*Q instead of QW*", this with { Side = AlignmentSide.Right, Dimensions = [2, 3] }),
        new("W = QW* from d(d+1)/2 − 1 samples on", this with { IdentifiedFrom = -1, Dimensions = [2, 3] }),
    ];

    /// <inheritdoc/>
    public override int Decisions => 0;

    /// <inheritdoc/>
    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [1, 2, 3, 4] },
        _ => this with { Dimensions = [1, 2, 3, 4, 5, 6] },
    };

    /// <inheritdoc/>
    protected override Experiment<StationaryPointCell, StationaryPointOutcome> Experiment { get; } = new StationaryPointExperiment();

    /// <inheritdoc/>
    protected override IReadOnlyList<StationaryPointCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           let full = SymmetricVectorization.Dimension(d)
           from samples in (int[])[Math.Max(1, full - 1), 2 * full]
           let width = NarrowBy == 0 ? d + ExtraWidth : Math.Max(1, d - NarrowBy)
           select new StationaryPointCell(law, d, d + ExtraWidth, width, samples, Start),
    ];

    /// <inheritdoc/>
    protected override int TrialsNeeded(double level) => TrialsOverDesign(level);

    /// <inheritdoc/>
    protected override Evidence Judge(Examination<StationaryPointCell, StationaryPointOutcome> examination)
    {
        ArgumentNullException.ThrowIfNull(examination);
        var parts = new List<Evidence>
        {
            examination.ForAll(
                "the risk is the mean of squared residuals at random students",
                (_, o) => o.IdentityError,
                (_, o) => 4 * o.StartError,
                "rounding of both sums, each within γ_n (Σ|a_k|√Ĝ_kk)², relative to the risk"),
            examination.Given((_, o) => RankFactor(o) > 0).ForAll(
                "L̂ ≤ ‖A‖‖∇L̂‖/(c·σ(W)) at the stationary point reached",
                (_, o) => o.Risk - o.Distance * o.Gradient / (Constant * RankFactor(o)),
                (_, o) => o.RiskError,
                "rounding of the risk and of WᵀW − S*"),
        };
        if (Rank == RankNotion.Dimension)
        {
            parts.Add(examination.ForAll(
                "L̂ ≤ ‖A‖‖∇L̂‖/(c·σ_d(W)) at random students",
                (_, o) => o.SharpnessRatio * Constant / 4 - 1,
                (_, o) => 8 * o.StartError,
                "relative rounding of risk, gradient, norms and the least singular value"));
        }

        // Where the span is claimed to be everything, A is controlled by the gradient.
        Examination<StationaryPointCell, StationaryPointOutcome> identified = examination
            .Where(cell => cell.StudentWidth == cell.TeacherWidth && cell.Samples >= SymmetricVectorization.Dimension(cell.Dimension) + IdentifiedFrom)
            .Given((_, o) => RankFactor(o) > 0);
        if (identified.Observations.Count > 0)
        {
            parts.Add(identified.ForAll(
                "the stationary point is the teacher up to an orthogonal matrix",
                (_, o) => (Side == AlignmentSide.Left ? o.LeftMisalignment : o.RightMisalignment) * o.PlantedNorm
                    - o.Gradient / (4 * RankFactor(o) * o.LeastCovarianceEigenvalue * (1 + RankFactor(o))),
                (_, o) => 1e-13 * (o.PlantedNorm + o.LargestSingularValue) * o.LargestSingularValue / RankFactor(o),
                "rounding of the two singular value decompositions, of order d·u·‖W‖ times the condition number"));
        }

        return Evidence.All(parts);
    }

    // The singular value that the notion of rank puts into the inequality, in units of σ_min(W*); 0 where its premise fails.
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
