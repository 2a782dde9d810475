using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Remedies;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Remedies;

// "Remedies": L is called (g, h)-proxy … "if ∃ g, h" with the inequality. Some g, h exist for every differentiable L:
// h(v) = ½‖v‖², g(w) = ⟨∇L(w), w⟩ − ½‖∇L(w)‖², as h(v) − g(w) − ⟨∇L(w), v − w⟩ = ½‖v − ∇L(w)‖². The definition says
// something only about named g, h. Examined on a loss that is not convex.

/// <summary>Every differentiable loss has proxies.</summary>
public sealed record ProxiesAlwaysExist : Claim<ProxyConvexityCell, ProxyConvexityOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/proxies-always-exist",
        Title = "Some pair of proxies exists for every differentiable loss: the definition is about named ones",
        Kind = ClaimKind.Existence,
        Source = OverparameterizedLandscapesTalk.At(
            "Remedies, Proxy convexity, “∃ g, h” (23/23); derived here",
            OverparameterizedLandscapesTalk.FreiGu),
        Quotations =
        [
            @"if  $\exists g, h: \mathbb{R}^m \rightarrow \mathbb{R}$  s.t.  $\forall w, v,$",
            @"$$h(v) \geq g(w) + \langle \nabla L(w), v - w \rangle$$",
            @"$\exists h: \mathbb{R}^m \rightarrow \mathbb{R}$  and  $\xi \geq 0, \alpha, \mu > 0$  s.t.  $\forall w$",
        ],
        Statement = new(
            """
            \text{for every differentiable } L: \ h(v)=\tfrac12\|v\|^2, \ g(w)=\langle\nabla
            L(w),w\rangle-\tfrac12\|\nabla L(w)\|^2 \text{ satisfy } h(v)\ge g(w)+\langle\nabla L(w),v-w\rangle
            \text{ with equality at } v=\nabla L(w);
            \text{ likewise } h=0 \text{ satisfies } \|\nabla L(w)\|^\alpha\ge\mu(h(w)-\xi) \text{ for all }
            \alpha,\mu>0,\ \xi\ge0
            """),
        Hypotheses = ["L differentiable at w"],
        Method =
            "That h = 0 is a proxy for PL is plain: the definitions say something about named proxies only. The "
            + "pair is tried on the leaky-ReLU network with logistic loss, at random pairs of weights, opposite "
            + "ones, and V = ∇L(W), where both sides agree. The difference of the sides is ½‖v − ∇L(w)‖², an "
            + "identity whatever vector stands for the gradient: the numbers can refute other coefficients, "
            + "while the statement itself rests on this square.",
    };

    [Parameter("width", "numbers of hidden units", Minimum = 1, Maximum = 256, Size = true)]
    public Choices<int> Widths { get; init; } = [1, 4, 16];

    [Parameter("n", "number of samples", Minimum = 1, Maximum = 64, Size = true)]
    public int Samples { get; init; } = 8;

    [Parameter("d", "dimension of the inputs", Minimum = 1, Maximum = 64, Size = true)]
    public int Dimension { get; init; } = 3;

    [Parameter("upper", "coefficient of ‖v‖² in h", Minimum = 0, Maximum = 4)]
    public double Upper { get; init; } = 0.5;

    [Parameter("lower", "coefficient of ‖∇L(w)‖² that g subtracts", Minimum = 0, Maximum = 4)]
    public double Lower { get; init; } = 0.5;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("h = 0.45‖v‖²", this with { Upper = 0.45 }, "inequality"),
        new("g subtracts 0.45‖∇L‖²", this with { Lower = 0.45 }, "inequality"),
        new("h = 0.55‖v‖², where equality at ∇L(w) fails", this with { Upper = 0.55 }, "touching"),
    ];

    public override int Decisions => 2;

    protected override Experiment<ProxyConvexityCell, ProxyConvexityOutcome> Experiment { get; } =
        new ProxyConvexityExperiment();

    protected override IReadOnlyList<ProxyConvexityCell> Cells =>
    [
        .. from pairing in (ProxyPairing[])[ProxyPairing.AtGradient, ProxyPairing.Independent, ProxyPairing.Opposite]
           from m in Widths
           select new ProxyConvexityCell(pairing, m, Samples, Dimension, Slope: 0.25),
    ];

    protected override Evidence Judge(Examination<ProxyConvexityCell, ProxyConvexityOutcome> examination)
    {
        Evidence above = examination
            .ForAll("g(w) + ⟨∇L(w), v − w⟩ does not exceed h(v)", (_, o) => -Gap(o), (_, o) => o.Error, Derivation)
            .Named("inequality");
        Examination<ProxyConvexityCell, ProxyConvexityOutcome> touching = examination.Where(cell =>
            cell.Pairing == ProxyPairing.AtGradient);
        return Evidence.All(
            above,
            touching
                .ForAll("both sides agree at v = ∇L(w)", (_, o) => Math.Abs(Gap(o)), (_, o) => o.Error, Derivation)
                .Named("touching"));
    }

    private const string Derivation = "rounding of sums of at most nmd products";

    private double Gap(ProxyConvexityOutcome o) =>
        Upper * o.OtherSquare - (o.GradientDotWeights - Lower * o.GradientSquare) - o.Tangent;
}
