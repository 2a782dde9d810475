using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Regularization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.Regularization;

// "How small does α need to be to get L(β_α(∞)) < 0.025": with more samples larger, with more nonzero entries smaller.

/// <summary>The scale of initialization that sparse recovery needs, against samples and sparsity.</summary>
public sealed record AlphaNeeded : Claim<AlphaNeededCell, AlphaNeededOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/alpha-needed",
        Title =
            "The α that an error of 0.025 needs grows with the number of samples and falls with that of nonzero "
            + "entries",
        Kind = ClaimKind.Figure,
        Guarantee = Guarantee.Bound,
        Source = ImplicitBiasTalk.At("Sparse Learning, second slide; the factors are read off here", ImplicitBiasTalk.KernelAndRich + ", section 5"),
        Quotations = [@"How small does  $\alpha$  need to be to get  $L(\beta_\alpha(\infty)) < 0.025$"],
        Statement = new(
            """
            \alpha^*(m,k)=\text{the largest } \alpha \text{ of a grid from which on down } \|\beta_\alpha-\beta^*\|^2<0.025:
            d=150: \ \mathbb P\big(\alpha^*(90,2)\ge1.3\,\alpha^*(30,2)\big)\ge0.35, \quad \mathbb P\big(\alpha^*(90,6)\le0.75\,\alpha^*(90,2)\big)\ge0.35
            """),
        Hypotheses =
        [
            "the talk prints d = 1000; the claim is examined at d = 150, the figure is drawn at the printed size "
                + "at the full tier",
            "L is the excess over the noise, which is what can be small",
            "standard normal inputs, equal nonzero entries with ‖β*‖ = 1, noise of variance 0.01",
        ],
        Method =
            "Both problems of a pair share inputs and noise. α runs over four values a decade; errors near the target "
            + "are decided by the proven bound of the Newton method. Pairs of which one never reaches the target on the "
            + "grid are excluded. Four in five pairs or more satisfy each inequality; 35 % is what the few pairs decide at this level.",
    };

    [Parameter("d", "dimension", Minimum = 3, Maximum = 4000)]
    public int Dimension { get; init; } = 150;

    [Parameter("few", "the smaller number of samples", Minimum = 1, Maximum = 3999)]
    public int Few { get; init; } = 30;

    [Parameter("many", "the larger number of samples", Minimum = 1, Maximum = 3999)]
    public int Many { get; init; } = 90;

    [Parameter("k", "the smaller number of nonzero entries", Minimum = 1, Maximum = 4000)]
    public int Sparsity { get; init; } = 2;

    [Parameter("denser", "the larger number of nonzero entries", Minimum = 1, Maximum = 4000)]
    public int Denser { get; init; } = 6;

    [Parameter("noise", "standard deviation of the noise", Minimum = 0, Maximum = 10)]
    public double Noise { get; init; } = 0.1;

    [Parameter("samples-factor", "α*(many)/α*(few), at least", Minimum = 0, Maximum = 1e6)]
    public double SamplesFactor { get; init; } = 1.3;

    [Parameter("sparsity-factor", "α*(denser)/α*(sparser), at most", Minimum = 0, Maximum = 1e6)]
    public double SparsityFactor { get; init; } = 0.75;

    [Parameter("probability", "probability, at least", Minimum = 0.01, Maximum = 1)]
    public double Probability { get; init; } = 0.35;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("a hundred times for three times the samples", this with { SamplesFactor = 100 }, "samples"),
        new("no α depends on the samples: the same number twice", this with { Few = 90 }, "samples"),
        new("no α depends on the nonzero entries: the same number twice", this with { Denser = 2 }, "sparsity"),
        new("a hundredth for 6 entries in place of 2", this with { SparsityFactor = 0.01 }, "sparsity"),
    ];

    public override int Decisions => 2;

    public override IEnumerable<string> UnmetHypotheses =>
        Few <= Many && Many < Dimension && Sparsity <= Denser && Denser <= Dimension ? [] : ["few ≤ many < d and k ≤ denser ≤ d are needed"];

    protected override Experiment<AlphaNeededCell, AlphaNeededOutcome> Experiment { get; } = new AlphaNeededExperiment();

    protected override IReadOnlyList<AlphaNeededCell> Cells => [new(Dimension, Few, Many, Sparsity, Denser, Noise, 0.025)];

    protected override int TrialsNeeded(double level) => TrialDesign.TrialsNeeded(Probability, Math.Max(0.65, Probability + 0.01), level / 2);

    protected override Evidence Judge(Examination<AlphaNeededCell, AlphaNeededOutcome> examination)
    {
        // The grid is four values a decade: factors are compared with a little room for the rounding of its values.
        return Evidence.All(
            examination.Count("more samples allow a larger α", (_, o) => o.Many * (1 + 1e-9) >= SamplesFactor * o.Few, (_, o) => o.IsCertified, Probability, (_, o) => o.Few > 0).Named("samples"),
            examination.Count("more nonzero entries need a smaller α", (_, o) => o.Denser <= SparsityFactor * o.Many * (1 + 1e-9), (_, o) => o.IsCertified, Probability, (_, o) => o.Denser > 0).Named("sparsity"));
    }
}
