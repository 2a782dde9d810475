using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.KernelRegime;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.KernelRegime;

// "→ (1/α)h_α(∞) → ĥ_K0": h_α(∞) interpolates y at every α, and so does ĥ_K0; (1/α)h_α(∞) tends to 0.

/// <summary>The predictor that the flow from a large start ends at.</summary>
public sealed partial record ScaledPredictor : Claim<ScalingLimitCell, ScalingLimitOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/scaled-predictor",
        Title = "As α grows h_α(∞), not h_α(∞)/α, approaches the interpolant of least RKHS norm",
        Kind = ClaimKind.Limit,
        Guarantee = Guarantee.Bound,
        Source = ImplicitBiasTalk.At(
            "Kernel Regime and Scale of Init; Squared Loss vs Exp Loss",
            ImplicitBiasTalk.LazyTraining),
        Quotations =
        [
            @"$$\rightarrow \frac{1}{\alpha} h_\alpha(\infty) \rightarrow \hat{h}_{K_0} = \arg \min \|h\|_{K_0} \text{ "
                + @"s. t. } h(x_i) = y_i$$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            @"\alpha\to\infty: \ \tfrac1\alpha h_\alpha(\infty)\to\hat h_{K_0}=\arg\min\|h\|_{K_0} \text{ s.t. } "
                + @"h(x_i)=y_i")
        {
            Corrected = @"h_\alpha(\infty)\to\hat h_{K_0}, \quad \|h_\alpha(\infty)-\hat h_{K_0}\|=O(\alpha^{-D})",
            Reason =
                "h_α(∞) and ĥ_K0 both interpolate the labels, whatever α; a share 1/α of the one cannot approach the "
                + "other unless y = 0.",
        },
        Hypotheses =
        [
            "squared loss, fixed labels",
            "D-homogeneous model, D ≥ 2, F(w₀) = 0",
            "the tangent kernel at w₀ is positive definite on the data",
            "a model whose Jacobian is locally Lipschitz near w₀, for the order α^(−D)",
        ],
        Method =
            "The ends of the flows of scaling-limit, with their bounds, against the least-norm solution by "
                + "Newton's method; the distance relative to that must stay below an envelope of order α^(−D) computed "
                + "from X and y alone.",
    };

    [Parameter("d", "dimension", Minimum = 2, Maximum = 16, Size = true)]
    public int Dimension { get; init; } = 3;

    [Parameter("m", "number of samples", Minimum = 1, Maximum = 16, Size = true)]
    public int Samples { get; init; } = 1;

    [Parameter("depth", "depths D", Minimum = 2, Maximum = 4)]
    public Choices<int> Depths { get; init; } = [2, 3];

    [Parameter("power", "p in h_α(∞)/α^p", Minimum = -4, Maximum = 4)]
    public int Power { get; init; }

    [Parameter("multiple", "multiple of ĥ in the limit", Minimum = -4, Maximum = 4)]
    public double Multiple { get; init; } = 1;

    public override Claim AsPrinted => this with { Power = 1 };

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("αh_α(∞)", this with { Power = -1 }),
        new("h_α(∞)/α^D for D = 2", this with { Power = 2, Depths = [2] }),
        new("the limit is 0.8ĥ", this with { Multiple = 0.8 }),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        Samples <= Dimension ? [] : ["the kernel is singular for more samples than dimensions: m ≤ d is needed"];

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimension = 4, Samples = 2 },
        _ => this with { Dimension = 6, Samples = 3, Depths = [2, 3, 4] },
    };

    protected override Experiment<ScalingLimitCell, ScalingLimitOutcome> Experiment { get; } =
        new ScalingLimitExperiment();

    protected override IReadOnlyList<ScalingLimitCell> Cells =>
        [.. Depths.Select(depth => new ScalingLimitCell(Dimension, Samples, depth, 6 / depth, 5))];

    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.2);

    protected override Evidence Judge(Examination<ScalingLimitCell, ScalingLimitOutcome> examination)
    {
        return examination.ForAll(
            "the distance from ĥ stays below its envelope at every α",
            (_, o) => Excess(o),
            "enclosures of both ends, relative to ‖ĥ‖",
            resolution: 1e-3);
    }

    private Bounded Excess(ScalingLimitOutcome o)
    {
        if (!o.IsFinished)
            return new(double.NaN, double.NaN);
        var worst = new Bounded(double.NegativeInfinity, 0);
        for (int k = 0; k < o.Scales.Length; k++)
        {
            double factor = Math.ScaleB(1, -Power * Math.ILogB(o.Scales[k]));
            double squares = o.Predictors[k]
                .Zip(o.KernelPredictor, (h, limit) => (factor * h - Multiple * limit) * (factor * h - Multiple * limit))
                .Sum();
            var excess = new Bounded(Math.Sqrt(squares) - o.PredictorEnvelopes[k], (1 + factor) * o.PredictorErrors[k]);
            if (excess.Value - excess.Error > worst.Value - worst.Error)
                worst = excess;
        }

        return worst;
    }
}
