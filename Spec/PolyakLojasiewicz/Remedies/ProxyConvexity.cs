using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Remedies;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Remedies;

// "Remedies", first item: h(v) ≥ g(w) + ⟨∇L(w), v − w⟩. For the logistic loss of a leaky-ReLU network g = L and h(V)
// = (1/n)Σℓ(Σ_j min{γc_ij, c_ij}), c_ij = y_ia_j x_i·V_j: by homogeneity ⟨∇f_i, W⟩ = f_i, by convexity of ℓ the right
// side is at most (1/n)Σℓ(y_i⟨∇f_i(W), V⟩), and the slopes of W in ⟨∇f_i, V⟩ lie in {γ, 1}. h is convex in V, as L is
// not.

/// <summary>Proxy convexity of the logistic loss of leaky-ReLU networks, of every width.</summary>
public sealed record ProxyConvexity : Claim<ProxyConvexityCell, ProxyConvexityOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/proxy-convexity",
        Title = "The logistic loss of a leaky-ReLU network of any width is proxy convex, though not convex",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Tight,
        Source = OverparameterizedLandscapesTalk.At(
            "Remedies, Proxy convexity (23/23); the pair g, h is derived here",
            OverparameterizedLandscapesTalk.FreiGu),
        Quotations =
        [
            @"is  $(g, h)$ -proxy-PL if  $\exists g, h: \mathbb{R}^m \rightarrow \mathbb{R}$  s.t.  $\forall w, v,$",
            @"$$h(v) \geq g(w) + \langle \nabla L(w), v - w \rangle$$",
        ],
        Statement = new(
            """
            h(V)\ge g(W)+\langle\nabla L(W),V-W\rangle \ \forall W,V \text{ with } g=L, \
            h(V)=\tfrac1n\sum_i\ell\Big(\sum_j\min\{\gamma c_{ij},c_{ij}\}\Big), \ c_{ij}=y_ia_jx_i\cdot V_j
            """),
        Hypotheses =
        [
            "f(x; W) = Σ_j a_jσ(w_j·x) with σ(t) = max{γt, t}, 0 < γ ≤ 1, a_j fixed; L = (1/n)Σℓ(y_if_i), ℓ(z) "
            + "= log(1 + e^(−z)), y_i = ±1",
            "the talk prints the name (g, h)-proxy-PL over this inequality; in the paper it is (g, h)-proxy convexity",
        ],
        Method =
            "Random weights at scales 2⁻³ … 2⁵, opposite weights, weights on the planted ray, the origin (where "
            + "the inequality is an equality) and a scalar pair on two sides of the kink. With L itself in "
            + "place of h the inequality would be convexity, which the scalar pair violates.",
    };

    [Parameter("width", "numbers of hidden units", Minimum = 1, Maximum = 256, Size = true)]
    public Choices<int> Widths { get; init; } = [1, 4, 16];

    [Parameter("n", "number of samples", Minimum = 1, Maximum = 64, Size = true)]
    public int Samples { get; init; } = 8;

    [Parameter("d", "dimension of the inputs", Minimum = 1, Maximum = 64, Size = true)]
    public int Dimension { get; init; } = 3;

    [Parameter("slope", "slope γ of the activation on negative arguments", Minimum = 0.01, Maximum = 1)]
    public double Slope { get; init; } = 0.25;

    [Parameter("upper", "which function stands for h")]
    public ProxyUpper Upper { get; init; } = ProxyUpper.WorstSlope;

    [Parameter("lower", "g over L", Minimum = 0, Maximum = 4)]
    public double Lower { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("h = L: plain convexity", this with { Upper = ProxyUpper.Loss }),
        new("c instead of min{γc, c}", this with { Upper = ProxyUpper.FullSlope }),
        new("g = 1.1L", this with { Lower = 1.1 }),
    ];

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Widths = [1, 2, 4, 16, 64] },
        _ => this with { Widths = [1, 2, 4, 8, 16, 64, 256], Samples = 32 },
    };

    protected override Experiment<ProxyConvexityCell, ProxyConvexityOutcome> Experiment { get; } =
        new ProxyConvexityExperiment();

    protected override IReadOnlyList<ProxyConvexityCell> Cells =>
        [
            .. from pairing in Enum.GetValues<ProxyPairing>()
            from m in Widths
            select new ProxyConvexityCell(pairing, m, Samples, Dimension, Slope),
        ];

    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.01);

    protected override Evidence Judge(Examination<ProxyConvexityCell, ProxyConvexityOutcome> examination)
    {
        return examination.ForAll(
            "g(W) + ⟨∇L(W), V − W⟩ does not exceed h(V)",
            (_, o) => Lower * o.Loss + o.Tangent - Value(o),
            (_, o) => o.Error,
            "rounding of sums of at most nmd products");
    }

    private double Value(ProxyConvexityOutcome o) => Upper switch
    {
        ProxyUpper.WorstSlope => o.WorstSlopeProxy,
        ProxyUpper.FullSlope => o.LinearProxy,
        _ => o.OtherLoss,
    };
}
