using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Elementary;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.DiagonalNetworks;

// "In Deep Regime α → 0 … β_α(∞) → β̂_L1", and "implicit reg of diagonal nets ∝ ‖β‖₁ for any depth D ≥ 2". With the
// slopes z = Xᵀν, Z = ‖z‖_∞, ν/Z is dual feasible, so that ‖β_α‖₁ − min ‖β‖₁ ≤ Σ_j|β_j|(1 − |z_j|/Z) ≤
// d·‖β_α‖_∞·c_D(Z), c_2 = 1/(eZ), c_D = (1 − Z)/Z·(p − 1)^(p−1)/p^p with p = D/(D − 2): a bound for every instance and
// every α, which vanishes with α.

/// <summary>The rich limit of diagonal networks of every depth.</summary>
public sealed record RichLimit : Claim<RichLimitCell, RichLimitOutcome>
{
    private const string Bound = "bound at every α";
    private const string Limit = "limit";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/rich-limit",
        Title = "As α falls the flow from α𝟏 ends ever nearer to least ℓ1 norm, for every depth",
        Kind = ClaimKind.Limit,
        Guarantee = Guarantee.Bound,
        Source = ImplicitBiasTalk.At(
            "Scale of Init: Kernel vs Deep; Is implicit bias of GD just ℓ2 in param space, last item; the bound "
                + "at finite α is derived here",
            ImplicitBiasTalk.KernelAndRich + ", Theorem 2; " + ImplicitBiasTalk.DeepFactorization),
        Quotations =
        [
            @"In Deep Regime  $\alpha \rightarrow 0$ : special case of MF with commutative measurements "
                + @"$$\beta_\alpha(\infty) \rightarrow \hat{\beta}_{L_1} = \arg \min_{X\beta=y} \|\beta\|_1$$",
            @"[Arora Cohen Hu Luo 2019]: with squared loss, implicit reg of diagonal nets  $\propto \|\beta\|_1$  for "
                + @"any depth  $D \geq 2$  !",
        ],
        Statement = new(
            """
            w_+^D-w_-^D=\beta, \ D\ge2: \ \alpha\to0: \ \|\beta_\alpha(\infty)\|_1\to\min_{X\beta=y}\|\beta\|_1,
            0\le\|\beta_\alpha\|_1-\min\|\beta\|_1\le d\,\|\beta_\alpha\|_\infty\,c_D(Z)
            c_2=\frac{1}{eZ}, \quad c_D=\frac{1-Z}{Z}\frac{(p-1)^{p-1}}{p^p}, \quad p=\tfrac{D}{D-2}
            """),
        Hypotheses =
        [
            "the rows of X are linearly independent",
            "start α𝟏, gradient flow of the squared loss: β_α is the minimizer of Σ q_D(β_j/α^D)",
        ],
        Method =
            "Normal X and labels. The minimizers at five scales have Newton–Kantorovich bounds; the least ℓ1 norm "
                + "comes from the simplex method with a dual vector that proves it, "
            + "and once more from all bases. At the last scale, where the leading term of the gap, from the dual "
            + "vector and the constants of the instance, is below 0.5 %, the norm has to be within 1 % of the least; "
            + "the same is asked of Σ|β_j|^p for the other p, over all bases.",
    };

    [Parameter("d", "dimension", Minimum = 2, Maximum = 14, Size = true)]
    public int Dimension { get; init; } = 7;

    [Parameter("m", "number of samples", Minimum = 1, Maximum = 13, Size = true)]
    public int Samples { get; init; } = 3;

    [Parameter("depth", "depths D", Minimum = 2, Maximum = 8)]
    public Choices<int> Depths { get; init; } = [2, 3, 4];

    [Parameter("norm", "the k of the quantity Σ|β_j|^(2/k) that is least in the limit", Minimum = 1, Maximum = 4)]
    public int Norm { get; init; } = 2;

    [Parameter("factor", "factor of the bound at finite α", Minimum = 0, Maximum = 10)]
    public double Factor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("least ℓ2 norm", this with { Norm = 1 }, Limit),
        new("depth 4 ends at least Σ|β_j|^(1/2)", this with { Norm = 4, Depths = [4] }, Limit),
        new("depth 3 ends at least Σ|β_j|^(2/3)", this with { Norm = 3, Depths = [3] }, Limit),
        new("the norm is within a third of the bound", this with { Factor = 0.33 }, Bound),
        new("the least norm is attained at every α", this with { Factor = 0 }, Bound),
    ];

    public override int Decisions => 3;

    public override IEnumerable<string> UnmetHypotheses =>
        Samples < Dimension
            ? []
            : ["there is one interpolant where there are as many equations as unknowns: m < d is needed"];

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimension = 10, Samples = 4 },
        _ => this with { Dimension = 12, Samples = 5, Depths = [2, 3, 4, 6] },
    };

    protected override Experiment<RichLimitCell, RichLimitOutcome> Experiment { get; } = new RichLimitExperiment();

    // α down to 10⁻⁸⁰ for depth 2; for more layers the slopes approach 1 like α^(D−2), and double precision allows
    // fewer decades.
    protected override IReadOnlyList<RichLimitCell> Cells =>
        [.. Depths.Select(depth => RichLimitCell.Deepest(Dimension, Samples, depth))];

    protected override Evidence Judge(Examination<RichLimitCell, RichLimitOutcome> examination)
    {
        return Evidence.All(
            examination.Given(IsNearTheLimit).ForAll(
                "at the last scale the quantity is within 1 % of the least over all interpolants",
                (_, o) => o.LastExcess[Norm - 1] - 0.01,
                (_, o) => o.IsCertified ? o.LastExcessError[Norm - 1] : double.NaN,
                "Newton–Kantorovich bounds of the minimizer and of the basic solutions",
                resolution: 0.01).Named(Limit),
            examination.ForAll(
                "the norm stays below the bound at every α",
                Excess,
                "Newton–Kantorovich bounds of the minimizers and the dual certificate of the least norm",
                resolution: 1e-6).Named(Bound),
            examination.ForAll(
                "the least norm is proven by a dual vector",
                (_, o) => o.UpperNorm - o.LowerNorm - 1e-9,
                (_, _) => 0,
                "both bounds include rounding").Named("certificate").AsSupplement());
    }

    // In units of the least norm: how late the limit shows on an instance is its own affair, by the constants c_j of
    // the leading term as well as by the exponents.
    private static bool IsNearTheLimit(RichLimitCell cell, RichLimitOutcome o) =>
        o.LeastMargin > 0
        && RichLimitExpansion.Leading(o.DualSlopes, o.LogConstants, cell.Depth, o.Scales[^1]) < 0.005;

    private Bounded Excess(RichLimitCell cell, RichLimitOutcome o)
    {
        if (!o.IsCertified)
            return new(double.NaN, double.NaN);
        var worst = new Bounded(double.NegativeInfinity, 0);
        for (int k = 0; k < o.Scales.Length; k++)
        {
            double bound = Factor * cell.Dimension * o.Largest[k] * Share(cell.Depth, o.Slopes[k]);
            var excess = new Bounded(
                o.Norms[k] - o.UpperNorm - bound, o.NormErrors[k] + o.UpperNorm - o.LowerNorm + 1e-12 * bound);
            if (excess.Value - excess.Error > worst.Value - worst.Error)
                worst = excess;
        }

        return worst;
    }

    private static double Share(int depth, double Z)
    {
        if (depth == 2)
            return ElementaryFunctions.Exp(-1) / Z;
        double p = depth / (depth - 2.0);
        double constant = ElementaryFunctions.Exp(
            (p - 1) * ElementaryFunctions.Log(p - 1) - p * ElementaryFunctions.Log(p));
        return (1 - Z) / Z * constant;
    }
}
