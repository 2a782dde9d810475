using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.BiasVariance;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.BiasVariance;

// α² = nKᾱ² gives T = Γ/(ηα²): ηnK·T = Γ/ᾱ². The slides name no step. For 1/(nK) that is Γ/ᾱ² iterations, and the
// printed Γ/ᾱ⁸ moves weights by (1 − e^(−Γ))ᾱ^(−4)/√(nK) along a direction of singular value ᾱ⁴√(nK), further than the
// Γ/α behind the variance. For ᾱ⁶/(nK) it is right. "T ∝ ΓK²C" for mixtures is Γ/ᾱ², and presupposes the former.

/// <summary>The number of iterations of both theorems.</summary>
public sealed partial record StoppingTime : Claim<StoppingTimeCell, StoppingTimeOutcome>
{
    private const string Bias = "bias", Variance = "variance";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/stopping-time",
        Title = "Bias and variance of the theorems belong to ηnK·T = Γ/ᾱ²; the printed T = Γ/ᾱ⁸ asks for η = ᾱ⁶/(nK)",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = JacobianSpectraTalk.At(
            "Theory (random initialization)", JacobianSpectraTalk.JacobianPaper + ", Theorems 2.2 and 2.3"),
        Quotations =
        [
            @"Then running gradient descent with  $T = \frac{\Gamma}{\bar{\alpha}^8}$  iterations",
            @"\text{missclass}(f(\mathbf{W}_T)) \lesssim \underbrace{e^{-\Gamma} + "
                + @"\frac{\Pi_{\mathcal{N}}(\mathbf{y})}{\sqrt{n}}}_{\text{bias}} + "
                + @"\underbrace{\frac{\Gamma}{\bar{\alpha}} \frac{1}{\sqrt{n}}}_{\text{variance}}",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            T=\Gamma/\bar\alpha^8,\ \alpha=\sqrt{nK}\,\bar\alpha, \text{ any small step}:
            \text{a residual at the cutoff falls to } e^{-\Gamma},
            \text{ and weights move by at most } \Gamma/\alpha \text{ for a unit residual on } \mathcal{N}
            """)
        {
            Corrected =
                """
                \eta=\bar\alpha^p/(nK),\ T=\lceil\Gamma/\bar\alpha^{p+2}\rceil:
                \ (1-\eta\alpha^2)^T\le e^{-\Gamma},
                \ (1-(1-\eta\lambda^2)^T)/\lambda\le(\Gamma+\bar\alpha^2)/\alpha \text{ for } \lambda<\alpha
                """,
            Reason =
                "The slides name no step, and T has a meaning with one alone. For $\\eta=1/(nK)$, which $T\\propto"
                + "\\Gamma K^2C$ for mixtures presupposes ($\\bar\\alpha^2\\approx1/(K^2C)$), it is "
                + "$\\Gamma/\\bar\\alpha^2$, as in Theorems 2.2 and 2.3 of the paper: after $\\Gamma/\\bar\\alpha^8$ "
                + "steps the singular direction $\\lambda=\\bar\\alpha^4\\sqrt{nK}$ has moved the weights by "
                + "$(1-e^{-\\Gamma})/\\lambda$, which exceeds $\\Gamma/\\alpha$, the distance behind the variance, by "
                + "as much as one likes for small $\\bar\\alpha$. "
                + "$\\Gamma/\\bar\\alpha^8$ is right for $\\eta=\\bar\\alpha^6/(nK)$.",
        },
        Hypotheses =
        [
            "frozen kernel, 0 < ᾱ ≤ 1",
            "the printed form with the step 1/(nK), as T ∝ ΓK²C for mixtures presupposes", "Γ ≥ 1",
        ],
        Method =
            "A residual at the cutoff and one on the nuisance direction that moves weights most, in interval "
            + "arithmetic. That the error itself exceeds its bound, which has an unnamed constant, is not shown.",
    };

    [Parameter("halvings", "j in ᾱ = 2^(−j)", Minimum = 1, Maximum = 13, Size = true)]
    public Choices<int> Halvings { get; init; } = [1, 2, 3];

    [Parameter("gamma", "Γ", Minimum = 1, Maximum = 30)]
    public double Gamma { get; init; } = 1;

    [Parameter("step-power", "p in the step η = ᾱ^p/(nK)", Minimum = 0, Maximum = 12)]
    public Choices<int> StepPowers { get; init; } = [0, 6];

    [Parameter("power", "q in T = Γ/ᾱ^(p + q); j(p + q) is at most 48", Minimum = 0, Maximum = 12)]
    public int Power { get; init; } = 2;

    [Parameter("distance", "the distance over (Γ + ᾱ²)/α", Minimum = 0, Maximum = 10)]
    public double Distance { get; init; } = 1;

    public override IEnumerable<string> UnmetHypotheses =>
        Halvings.Any(j => StepPowers.Any(p => j * (p + Power) > 48))
            ? ["T is below 2⁵³: halvings times both powers are 48 at most."]
            : [];

    public override Claim AsPrinted => this with { StepPowers = [0], Power = 8 };

    public override string PrintedPart => Variance;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("Γ/ᾱ iterations, and Γ/ᾱ⁷ with shorter steps", this with { Power = 1 }, Bias),
        new("Γ/ᾱ³ iterations", this with { StepPowers = [0], Power = 3 }, Variance),
        new("half the distance", this with { Distance = 0.5 }, Variance),
    ];

    protected override Experiment<StoppingTimeCell, StoppingTimeOutcome> Experiment { get; } =
        new StoppingTimeExperiment();

    protected override IReadOnlyList<StoppingTimeCell> Cells => UnmetHypotheses.Any()
        ? []
        : [.. from j in Halvings from p in StepPowers select new StoppingTimeCell(j, Gamma, p, p + Power)];

    protected override Evidence Judge(Examination<StoppingTimeCell, StoppingTimeOutcome> examination) => Evidence.All(
    [
        examination.ForAllCertainly(
            "what is left at the cutoff less e^(−Γ)",
            (cell, o) => o.Left - IntervalFunctions.Exp(-Interval.Of(cell.Gamma))).Named(Bias),
        examination.ForAllCertainly(
            "the distance on the nuisance space, in units of 1/√(nK), less its bound",
            (cell, o) => o.Distance - Interval.Of(Distance)
                * (cell.Gamma + Interval.Of(Math.ScaleB(1, -2 * cell.Halvings)))
                * Math.ScaleB(1, cell.Halvings)).Named(Variance),
    ]);
}
