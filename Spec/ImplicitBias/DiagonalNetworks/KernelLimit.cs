using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Elementary;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.DiagonalNetworks;

// "β_α(∞) → β̂_L2 as α → ∞". With its rate and constant: β_α − β_ℓ2 = 2α²P(sinh z − z) for the slopes z in the row space, z ≈ β_ℓ2/2α², hence
// α⁴(β_α − β_ℓ2) → P(β_ℓ2³)/24, P the projection onto the kernel of X and cubes entry by entry.

/// <summary>The kernel limit of the squared parametrization, with rate and constant.</summary>
public sealed record KernelLimit : Claim<KernelLimitCell, KernelLimitOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/kernel-limit",
        Title = "As α grows β_α(∞) approaches the solution of least ℓ2 norm like ‖P β_ℓ2³‖/(24α⁴)",
        Kind = ClaimKind.Limit,
        Guarantee = Guarantee.Asymptotic,
        Source = ImplicitBiasTalk.At("Scale of Init: Kernel vs Deep; rate and constant are derived here", ImplicitBiasTalk.KernelAndRich + ", Theorem 2"),
        Quotations = [@"In Kernel Regime  $\alpha \rightarrow \infty$ : … and so $$\beta_\alpha(\infty) \rightarrow \hat{\beta}_{L_2} = \arg \min_{X\beta=y} \|\beta\|_2$$"],
        Printed = PrintedStatus.Loose,
        Statement = new(@"\alpha\to\infty: \ \beta_\alpha(\infty)\to\hat\beta_{L_2}=\arg\min_{X\beta=y}\|\beta\|_2")
        {
            Corrected =
                """
                \beta_\alpha(\infty)-\hat\beta_{L_2}=\frac{1}{24\alpha^4}P\hat\beta_{L_2}^{\circ3}+O(\alpha^{-8}),
                P=I-X^\top(XX^\top)^{-1}X
                """,
            Reason = "The talk gives no rate. The exponent is 4, and the constant is attained by every instance whose cubes are not in the row space.",
        },
        Hypotheses = ["the rows of X are linearly independent", "start α𝟏, gradient flow: β_α is the minimizer of Q_α (potential-of-the-flow)"],
        Method =
            "For normal X and y the minimizers of Q_α and of ‖β‖ are computed with Newton–Kantorovich bounds at α² = t‖β_ℓ2‖_∞ for t = 1, 2, 4, …; "
            + "the distance may differ from the leading term by what a bound of the next term allows, and the least Euclidean norm is that of the row space.",
    };

    [Parameter("d", "dimension", Minimum = 2, Maximum = 1000, Size = true)]
    public int Dimension { get; init; } = 10;

    [Parameter("m", "number of samples", Minimum = 1, Maximum = 999, Size = true)]
    public int Samples { get; init; } = 4;

    [Parameter("doublings", "how often α² is doubled", Minimum = 2, Maximum = 12)]
    public int Doublings { get; init; } = 6;

    [Parameter("exponent", "exponent of α", Minimum = 0, Maximum = 16)]
    public double Exponent { get; init; } = 4;

    [Parameter("constant", "the constant below ‖P β³‖", Minimum = 1, Maximum = 1000)]
    public double Constant { get; init; } = 24;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("like α^(−2)", this with { Exponent = 2 }),
        new("like α^(−3.9)", this with { Exponent = 3.9 }),
        new("like α^(−4.1)", this with { Exponent = 4.1 }),
        new("the constant is 25", this with { Constant = 25 }),
        new("the constant is 12", this with { Constant = 12 }),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        Samples < Dimension ? [] : ["there is one interpolant where there are as many equations as unknowns: m < d is needed"];

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimension = 40, Samples = 12, Doublings = 8 },
        _ => this with { Dimension = 200, Samples = 50, Doublings = 8 },
    };

    protected override Experiment<KernelLimitCell, KernelLimitOutcome> Experiment { get; } = new KernelLimitExperiment();

    protected override IReadOnlyList<KernelLimitCell> Cells => [new(Dimension, Samples, Doublings)];

    private const double Resolution = 1e-3;

    protected override Evidence Judge(Examination<KernelLimitCell, KernelLimitOutcome> examination)
    {
        return examination.ForAll(
            "the distance is its leading term at every α, up to the bound of the next",
            (_, o) => Worst(o),
            "Newton–Kantorovich bounds of both minimizers; relative to the leading term",
            Resolution);
    }

    // The largest excess over the scales, relative to the claimed leading term.
    private Bounded Worst(KernelLimitOutcome o)
    {
        if (!o.IsCertified)
            return new(double.NaN, double.NaN);
        var worst = new Bounded(double.NegativeInfinity, 0);
        int decided = 0;
        for (int k = 0; k < o.Scales.Length; k++)
        {
            double power = ElementaryFunctions.Exp(-Exponent / 2 * ElementaryFunctions.Log(o.Scales[k]));
            double leading = o.Cube * power / Constant;
            var excess = new Bounded(
                (Math.Abs(o.Distances[k] - leading) - o.Remainders[k]) / leading,
                (o.Errors[k] + o.CubeError * power / Constant) / leading + 1e-14);
            // A scale whose error hides what matters decides nothing; the smaller ones do.
            if (!(excess.Error <= Resolution))
                continue;
            decided++;
            if (excess.Value - excess.Error > worst.Value - worst.Error)
                worst = excess;
        }

        return decided > o.Scales.Length / 2 ? worst : new(double.NaN, double.NaN);
    }
}
