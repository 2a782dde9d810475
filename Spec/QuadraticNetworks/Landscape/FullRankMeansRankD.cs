using Verification.Implementation.Experiments;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// "Remarks"(b): "any full-rank stationary point of the risk is globally optimal". On these slides W has the teacher's
// width m ≥ d, so that full rank is rank d. For a student of width m̂ < d the rank m̂ is not enough: with samples e_1,
// e_2, e_1 ± e_2 and S* = diag(2, 3), W = (2, 0) is stationary (4L̂ = 15, while (0, √(13/3)) has 20/3). All in
// integers.

/// <summary>"Full-rank" stationary points are those of rank d, not of the greatest rank that the shape of W
/// admits.</summary>
public sealed record FullRankMeansRankD : Claim<NarrowStudentCell, NarrowStudentOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/full-rank-means-rank-d",
        Title = "Full rank means rank d: narrow students of greatest rank have spurious stationary points",
        Kind = ClaimKind.Counterexample,
        Source = StationaryPointsTalk.At(
            "Remarks, (b); Global Optimality of Full-Rank Stationary Points, (b); the levels are derived here"),
        Quotations =
        [
            "Any full-rank stationary point of the risk is globally optimal. … No spurious stationary points within "
                + "the set of full-rank matrices.",
        ],
        Statement = new(
            """
            \mathrm{rank}(W)=d,\ \nabla\mathcal{L}(W)=0 \Rightarrow \mathcal{L}(W)=0;
            \quad \text{for } W\in\mathbb{R}^{\hat m\times d},\ \hat m<d, \text{ the rank } \hat m=\min(\hat m,d) \text{ is not enough:}
            \ \text{a student of } r \text{ directions } I \text{ is stationary at the level }
            \frac{\alpha\beta(\sum_{i\notin I}s_i)^2}{\alpha+r\beta}+\alpha\sum_{i\notin I}s_i^2
            """),
        Hypotheses =
        [
            "rank(W*) = d",
            "rank(W) = d, hence width m̂ ≥ d, as on the slides, where W has the teacher's width",
        ],
        Method =
            "Students that learn r directions of a diagonal teacher and miss the others are built in integers, over "
            + "d² samples that span (α = 2d − 3, β = 2) and for Gaussian moments (α = 2, β = 1). Gradient and risk "
            + "are summed in exact arithmetic: the gradient has to be 0, the risk the level. Where the premise on the "
            + "rank holds, no student of the same width may have a smaller risk; the one that learns the strongest "
            + "directions is compared.",
    };

    [Parameter("d", "data dimensions", Minimum = 2, Maximum = 6, Size = true)]
    public Choices<int> Dimensions { get; init; } = [2, 3, 4];

    [Parameter("rank", "what counts as full rank")]
    public RankNotion Rank { get; init; } = RankNotion.Dimension;

    [Parameter("shortfall", "rank d minus this counts as rank d", Minimum = 0, Maximum = 5)]
    public int Shortfall { get; init; }

    [Parameter("level", "factor before the closed form of the level", Minimum = 0, Maximum = 4)]
    public double LevelFactor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("full rank as rank min(m̂, d) for students of any width", this with { Rank = RankNotion.Shape }, "optimal"),
        new("no condition on the rank", this with { Rank = RankNotion.None }, "optimal"),
        new("rank d − 1 suffices", this with { Shortfall = 1 }, "optimal"),
        new("0.99 times the level at the spurious points", this with { LevelFactor = 0.99 }, "level"),
    ];

    public override int Decisions => 4;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [2, 3, 4, 5] },
        _ => this with { Dimensions = [2, 3, 4, 5, 6] },
    };

    protected override Experiment<NarrowStudentCell, NarrowStudentOutcome> Experiment { get; } =
        new NarrowStudentExperiment();

    protected override IReadOnlyList<NarrowStudentCell> Cells =>
    [
        .. from population in (bool[])[false, true]
           from d in Dimensions
           from width in Enumerable.Range(1, d + 1)
           from rank in Enumerable.Range(1, Math.Min(width, d))
           select new NarrowStudentCell(d, width, rank, population),
    ];

    protected override Evidence Judge(Examination<NarrowStudentCell, NarrowStudentOutcome> examination)
    {
        // That the points are stationary and their samples span is how they were made: it accompanies the statement.
        return Evidence.All(
            examination.Given((cell, _) => Premise(cell)).ForAll(
                "no student of the same width has a smaller risk than a full-rank stationary point",
                (_, o) => o.Risk - o.BetterRisk,
                (_, o) => Rounding(o.BetterRisk),
                Derivation)
                .Named("optimal"),
            examination
                .ForAll("the points are stationary", (_, o) => o.Gradient, (_, _) => 0, "integers, nothing is rounded")
                .Named("stationary")
                .AsSupplement(),
            examination
                .ForAll(
                    "their risk is the closed form of the level",
                    (_, o) => Math.Abs(o.Risk - LevelFactor * o.Predicted),
                    (_, o) => Rounding(o.Predicted),
                    Derivation).Named("level"),
            examination.ForAll(
                "the samples span the symmetric matrices",
                (cell, o) => SymmetricVectorization.Dimension(cell.Dimension) - o.SpanDimension,
                (_, _) => 0,
                "a rank modulo a prime never exceeds the rank")
                .Named("span")
                .AsSupplement());
    }

    private const string Derivation =
        "at most 4d + 8 roundings of a closed form, in units of the risk times the number of samples; risk and "
            + "gradient are exact";

    private static double Rounding(double value) => 32 * UnitRoundoff * value;

    private bool Premise(NarrowStudentCell cell) => Rank switch
    {
        RankNotion.Dimension => cell.Rank >= cell.Dimension - Shortfall,
        RankNotion.Shape => cell.Rank == Math.Min(cell.Width, cell.Dimension),
        _ => true,
    };
}
