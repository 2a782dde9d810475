using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Remedies;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Remedies;

// "Remedies", second item: ‖∇L(w)‖^α ≥ μ(h(w) − ξ). For the leaky-ReLU network with |a_j| = 1/√m on data with margin
// y_i v·x_i ≥ γ_0 (‖v‖ = 1): α = 1, h = Ĝ = (1/n)Σ −ℓ'(y_if_i), μ = γγ_0. Test direction V = (a_jv)_j, ‖V‖ = 1: ⟨−∇L,
// V⟩ = (1/n)Σ −ℓ'_i Σ_j a_j²σ'_ij y_iv·x_i ≥ γγ_0Ĝ. A share ν of flipped labels costs at most ν(γγ_0 + B), B =
// max‖x_i‖.

/// <summary>The proxy PL inequality of leaky-ReLU classifiers, of every width.</summary>
public sealed record ProxyPl : Claim<ProxyPlCell, ProxyPlOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/proxy-pl",
        Title = "Leaky-ReLU classifiers of any width satisfy a proxy PL inequality with α = 1 and h the mean pull",
        Kind = ClaimKind.Inequality,
        Source = OverparameterizedLandscapesTalk.At(
            "Remedies, Proxy PL (23/23); the worked example is derived here",
            OverparameterizedLandscapesTalk.FreiGu),
        Quotations =
        [
            @"satisfies  $(h, \xi)$ -proxy PL inequality if",
            @"$$\|\nabla L(w)\|^\alpha \geq \mu (h(w) - \xi)$$",
        ],
        Statement = new(
            """
            \|\nabla L(W)\|^\alpha\ge\mu\,(h(W)-\xi) \ \forall W:
            \quad \alpha=1, \ h=\widehat G=\tfrac1n\sum_i\frac{1}{1+e^{y_if_i}}, \ \mu=\gamma\gamma_0, \
            \xi=\nu\Big(1+\frac{B}{\gamma\gamma_0}\Big)
            """),
        Hypotheses =
        [
            "f(x; W) = Σ_j a_jσ(w_j·x), |a_j| = 1/√m, slopes of σ between γ and 1; mean logistic loss",
            "a unit v with y_i v·x_i ≥ γ_0 but for a share ν of flipped labels; B = max‖x_i‖",
        ],
        Method =
            "Random weights at scales 2⁻³ … 2⁵, weights far along the planted direction and far against it, the "
            + "origin, data with and without flipped labels. One sample that no unit sees attains μ = γγ_0; two "
            + "samples x with labels ±1 have ∇L = 0 and Ĝ = ½, so that ξ > 0 is needed.",
    };

    [Parameter("width", "numbers of hidden units", Minimum = 1, Maximum = 256, Size = true)]
    public Choices<int> Widths { get; init; } = [1, 4, 16];

    [Parameter("n", "number of samples", Minimum = 1, Maximum = 200, Size = true)]
    public int Samples { get; init; } = 50;

    [Parameter("d", "dimension of the inputs", Minimum = 1, Maximum = 64, Size = true)]
    public int Dimension { get; init; } = 3;

    [Parameter("slope", "slope γ of the activation on negative arguments", Minimum = 0.01, Maximum = 1)]
    public double Slope { get; init; } = 0.25;

    [Parameter("margin", "margin γ_0 of the data", Minimum = 0.01, Maximum = 10)]
    public double Margin { get; init; } = 1;

    [Parameter("alpha", "power α of the gradient norm", Minimum = 1, Maximum = 2)]
    public int Power { get; init; } = 1;

    [Parameter("mu", "μ over γγ_0", Minimum = 0, Maximum = 100)]
    public double Constant { get; init; } = 1;

    [Parameter("xi", "ξ over ν(1 + B/(γγ_0))", Minimum = 0, Maximum = 10)]
    public double Slack { get; init; } = 1;

    [Parameter("loss-as-proxy", "whether h is the loss")]
    public bool IsLossTheProxy { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("μ = 1.1γγ_0", this with { Constant = 1.1 }, "inequality"),
        new("μ = 0.99γγ_0 is attained", this with { Constant = 0.99 }, "attained"),
        new("α = 2", this with { Power = 2 }, "inequality"),
        new("ξ = 0 in spite of conflicting labels", this with { Slack = 0 }, "inequality"),
        new("h = L", this with { IsLossTheProxy = true }, "inequality"),
    ];

    public override int Decisions => 2;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Widths = [1, 2, 4, 16, 64] },
        _ => this with { Widths = [1, 2, 4, 8, 16, 64, 256], Samples = 200 },
    };

    // The tight weights are one law of several, and have to show a violation on a quarter of the draws by themselves.
    protected override int TrialsNeeded(double level) =>
        Math.Max(TrialsOverDesign(level), TrialDesign.TrialsToSee(0.2, level) / Widths.Count + 1);

    protected override Experiment<ProxyPlCell, ProxyPlOutcome> Experiment { get; } = new ProxyPlExperiment();

    protected override IReadOnlyList<ProxyPlCell> Cells =>
    [
        .. from weights in Enum.GetValues<ProxyWeights>()
           from flipped in (int[])[0, 1]
           from m in Widths
           where flipped == 0 || Samples > 1
           select new ProxyPlCell(weights, m, Samples, flipped, Dimension, Slope, Margin),
    ];

    protected override Evidence Judge(Examination<ProxyPlCell, ProxyPlOutcome> examination)
    {
        double μ = Constant * Slope * Margin;
        Evidence inequality = examination.ForAll(
            "μ(h − ξ) does not exceed ‖∇L‖^α",
            (_, o) =>
                μ
                    * (
                        (IsLossTheProxy ? o.Loss : o.Proxy)
                        - Slack * o.FlippedShare * (1 + o.LargestInput / (Slope * Margin)))
                - (Power == 1 ? o.GradientNorm : o.GradientNorm * o.GradientNorm),
            Tolerance,
            Derivation)
            .Named("inequality");
        Examination<ProxyPlCell, ProxyPlOutcome> tight = examination.Where(cell =>
            cell.Weights == ProxyWeights.InactiveUnits);
        return Evidence.All(
            inequality,
            tight
                .ForAll(
                    "one sample that no unit sees attains ‖∇L‖ = μĜ",
                    (_, o) => Math.Abs(o.GradientNorm - μ * o.Proxy),
                    Tolerance,
                    Derivation)
                .Named("attained"));
    }

    private const string Derivation =
        "rounding of outputs and gradient, (d + m + n)·u relative to (1 + B)(1 + L + B‖W‖), times 1 + μ";

    private double Tolerance(ProxyPlCell cell, ProxyPlOutcome o) =>
        (1 + Constant * Slope * Margin) * o.Error * (1 + o.LargestInput);
}
