using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Generalization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Generalization;

// "Sample Complexity", remark (f), for laws without a density: the span depends on which of the 2^d points occur. For d = 2 and the law {−1: 2/3, 2: 1/3} the
// points lie on three lines, of probabilities 5/9, 2/9, 2/9, all of which have to occur: P = 3!·(5/9)(2/9)² = 40/243 at N = 3.

/// <summary>How likely discrete data span.</summary>
public sealed record DiscreteSpanProbability : Claim<SpanRankCell, SpanRankOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/discrete-span-probability",
        Title = "Two-valued coordinates span with a probability below one at every N",
        Kind = ClaimKind.Identity,
        Source = StationaryPointsTalk.At("Sample Complexity, remark (f) (derived here)"),
        Statement = new(
            @"x\in\{-1,2\} \text{ with probabilities } \tfrac{2}{3},\ \tfrac{1}{3}\text{: } P(\mathrm{span}(X_iX_i^T)=\mathcal{S}) = \tfrac{40}{243} \text{ for } d=2,\ N=3; \text{ in general the probability that the points that occur span}; \text{ and } 0 \text{ for } x=\pm1,\ d\ge2"),
        Hypotheses = ["coordinates i.i.d. with two values, no density"],
        Method =
            "The law of the set of points that occur among N samples is enumerated, and the span of each set found exactly. The frequency of full spans among simulated samples, each found by exact elimination, has to agree within 0.06, by Clopper–Pearson bounds from both sides.",
    };

    [Parameter("law", "laws of the coordinates with two values", Values = "rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.TwoPoint];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 3, Size = true)]
    public Choices<int> Dimensions { get; init; } = [2, 3];

    [Parameter("per-dimension", "samples in units of d(d+1)/2", Minimum = 1, Maximum = 16, Size = true)]
    public Choices<int> SamplesPerDimension { get; init; } = [1, 3];

    [Parameter("formula", "the claimed probability")]
    public SpanProbabilityFormula Formula { get; init; } = SpanProbabilityFormula.Enumeration;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("as many different points as dimensions are enough", this with { Formula = SpanProbabilityFormula.DifferentPoints }),
        new("almost surely, as for laws with a density", this with { Formula = SpanProbabilityFormula.AlmostSure }),
        new("±1 coordinates span as soon as N ≥ d(d+1)/2", this with { Formula = SpanProbabilityFormula.AlmostSure, Laws = [CoordinateLaw.Rademacher], Dimensions = [2] }),
    ];

    public override int Decisions => 2 * Cells.Count;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this with { Dimensions = [2] },
        _ => this with { SamplesPerDimension = [1, 2, 4] },
    };

    protected override Experiment<SpanRankCell, SpanRankOutcome> Experiment { get; } = new SpanRankExperiment();

    protected override IReadOnlyList<SpanRankCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           from multiple in SamplesPerDimension
           select new SpanRankCell(law, d, multiple * SymmetricVectorization.Dimension(d)),
    ];

    protected override int TrialsNeeded(double level)
    {
        // Deviations of √(2·ln(1/α)) standard errors cover a bound at level α (two sides a decision), four more the draw itself; a standard error is 1/(2√n) at
        // most, and ln(1/α) ≤ 0.7·log₂(1/α).
        double errors = Math.Sqrt(2 * 0.7 * TrialDesign.TrialsToSee(0.5, level / 2)) + 4;
        return (int)Math.Ceiling(errors * errors / (4 * Resolution * Resolution));
    }

    protected override Evidence Judge(Examination<SpanRankCell, SpanRankOutcome> examination)
    {
        return Evidence.All([.. examination.ByCell().SelectMany(part => Sides(part.Cell, part.Part))]);
    }

    // From both sides with exact bounds: a share near 0 or 1 is far from normal. A side that every share satisfies is left out.
    private IEnumerable<Evidence> Sides(SpanRankCell cell, Examination<SpanRankCell, SpanRankOutcome> part)
    {
        double probability = Formula.Value(cell.Law, cell.Dimension, cell.Samples);
        string sizes = $"({cell.Law}, d = {cell.Dimension}, N = {cell.Samples})";
        if (probability > Resolution)
            yield return part.Count($"draws span, up to the resolution {sizes}", (_, o) => Spans(cell, o) ? TrialResult.Success : TrialResult.Failure, Math.Min(1, probability) - Resolution);
        if (probability < 1 - Resolution)
            yield return part.Count($"draws do not span, up to the resolution {sizes}", (_, o) => Spans(cell, o) ? TrialResult.Failure : TrialResult.Success, 1 - Math.Max(0, probability) - Resolution);
    }

    private static bool Spans(SpanRankCell cell, SpanRankOutcome o) => o.SpanDimension == SymmetricVectorization.Dimension(cell.Dimension);

    private const double Resolution = 0.06;
}
