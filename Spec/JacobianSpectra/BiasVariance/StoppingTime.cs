using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.BiasVariance;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.BiasVariance;

// α² = nKᾱ² and a step of 1/(nK) give T = Γ/(ηα²) = Γ/ᾱ². The bias needs that many steps, and the distance Γ/α of the
// variance forbids many more: weights move by (1 − e^(−Γ))ᾱ^(−4)/√(nK) along a direction of singular value ᾱ⁴√(nK) in
// Γ/ᾱ⁸ steps. No step proportionate to 1/(nK) helps, and "T ∝ ΓK²C" of the mixtures is Γ/ᾱ² too.

/// <summary>The number of iterations of both theorems.</summary>
public sealed partial record StoppingTime : Claim<StoppingTimeCell, StoppingTimeOutcome>
{
    private const string Bias = "bias", Variance = "variance";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/stopping-time",
        Title = "With steps 1/(nK), bias and variance of the theorems belong to Γ/ᾱ² iterations, not to Γ/ᾱ⁸",
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
            T=\Gamma/\bar\alpha^8,\ \alpha=\sqrt{nK}\,\bar\alpha,\ \eta=1/(nK):
            \text{a residual at the cutoff falls to } e^{-\Gamma},
            \text{ and weights move by at most } \Gamma/\alpha \text{ for a unit residual on } \mathcal{N}
            """)
        {
            Corrected =
                """
                T=\lceil\Gamma/\bar\alpha^2\rceil:\ (1-\bar\alpha^2)^T\le e^{-\Gamma},
                \ (1-(1-\eta\lambda^2)^T)/\lambda\le(\Gamma+\bar\alpha^2)/\alpha \text{ for } \lambda<\alpha
                """,
            Reason =
                "The slides of the theorems name no step; with $\\bar\\alpha^6/(nK)$ their number would be right. With "
                + "$1/(nK)$, as the mixtures presuppose, $\\Gamma/\\bar\\alpha^8$ is that of the width: after as "
                + "many steps the singular direction "
                + "$\\lambda=\\bar\\alpha^4\\sqrt{nK}$ has moved the weights by $(1-e^{-\\Gamma})/\\lambda$, more than "
                + "$\\Gamma/\\alpha$ by $\\bar\\alpha^{-3}$: the nuisance is fitted, and $\\Gamma/\\bar\\alpha$ bounds "
                + "no variance. For mixtures, where $\\bar\\alpha^2\\approx1/(K^2C)$, the talk itself prints $T\\propto"
                + "\\Gamma K^2C$. Theorems 2.2 and 2.3 of the paper, with a step of order 1/n, have "
                + "$\\Gamma/\\bar\\alpha^2$.",
        },
        Hypotheses =
        [
            "frozen kernel", "the step is proportionate to 1/(nK), as T ∝ ΓK²C for mixtures presupposes", "Γ ≥ 1",
        ],
        Method =
            "A residual at the cutoff and one on the nuisance direction that moves weights most, in interval "
            + "arithmetic. That the error itself exceeds its bound, which has an unnamed constant, is not shown.",
    };

    [Parameter("halvings", "j in ᾱ = 2^(−j)", Minimum = 1, Maximum = 13, Size = true)]
    public Choices<int> Halvings { get; init; } = [1, 2, 3];

    [Parameter("gamma", "Γ", Minimum = 1, Maximum = 30)]
    public double Gamma { get; init; } = 1;

    [Parameter("power", "q in T = Γ/ᾱ^q; jq is at most 26", Minimum = 0, Maximum = 12)]
    public int Power { get; init; } = 2;

    [Parameter("distance", "the distance over (Γ + ᾱ²)/α", Minimum = 0, Maximum = 10)]
    public double Distance { get; init; } = 1;

    public override IEnumerable<string> UnmetHypotheses =>
        Halvings.Any(j => j * Power > 26) ? ["T is below 2³¹: the product of halvings and power is 26 at most."] : [];

    public override Claim AsPrinted => this with { Power = 8 };

    public override string PrintedPart => Variance;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("Γ/ᾱ iterations", this with { Power = 1 }, Bias),
        new("Γ/ᾱ³ iterations", this with { Power = 3 }, Variance),
        new("half the distance", this with { Distance = 0.5 }, Variance),
    ];

    protected override Experiment<StoppingTimeCell, StoppingTimeOutcome> Experiment { get; } =
        new StoppingTimeExperiment();

    protected override IReadOnlyList<StoppingTimeCell> Cells => UnmetHypotheses.Any()
        ? []
        : [.. Halvings.Select(j => new StoppingTimeCell(j, Gamma, Power))];

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
