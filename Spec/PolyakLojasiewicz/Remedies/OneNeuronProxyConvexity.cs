using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Remedies;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Remedies;

// Proxy convexity with the square loss. Per sample let e = σ(w·x) − y, u = σ(v·x) − y. Then σ'(w·x)(w − v)·x = τ(e −
// u) with τ between γ and 1/γ, and τe(e − u) is at least (γ/2)(e² − u²) where e(e − u) ≥ 0, else at least
// −(1/γ)|e|(|u| − |e|) ≥ (γ/2)e² − u²/(2γ(2 − γ²)), with equality for u = (2 − γ²)e at the kink: C = 1/(γ(2 − γ²)) is
// the least constant for g = γF.

/// <summary>Proxy convexity of one leaky-ReLU neuron under the square loss.</summary>
public sealed record OneNeuronProxyConvexity : Claim<OneNeuronCell, OneNeuronOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/one-neuron-proxy-convexity",
        Title = "A leaky-ReLU neuron under the square loss is proxy convex for arbitrary labels, with a sharp constant",
        Kind = ClaimKind.Inequality,
        Source = OverparameterizedLandscapesTalk.At(
            "Remedies, Proxy convexity (23/23); the constants are derived here",
            OverparameterizedLandscapesTalk.FreiGu),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            F(w)=\tfrac1{2n}\sum_i(\sigma(w\cdot x_i)-y_i)^2:
            \quad \frac{F(v)}{\gamma(2-\gamma^2)}\ge\gamma F(w)+\langle\nabla F(w),v-w\rangle \ \forall w,v;
            \text{ the constant of } F(v) \text{ is the least possible}
            """),
        Hypotheses = ["σ(t) = max{γt, t}, 0 < γ ≤ 1 (γ = 1: convexity of least squares)", "any inputs and labels"],
        Method =
            "Gaussian inputs, labels and weights at several scales, and the instance x = y = 1, w = 2⁻⁴⁰, v = "
            + "(γ² − 1)/γ, where both sides agree up to 10⁻¹⁰: a constant smaller by one in a thousand fails there.",
    };

    [Parameter("n", "numbers of samples", Minimum = 1, Maximum = 64, Size = true)]
    public Choices<int> Samples { get; init; } = [1, 2, 8];

    [Parameter("d", "dimension of the inputs", Minimum = 1, Maximum = 64, Size = true)]
    public int Dimension { get; init; } = 2;

    [Parameter("slope", "slope γ of the activation on negative arguments", Minimum = 0.01, Maximum = 1)]
    public double Slope { get; init; } = 0.25;

    [Parameter("upper", "h over F/(γ(2 − γ²))", Minimum = 0, Maximum = 4)]
    public double Upper { get; init; } = 1;

    [Parameter("lower", "g over γF", Minimum = 0, Maximum = 40)]
    public double Lower { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("a constant smaller by a thousandth", this with { Upper = 0.999 }, "inequality"),
        new("a constant greater by a thousandth is attained", this with { Upper = 1.001 }, "attained"),
        new("g = 1.1γF", this with { Lower = 1.1 }, "inequality"),
        new(
            "g = h = F: plain convexity",
            this with
            {
                Upper = Slope * (2 - Slope * Slope),
                Lower = 1 / Slope,
            },
            "inequality"),
    ];

    public override int Decisions => 2;

    protected override Experiment<OneNeuronCell, OneNeuronOutcome> Experiment { get; } = new OneNeuronExperiment();

    protected override IReadOnlyList<OneNeuronCell> Cells =>
        [new(0, 1, Slope), .. Samples.Select(n => new OneNeuronCell(n, Dimension, Slope))];

    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.01);

    protected override Evidence Judge(Examination<OneNeuronCell, OneNeuronOutcome> examination)
    {
        Evidence inequality = examination.ForAll(
            "γF(w) + ⟨∇F(w), v − w⟩ does not exceed F(v)/(γ(2 − γ²))", (_, o) => Excess(o), (_, o) => o.Error,
                "rounding of sums of at most nd products, over γ²").Named("inequality");

        // At the extremal instance the two sides differ by terms of the size of w = 2⁻⁴⁰, at most 4·2⁻⁴⁰/γ³.
        return Evidence.All(
            inequality,
            examination
                .Where(cell => cell.Samples == 0)
                .ForAll(
                    "both sides agree at the extremal instance",
                    (_, o) => Math.Abs(Excess(o)),
                    (_, o) => o.Error + Math.ScaleB(4, -40) / (Slope * Slope * Slope),
                    "w = 2⁻⁴⁰ instead of its limit 0",
                    resolution: 1e-5)
                .Named("attained"));
    }

    private double Excess(OneNeuronOutcome o) =>
        Lower * Slope * o.Loss + o.Tangent - Upper * o.OtherLoss / (Slope * (2 - Slope * Slope));
}
