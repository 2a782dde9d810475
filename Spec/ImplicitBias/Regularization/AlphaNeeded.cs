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
public sealed record AlphaNeeded : Claim<AlphaNeededCell, AlphaNeededOutcome>
{
    private const string InSamples = "samples", InEntries = "nonzero entries";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/alpha-needed",
        Title = "More samples allow a larger start, more nonzero entries ask for a smaller one",
        Kind = ClaimKind.Figure,
        Guarantee = Guarantee.Bound,
        Source = ImplicitBiasTalk.At(
            "Sparse Learning, second slide; the tendency is stated here",
            ImplicitBiasTalk.KernelAndRich + ", section 5"),
        Quotations =
        [
            @"$$d = 1000, \quad \|\beta^*\|_0 = k$$",
            @"How small does  $\alpha$  need to be to get  $L(\beta_\alpha(\infty)) < 0.025$",
        ],
        Statement = new(
            """
            \alpha(m,k)=\sup\{\alpha: \|\beta_{\alpha'}-\beta^*\|^2<0.025 \text{ for all } \alpha'\le\alpha\}, \ m<m', \ k<k':
            \mathbb P\big(\alpha(m,k)<\alpha(m',k)\big)\ge\tfrac12, \quad \mathbb P\big(\alpha(m',k')<\alpha(m',k)\big)\ge\tfrac12
            """),
        Hypotheses =
        [
            "N(0, 0.01) is read as variance 0.01",
            "standard normal inputs and equal nonzero entries with ‖β*‖ = 1: the slide states neither",
            "α on a grid of four a decade down to 10⁻⁵; where none does it counts as 0",
        ],
        Method =
            "The ends of the flow by the dual Newton method, with proven bounds wherever an error is near the target. "
                + "The problems of a draw share their inputs and their noise; a draw on which the two scales are equal "
                + "counts against the tendency.",
    };

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

    // 97 of 100 draws have either order at the small sizes: more than 0.9 with 99 % confidence.
    private const double MeasuredShare = 0.9;

    protected override int TrialsNeeded(double level) => TrialDesign.TrialsNeeded(
        Probability, Math.Max(MeasuredShare, Probability + 0.05), level / 2);

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
