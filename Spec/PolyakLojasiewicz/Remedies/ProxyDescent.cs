using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Remedies;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Spec.PolyakLojasiewicz.Remedies;

// What the remedies are for. Proxy convexity: summing ⟨∇L(w_t), w_t − v⟩ ≥ g(w_t) − h(v) over descent steps,
// (1/T)Σg(w_t) ≤ h(v) + ‖w_0 − v‖²/(2ηT) + (η/2T)Σ‖∇L_t‖². Proxy PL: a β-smooth L ≥ 0 and η ≤ 1/β give Σ_{t<T}‖∇L_t‖²
// ≤ 2L_0/η, hence min_{t<T} h(w_t) ≤ ξ + (1/μ)(2L_0/(ηT))^{α/2}. No width enters either.

/// <summary>Gradient descent under the proxy conditions.</summary>
public sealed record ProxyDescent : Claim<ProxyDescentCell, ProxyDescentOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/proxy-descent",
        Title = "Gradient descent under the proxy conditions: average loss and least proxy are bounded at any width",
        Kind = ClaimKind.Algorithm,
        Guarantee = Guarantee.Bound,
        Source = OverparameterizedLandscapesTalk.At(
            "Remedies (23/23); the bounds along gradient descent are derived here",
            OverparameterizedLandscapesTalk.FreiGu),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \frac1T\sum_{t<T}g(w_t)\le h(v)+\frac{\|w_0-v\|^2}{2\eta T}+\frac{\eta}{2T}\sum_{t<T}\|\nabla
            L(w_t)\|^2;
            \quad \sum_{t<T}\|\nabla L(w_t)\|^2\le\frac{2L_0}{\eta};
            \quad \min_{t<T}h(w_t)\le\xi+\frac1\mu\Big(\frac{2L_0}{\eta T}\Big)^{\alpha/2}
            """),
        Hypotheses =
        [
            "first: (g, h)-proxy convexity, any step size; here the leaky-ReLU network with g = L",
            "second and third: L ≥ 0, L β-smooth with η ≤ 1/β, β = (¼ + (1 − γ)/(4√m))max‖x_i‖²; here the network with "
            + "slope γ + (1 − γ)·sigmoid, α = 1, h = Ĝ, μ = γγ_0, ξ = ν(1 + B/(γγ_0))",
        ],
        Method =
            "Gradient descent with η = 1/β on separable data, with and without a flipped label, at T = 1, 2, 4, "
            + "… The bounds are compared at every such T, the first with v = 8·(a_jv)_j.",
    };

    [Parameter("width", "numbers of hidden units", Minimum = 1, Maximum = 256, Size = true)]
    public Choices<int> Widths { get; init; } = [1, 8];

    [Parameter("n", "number of samples", Minimum = 1, Maximum = 200, Size = true)]
    public int Samples { get; init; } = 20;

    [Parameter("d", "dimension of the inputs", Minimum = 1, Maximum = 64)]
    public int Dimension { get; init; } = 3;

    [Parameter("slope", "slope γ of the activation on negative arguments", Minimum = 0.01, Maximum = 1)]
    public double Slope { get; init; } = 0.5;

    [Parameter("margin", "margin γ_0 of the data", Minimum = 0.01, Maximum = 10)]
    public double Margin { get; init; } = 1;

    [Parameter("steps", "steps of gradient descent", Minimum = 1, Maximum = 100_000)]
    public int Steps { get; init; } = 64;

    [Parameter("energy", "bound of the sum of squared gradients over L_0/η", Minimum = 0, Maximum = 10)]
    public double Energy { get; init; } = 2;

    [Parameter("distance", "coefficient of the squared distance over ηT", Minimum = 0, Maximum = 10)]
    public double Distance { get; init; } = 0.5;

    [Parameter(
        "power", "exponent of 2L_0/(ηT) in the bound of the least proxy: ½ for α = 1", Minimum = 0.1, Maximum = 4)]
    public double Power { get; init; } = 0.5;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("squared gradients sum to at most L_0/(2η)", this with { Energy = 0.5 }, "energy"),
        new("no distance term", this with { Distance = 0 }, "average"),
        // The loss of separable data itself falls like 1/T, so that α = 2 differs by a constant only.
        new("the least proxy falls like T^(−3/2) (α = 3)", this with { Power = 1.5 }, "proxy"),
    ];

    public override int Decisions => 3;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Widths = [1, 4, 16], Steps = 1024 },
        _ => this with { Widths = [1, 4, 16, 64, 256], Samples = 50, Steps = 8192 },
    };

    protected override Experiment<ProxyDescentCell, ProxyDescentOutcome> Experiment { get; } =
        new ProxyDescentExperiment();

    protected override IReadOnlyList<ProxyDescentCell> Cells =>
    [
        .. from smooth in (bool[])[false, true]
           from flipped in (int[])[0, 1]
           from m in Widths
           where flipped == 0 || Samples > 1
           select new ProxyDescentCell(smooth, m, Samples, flipped, Dimension, Slope, Margin, Steps),
    ];

    protected override Evidence Judge(Examination<ProxyDescentCell, ProxyDescentOutcome> examination)
    {
        Examination<ProxyDescentCell, ProxyDescentOutcome> kinked = examination.Where(cell => !cell.IsSmooth);
        Examination<ProxyDescentCell, ProxyDescentOutcome> smooth = examination.Where(cell => cell.IsSmooth);
        return Evidence.All(
            kinked.ForAll(
                "the average loss stays below its bound",
                (_, o) =>
                    Worst(
                        o,
                        k =>
                            o.AverageLosses[k]
                            - o.ReferenceProxy
                            - (Distance * o.ReferenceDistance / o.Step + o.Step / 2 * o.GradientSums[k])
                                / o.Times[k]),
                Tolerance,
                Derivation)
                .Named("average"),
            smooth
                .ForAll(
                    "the squared gradients sum to at most 2L_0/η",
                    (_, o) => Worst(o, k => o.GradientSums[k] - Energy * o.InitialLoss / o.Step),
                    Tolerance,
                    Derivation)
                .Named("energy"),
            smooth
                .ForAll(
                    "the least proxy stays below its bound",
                    (cell, o) => Worst(o, k => o.LeastProxies[k] - ProxyBound(cell, o, o.Times[k])),
                    Tolerance,
                    Derivation)
                .Named("proxy"));
    }

    private const string Derivation =
        "sums of at most T·nmd terms, each step's rounding damped or doubled at most once by the next (η ≤ "
        + "1/β): (T + nmd)·u relative";

    private static double Worst(ProxyDescentOutcome o, Func<int, double> residual) =>
        Enumerable.Range(0, o.Times.Length).Max(residual);

    // The terms are at most ‖w_0 − v‖²/η and L_0/η.
    private static double Tolerance(ProxyDescentCell cell, ProxyDescentOutcome o) =>
        (2.0 * cell.Steps + 4.0 * cell.Samples * cell.Width * cell.Dimension)
        * UnitRoundoff
        * (1 + o.ReferenceDistance + o.InitialLoss)
        / o.Step;

    private double ProxyBound(ProxyDescentCell cell, ProxyDescentOutcome o, int T)
    {
        double μ = cell.Slope * cell.Margin;
        double ξ = (double)cell.Flipped / cell.Samples * (1 + o.LargestInput / μ);
        return ξ + ElementaryFunctions.Exp(Power * ElementaryFunctions.Log(2 * o.InitialLoss / (o.Step * T))) / μ;
    }
}
