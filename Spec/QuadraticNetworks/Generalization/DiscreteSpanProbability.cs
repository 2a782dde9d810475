using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Generalization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Generalization;

// For laws without a density the span depends on which of the 2^d points occur. For d = 2 and the law {−1: 2/3, 2: 1/3}
// the points lie on three lines, of probabilities 5/9, 2/9, 2/9, all of which have to occur: P = 3!·(5/9)(2/9)² =
// 40/243 at N = 3.

/// <summary>How likely discrete data span.</summary>
public sealed record DiscreteSpanProbability : Claim<SpanRankCell, SpanRankOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/discrete-span-probability",
        Title = "Two-valued coordinates span with a probability below one at every N, if d ≥ 2",
        Kind = ClaimKind.Identity,
        Source = StationaryPointsTalk.At("Sample Complexity"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            x\in\{-1,2\} \text{ with probabilities } \tfrac{2}{3},\ \tfrac{1}{3}\text{: }
            \mathbb{P}[\mathrm{span}(X_iX_i^T)=\mathcal{S}] = \tfrac{40}{243} \text{ for } d=2,\ N=3;
            \text{in general the probability that the points that occur span; and } 0 \text{ for } x=\pm1,\ d\ge2
            """),
        Hypotheses = ["coordinates i.i.d. with two values, no density"],
        Method =
            "The law of the set of points that occur among N samples is enumerated, and the span of each set found "
            + "exactly. The share of full spans among simulated samples, each found by exact "
            + "elimination, is compared by Clopper–Pearson, to within 0.04: a probability off by 0.08 is seen.",
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
        new(
            "as many different points as dimensions are enough",
            this with
            {
                Formula = SpanProbabilityFormula.DifferentPoints,
            },
            Share),
        new(
            "almost surely, as for laws with a density",
            this with
            {
                Formula = SpanProbabilityFormula.AlmostSure,
            },
            Share),
        new(
            "±1 coordinates span as soon as N ≥ d(d+1)/2",
            this with
            {
                Formula = SpanProbabilityFormula.AlmostSure,
                Laws = [CoordinateLaw.Rademacher],
                Dimensions = [2],
            },
            Share),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        from law in Laws where law.IsContinuous select $"coordinates with two values; {law} ones have a density";

    public override int Decisions => Cells.Count;

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

    protected override int TrialsNeeded(double level) => TrialDesign.TrialsToPin(Resolution, level);

    protected override Evidence Judge(Examination<SpanRankCell, SpanRankOutcome> examination) => Evidence.All(
    [
        .. examination.ByCell().Select(part => part.Part.AgreeInShare(
            $"draws that span ({part.Cell.Law}, d = {part.Cell.Dimension}, N = {part.Cell.Samples})",
            (cell, o) =>
                o.SpanDimension == SymmetricVectorization.Dimension(cell.Dimension)
                    ? TrialResult.Success
                    : TrialResult.Failure,
            Formula.Value(part.Cell.Law, part.Cell.Dimension, part.Cell.Samples),
            finiteSizeCorrection: 0,
            Resolution).Named(Share)),
    ]);

    private const string Share = "share";

    private const double Resolution = 0.04;
}
