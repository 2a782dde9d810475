using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.BiasVariance;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.BiasVariance;

// The random network before training is no small function: for the printed V, E‖f(W₀)‖²/‖y‖² = Eφ(g)²/log K. What of
// it lies on N stays. Inputs with a common part have y on I alone and a bound that tends to 0 with n, while a
// new sample keeps its share of f(W₀), and is misclassified with a probability that does not.

/// <summary>The bias contains the outputs before training.</summary>
public sealed partial record StartInTheBias : Claim<StartingOutputsCell, StartingOutputsOutcome>
{
    private const string Bound = "bound", Limit = "limit";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/start-in-the-bias",
        Title = "At random initialization too, the bias is Π_N(f(W₀) − y): with Π_N(y) alone the bound is broken",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = JacobianSpectraTalk.At("Theory (random initialization)"),
        Quotations =
        [
            @"Fix output layer to i.i.d.  $\frac{1}{\sqrt{kK \log(K)}}$",
            @"\underbrace{e^{-\Gamma} + \frac{\Pi_{\mathcal{N}}(\mathbf{y})}{\sqrt{n}}}_{\text{bias}}",
            @"\underbrace{e^{-\Gamma} + \frac{\Pi_{\mathcal{N}}(f(\mathbf{W}_0) - "
                + @"\mathbf{y})}{\sqrt{n}}}_{\text{bias}}",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            V_{am}=\pm1/\sqrt{kK\log K}:\ \mathrm{missclass}(f(W_T))\lesssim
            e^{-\Gamma}+\|\Pi_\mathcal{N}(y)\|/\sqrt n+\Gamma/(\bar\alpha\sqrt n)
            """)
        {
            Corrected =
                """
                \mathrm{missclass}(f(W_T))\lesssim
                e^{-\Gamma}+\|\Pi_\mathcal{N}(f(W_0)-y)\|/\sqrt n+\Gamma/(\bar\alpha\sqrt n),
                \text{ as the talk has it for deterministic } W_0
                """,
            Reason =
                "Inputs $x_i=(c,\\sqrt{1-c^2}\\,e_i)$ with labels of one class have $\\Pi_\\mathcal{N}(y)=0$ for a "
                + "constant $\\bar\\alpha$. A new sample keeps the independent part of $f(W_0)$, and is wrong with a "
                + "probability that tends to 0.04, whatever the constant behind $\\lesssim$, while $\\Gamma="
                + "\\frac12\\log n$ lets the bound tend to 0. The paper asks for small output weights instead.",
        },
        Hypotheses = ["K = 2, gaussian softplus, infinite width, where the network is its linearization"],
        Method =
            "The example in closed form: kernels from arcsine formulas, the error from the normal law, enclosed. Γ is "
            + "½ log n. The limit is that of n → ∞. The constant behind ≲ is taken to be 1, and any other is exceeded "
            + "later. Of the corrected form this shows little, that the example does not break it as well: the bias is "
            + "a constant there, fourteen times the error. That the start belongs to the bias rests on the failure of "
            + "the form without it.",
    };

    [Parameter("digits", "decimal digits of n", Minimum = 1, Maximum = 15, Size = true)]
    public Choices<int> Digits { get; init; } = [4, 7, 10, 13];

    [Parameter("common", "c², the product of two inputs", Minimum = 0.01, Maximum = 0.9)]
    public double Common { get; init; } = 0.25;

    [Parameter("scale", "the scale of V over 1/√(kK log K)", Minimum = 0.01, Maximum = 10)]
    public double Scale { get; init; } = 1;

    [Parameter("start", "the share of the start in the bias", Minimum = 0, Maximum = 1)]
    public double Start { get; init; } = 1;

    [Parameter("theory-scale", "the scale of V in the limit over that of V", Minimum = 0.01, Maximum = 10)]
    public double TheoryScale { get; init; } = 1;

    [Parameter("constant", "the constant behind ≲", Minimum = 0.01, Maximum = 1000)]
    public double Constant { get; init; } = 1;

    public override Claim AsPrinted => this with { Start = 0 };

    public override string PrintedPart => Bound;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("one twentieth of the start in the bias", this with { Start = 0.05 }, Bound),
        new("a limit for weights ±1/√(kK)", this with { TheoryScale = 0.83 }, Limit),
        new("a limit for weights a tenth larger", this with { TheoryScale = 1.1 }, Limit),
    ];

    protected override Experiment<StartingOutputsCell, StartingOutputsOutcome> Experiment { get; } =
        new StartingOutputsExperiment();

    protected override IReadOnlyList<StartingOutputsCell> Cells =>
        [.. Digits.Select(digits => new StartingOutputsCell(Powers.Integer(10, digits), Common, Scale))];

    protected override Evidence Judge(Examination<StartingOutputsCell, StartingOutputsOutcome> examination) =>
        Evidence.All(
        [
            examination.Given((_, o) => o.HasSplit).ForAllCertainly(
                "probability of an error less its bound",
                (cell, o) => o.Misclassified - Interval.Of(Constant) * BoundOf(cell, o)).Named(Bound),
            examination.Where(cell => cell.Samples >= 1e10).ForAll(
                "distance of that probability from its limit",
                (_, o) => Math.Abs(o.Misclassified.Midpoint - Theory(o).Midpoint),
                (cell, o) => o.Misclassified.Width + Theory(o).Width + 100 / (cell.Samples * cell.Common),
                "enclosures, and 100/(nc²) for 1 − G = β/(β + ng), β/g ≤ 4/(3c²)").Named(Limit),
        ]);

    private Interval BoundOf(StartingOutputsCell cell, StartingOutputsOutcome o)
    {
        Interval Γ = Interval.Max(1, IntervalFunctions.Log(cell.Samples) / 2);
        Interval slack = new(1 - 1e-11, 1 + 1e-11);
        return IntervalFunctions.Exp(-Γ) + slack * Start * o.Start
            + Γ / (slack * o.Cutoff * Interval.Sqrt(cell.Samples));
    }

    // Φ(−1/(scale·s)) from Φ(−1/s): the quotient is found from the start, √(2ν²(q₁ − q₂)) for n → ∞.
    private Interval Theory(StartingOutputsOutcome o) =>
        TheoryScale == 1
            ? o.Limit
            : Implementation.Numerics.Probability.NormalLaw.Distribution(
                -1 / (Interval.Of(TheoryScale) * o.Start * new Interval(1 - 1e-9, 1 + 1e-9)));
}
