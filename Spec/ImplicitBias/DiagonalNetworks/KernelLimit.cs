using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Elementary;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.DiagonalNetworks;

// "β_α(∞) → β̂_L2 as α → ∞". With its rate and constant: for depth 2, β_α − β_ℓ2 = 2α²P(sinh z − z) for the slopes z in
// the row space, z ≈ β_ℓ2/2α², hence α⁴(β_α − β_ℓ2) → P(β_ℓ2³)/24, P the projection onto the kernel of X and cubes
// entry by entry; for more layers the same with another constant.

/// <summary>The kernel limit of diagonal networks, with rate and constant by depth.</summary>
public sealed record KernelLimit : Claim<KernelLimitCell, KernelLimitOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/kernel-limit",
        Title =
            "As α grows β_α(∞) approaches the solution of least ℓ2 norm like ‖P β_ℓ2³‖/(24α⁴), with D layers like "
            + "α^(−2D)",
        Kind = ClaimKind.Limit,
        Guarantee = Guarantee.Asymptotic,
        Source = ImplicitBiasTalk.At(
            "Scale of Init: Kernel vs Deep; rate and constant are derived here",
            ImplicitBiasTalk.KernelAndRich + ", Theorem 2"),
        Quotations =
        [
            @"In Kernel Regime  $\alpha \rightarrow \infty$ : … and so $$\beta_\alpha(\infty) \rightarrow "
                + @"\hat{\beta}_{L_2} = \arg \min_{X\beta=y} \|\beta\|_2$$",
        ],
        Printed = PrintedStatus.Loose,
        Statement = new(@"\alpha\to\infty: \ \beta_\alpha(\infty)\to\hat\beta_{L_2}=\arg\min_{X\beta=y}\|\beta\|_2")
        {
            Corrected =
                """
                \beta_\alpha(\infty)-\hat\beta_{L_2}=\frac{(D-1)(3D-4)}{12D^2}\,\alpha^{-2D}P\hat\beta_{L_2}^{\circ3}
                +O(\alpha^{-4D}),
                \quad \tfrac{1}{24}\alpha^{-4} \text{ for } D=2,
                P=I-X^\top(XX^\top)^{-1}X
                """,
            Reason =
                "The talk gives no rate. The exponent is 2D, 4 for the talk's network, and the constant is attained "
                + "by every instance whose cubes are not in the row space.",
        },
        Hypotheses =
        [
            "the rows of X are linearly independent",
            "start α𝟏, gradient flow: β_α is the minimizer of Σ q_D(β_j/α^D)",
        ],
        Method =
            "For normal X and y the minimizers of both potentials are computed with Newton–Kantorovich bounds at "
                + "α^D = t‖β_ℓ2‖_∞ for t = 1, 2, 4, …; "
            + "the distance may differ from the leading term by what a bound of the next term allows, and the least "
            + "Euclidean norm is that of the row space.",
    };

    [Parameter("d", "dimension", Minimum = 2, Maximum = 1000, Size = true)]
    public int Dimension { get; init; } = 10;

    [Parameter("m", "number of samples", Minimum = 1, Maximum = 999, Size = true)]
    public int Samples { get; init; } = 4;

    [Parameter("depth", "depths D", Minimum = 2, Maximum = 64)]
    public Choices<int> Depths { get; init; } = [2, 3, 4];

    [Parameter("doublings", "how often α^D is doubled", Minimum = 2, Maximum = 12)]
    public int Doublings { get; init; } = 6;

    [Parameter("exponent", "exponent of α^D", Minimum = 0, Maximum = 8)]
    public double Exponent { get; init; } = 2;

    [Parameter("constant", "factor of the constant", Minimum = 0.01, Maximum = 100)]
    public double Constant { get; init; } = 1;

    [Parameter("constant-of", "the depth whose constant is used, 0 for each its own", Minimum = 0, Maximum = 64)]
    public int ConstantOf { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("like α^(−2) for depth 2", this with { Exponent = 1 }),
        new("an exponent 2 % smaller", this with { Exponent = 1.96 }),
        new("an exponent 2 % larger", this with { Exponent = 2.04 }),
        new("1/25 for 1/24", this with { Constant = 24.0 / 25 }),
        new("depth 4 with the constant of depth 3", this with { ConstantOf = 3, Depths = [4] }),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        Samples < Dimension
            ? []
            : ["there is one interpolant where there are as many equations as unknowns: m < d is needed"];

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimension = 40, Samples = 12, Doublings = 8 },
        _ => this with { Dimension = 200, Samples = 50, Doublings = 8 },
    };

    protected override Experiment<KernelLimitCell, KernelLimitOutcome> Experiment { get; } =
        new KernelLimitExperiment();

    protected override IReadOnlyList<KernelLimitCell> Cells =>
        [.. Depths.Select(depth => new KernelLimitCell(Dimension, Samples, depth, Doublings))];

    private const double Resolution = 1e-3;

    protected override Evidence Judge(Examination<KernelLimitCell, KernelLimitOutcome> examination)
    {
        return examination.ForAll(
            "the distance is its leading term at every α, up to the bound of the next",
            Worst,
            "Newton–Kantorovich bounds of both minimizers; relative to the leading term",
            Resolution);
    }

    // The largest excess over the scales, relative to the claimed leading term.
    private Bounded Worst(KernelLimitCell cell, KernelLimitOutcome o)
    {
        if (!o.IsCertified)
            return new(double.NaN, double.NaN);
        var worst = new Bounded(double.NegativeInfinity, 0);
        int decided = 0;
        double D = ConstantOf == 0 ? cell.Depth : ConstantOf;
        double constant = Constant * (D - 1) * (3 * D - 4) / (12 * D * D);
        for (int k = 0; k < o.Scales.Length; k++)
        {
            double power = ElementaryFunctions.Exp(-Exponent * ElementaryFunctions.Log(o.Scales[k]));
            double leading = constant * o.Cube * power;
            var excess = new Bounded(
                (Math.Abs(o.Distances[k] - leading) - o.Remainders[k]) / leading,
                (o.Errors[k] + constant * o.CubeError * power) / leading + 1e-14);
            // A scale whose error hides what matters decides nothing; the smaller ones do.
            if (!(excess.Error <= Resolution && double.IsFinite(o.Remainders[k])))
                continue;
            decided++;
            if (excess.Value - excess.Error > worst.Value - worst.Error)
                worst = excess;
        }

        return decided > o.Scales.Length / 2 ? worst : new(double.NaN, double.NaN);
    }
}
