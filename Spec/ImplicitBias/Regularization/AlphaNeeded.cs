using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Regularization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.Regularization;

// "How small does α need to be": the slide answers by a figure that is missing. What the question presupposes is a
// tendency: more samples allow a larger start, more nonzero entries ask for a smaller one. The problems of a trial
// share their numbers, so that they compare in pairs.

/// <summary>The scale of initialization that recovery needs grows with the samples and falls with the nonzero
/// entries.</summary>
public sealed partial record AlphaNeeded : Claim<AlphaNeededCell, AlphaNeededOutcome>
{
    [Parameter("d", "dimension", Minimum = 2, Maximum = 1000)]
    public int Dimension { get; init; } = 120;

    [Parameter("m", "few samples", Minimum = 1, Maximum = 999)]
    public int Few { get; init; } = 20;

    [Parameter("many", "many samples", Minimum = 1, Maximum = 999)]
    public int Many { get; init; } = 50;

    [Parameter("k", "few nonzero entries", Minimum = 1, Maximum = 1000)]
    public int Sparsity { get; init; } = 2;

    [Parameter("denser", "many nonzero entries", Minimum = 1, Maximum = 1000)]
    public int Denser { get; init; } = 6;

    [Parameter("noise", "standard deviation of the noise", Minimum = 0, Maximum = 10)]
    public double Noise { get; init; } = 0.1;

    [Parameter("target", "the population error to reach", Minimum = 1e-6, Maximum = 1)]
    public double Target { get; init; } = 0.025;

    [Parameter("samples-help", "whether more samples allow a larger start, not a smaller one")]
    public bool SamplesHelp { get; init; } = true;

    [Parameter("sparsity-helps", "whether fewer nonzero entries allow a larger start, not a smaller one")]
    public bool SparsityHelps { get; init; } = true;

    [Parameter("probability", "probability, at least", Minimum = 0.01, Maximum = 0.94)]
    public double Probability { get; init; } = 0.5;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("more samples ask for a smaller start", this with { SamplesHelp = false }, InSamples),
        new("more nonzero entries allow a larger start", this with { SparsityHelps = false }, InEntries),
    ];

    public override int Decisions => 2;

    public override IEnumerable<string> UnmetHypotheses =>
        Few < Many && Many < Dimension && Sparsity < Denser && Denser <= Dimension
            ? []
            : ["m < many < d and k < denser ≤ d are needed"];

    // Every problem has more samples than the 2k·log(d/k) from which recovery is possible at all, 1.2 times as many or
    // more: below, both scales would be 0.
    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimension = 240, Few = 30, Many = 80, Denser = 7 },
        _ => this with { Dimension = 1000, Few = 75, Many = 200, Sparsity = 5, Denser = 15 },
    };

    protected override Experiment<AlphaNeededCell, AlphaNeededOutcome> Experiment { get; } =
        new AlphaNeededExperiment();

    protected override IReadOnlyList<AlphaNeededCell> Cells =>
        [new(Dimension, Few, Many, Sparsity, Denser, Noise, Target)];

    private const string InSamples = "samples", InEntries = "nonzero entries";

    // What is claimed is the median. How many draws tell it from a share of one half is planned with pilots of other
    // seeds: 477 of 500 had the rarer order at the small sizes, more than 0.925 with 99 % confidence.
    private const double PilotShare = 0.925;

    protected override int TrialsNeeded(double level) => TrialDesign.TrialsNeeded(
        Probability, Math.Max(PilotShare, Probability + 0.05), level / 2);

    protected override Evidence Judge(Examination<AlphaNeededCell, AlphaNeededOutcome> examination) =>
        Evidence.All(
            examination
                .Count(
                    SamplesHelp ? "more samples allow a larger start" : "more samples ask for a smaller start",
                    (_, o) => SamplesHelp ? o.Few < o.Many : o.Many < o.Few,
                    (_, o) => o.IsCertified,
                    Probability)
                .Named(InSamples),
            examination
                .Count(
                    SparsityHelps ? "more entries ask for a smaller start" : "more entries allow a larger start",
                    (_, o) => SparsityHelps ? o.Denser < o.Many : o.Many < o.Denser,
                    (_, o) => o.IsCertified,
                    Probability)
                .Named(InEntries));
}
