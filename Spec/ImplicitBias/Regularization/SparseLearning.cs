using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Regularization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.Regularization;

// "Sparse Learning", the figure at d = 1000, k = 5, m = 100: from the error of least ℓ2 norm, about 1 − m/d of ‖β*‖² =
// 1, to that of least ℓ1 norm as α falls.

/// <summary>Population error of the flow's end on a sparse problem, in both regimes.</summary>
public sealed record SparseLearning : Claim<SparsePathCell, SparsePathOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/sparse-learning",
        Title = "At d = 1000, k = 5, m = 100 a small start recovers the sparse vector, a large one does not",
        Kind = ClaimKind.Figure,
        Guarantee = Guarantee.Bound,
        Source = ImplicitBiasTalk.At(
            "Sparse Learning, first slide; the bounds are read off here",
            ImplicitBiasTalk.KernelAndRich + ", section 5"),
        Quotations =
        [
            @"$$y_i = \langle \beta^*, x_i \rangle + N(0, 0.01)$$ $$d = 1000, \quad \|\beta^*\|_0 = 5, \quad m = 100$$",
        ],
        Statement = new(
            """
            x_i\sim N(0,I), \ \beta^*=k^{-1/2}(1,\dots,1,0,\dots,0): \quad \mathbb P\big(0.002<\|\beta_\alpha-\beta^*\|^2<0.025 \text{ at } \alpha=10^{-4}\big)\ge\tfrac12,
            \mathbb P\big(\|\beta_\alpha-\beta^*\|^2>0.8 \text{ at } \alpha=1\big)\ge\tfrac12
            """),
        Hypotheses =
        [
            "N(0, 0.01) is read as variance 0.01",
            "standard normal inputs and equal nonzero entries with ‖β*‖ = 1: the slide states neither",
        ],
        Method =
            "The ends of the flow by the dual Newton method with proven bounds, at the printed sizes from the "
            + "standard tier on (d = 400, k = 3, m = 50 at the smoke tier); each draw counts for certain where the "
            + "error lies on one side of the threshold by more than its bound.",
    };

    [Parameter("d", "dimension", Minimum = 2, Maximum = 4000)]
    public int Dimension { get; init; } = 400;

    [Parameter("m", "number of samples", Minimum = 1, Maximum = 3999)]
    public int Samples { get; init; } = 50;

    [Parameter("k", "number of nonzero entries", Minimum = 1, Maximum = 4000)]
    public int Sparsity { get; init; } = 3;

    [Parameter("noise", "standard deviation of the noise", Minimum = 0, Maximum = 10)]
    public double Noise { get; init; } = 0.1;

    [Parameter("log-small", "log₁₀ of the small α", Minimum = -12, Maximum = 0)]
    public double LogSmall { get; init; } = -4;

    [Parameter("log-large", "log₁₀ of the large α", Minimum = -12, Maximum = 6)]
    public double LogLarge { get; init; }

    [Parameter("probability", "probability, at least", Minimum = 0.01, Maximum = 0.94)]
    public double Probability { get; init; } = 0.5;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("15 samples suffice", this with { Samples = 15 }, "rich"),
        new("α = 0.03 is small enough", this with { LogSmall = -1.5 }, "rich"),
        new("N(0, 0.01) with standard deviation 0.01", this with { Noise = 0.01 }, "noise"),
        new("α = 0.05 is large", this with { LogLarge = -1.3 }, "kernel"),
    ];

    public override int Decisions => 3;

    public override IEnumerable<string> UnmetHypotheses =>
        Samples < Dimension && Sparsity <= Dimension ? [] : ["m < d and k ≤ d are needed"];

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        _ => this with { Dimension = 1000, Samples = 100, Sparsity = 5 },
    };

    protected override Experiment<SparsePathCell, SparsePathOutcome> Experiment { get; } = new SparsePathExperiment();

    protected override IReadOnlyList<SparsePathCell> Cells =>
        [new(Dimension, Samples, Sparsity, Noise, 2, Math.Max(LogLarge, LogSmall), Math.Min(LogLarge, LogSmall), 3)];

    // 272 of 300 draws meet the bounds at the small sizes, which is more than 0.85 with 99 % confidence, and 60 of 60
    // at the printed ones; every other draw is claimed: the median of the figure.
    private const double MeasuredShare = 0.85;

    protected override int TrialsNeeded(double level) =>
        TrialDesign.TrialsNeeded(
            Probability, Math.Max(MeasuredShare, Probability + 0.05), level / 2);

    protected override Evidence Judge(Examination<SparsePathCell, SparsePathOutcome> examination)
    {
        return Evidence.All(
            examination
                .Count("at the small α the error is below 0.025", (_, o) => Below(o, ^1, 0.025), Probability)
                .Named("rich"),
            examination
                .Count("at the small α the error is above 0.002", (_, o) => Opposite(Below(o, ^1, 0.002)), Probability)
                .Named("noise"),
            examination
                .Count("at the large α the error is above 0.8", (_, o) => Opposite(Below(o, 0, 0.8)), Probability)
                .Named("kernel"));
    }

    private static TrialResult Below(SparsePathOutcome o, Index at, double threshold)
    {
        double error = o.Errors[at],
            bound = o.ErrorBounds[at];
        return error + bound < threshold ? TrialResult.Success
            : error - bound >= threshold ? TrialResult.Failure
            : TrialResult.Open;
    }

    private static TrialResult Opposite(TrialResult result) => result switch
    {
        TrialResult.Success => TrialResult.Failure,
        TrialResult.Failure => TrialResult.Success,
        _ => result,
    };
}
