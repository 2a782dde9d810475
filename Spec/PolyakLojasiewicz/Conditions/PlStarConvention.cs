using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditions;

// Slide 10 defines PL* by ‖∇L‖² ≥ μL, without the ½ of slide 3; slides 11 and 18 use it with the rate 1 − ημ and κ =
// 1/(ημ), which need the ½. L = ½w² has ‖∇L‖² = 2L: printed μ = 2, and η = 0.1 gives L₁/L₀ = 0.81 > 1 − 0.2.

/// <summary>The definition of PL* needs the factor ½ that its rate uses.</summary>
public sealed partial record PlStarConvention : Claim<GradientStepCell, GradientStepOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/pl-star-convention",
        Title = "PL* needs its factor ½ for the rate 1 − ημ",
        Kind = ClaimKind.Inequality,
        Source = OverparameterizedLandscapesTalk.At("Convexity → PL → Local PL"),
        Quotations =
        [
            @"$\mu$-PL\* on a set $S \subset \mathbb{R}^m$ if $$\|\nabla L(w)\|^2 \geq \mu L(w) \quad \forall w \in "
            + @"S$$",
            @"with exponential rate: $L(w_t) \leq (1 - \eta\mu)^t L(w_0)$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            \|\nabla L(w)\|^2\ge\mu L(w)\ \forall w\in S \Rightarrow L(w_t)\le(1-\eta\mu)^tL(w_0)
            """)
        {
            Corrected =
                """
                \frac{1}{2}\|\nabla L(w)\|^2\ge\mu L(w)\ \forall w\in S \Rightarrow L(w_t)\le(1-\eta\mu)^tL(w_0) \text{ for } 0<\eta\le1/\beta,
                \text{and } \kappa=\beta/\mu\ge1
                """,
            Reason =
                "The two printed formulas contradict each other: L = ½w² satisfies the printed PL* with μ = 2, but η = "
                + "0.1 gives L(w₁)/L(w₀) = 0.81 > 0.8, and κ would be ½. The definition on "
                + "slide 3 has the ½ that the proof of the rate uses.",
        },
        Hypotheses = ["L ≥ 0 is β-smooth and PL* along the steps", "0 < η ≤ 1/β"],
        Method =
            "Least squares with solutions, in Haar's bases, whose best constant is known in every convention. One step "
            + "from points along the weakest and the stiffest direction and from random "
            + "ones; κ = β/μ has to be at least 1. A factor ten percent above ½ is seen.",
    };

    [Parameter("n", "equations, as many as unknowns", Minimum = 1, Maximum = 20, Size = true)]
    public Choices<int> Samples { get; init; } = [1, 2, 5];

    [Parameter("step", "step sizes ηβ", Minimum = 0.001, Maximum = 1)]
    public Choices<double> RelativeSteps { get; init; } = [0.1, 0.5, 1];

    [Parameter("convention", "the c in c‖∇L‖² ≥ μL", Minimum = 0.001, Maximum = 100)]
    public double Convention { get; init; } = 0.5;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("0.55‖∇L‖² ≥ μL: the rate", this with { Convention = 0.55 }, "rate"),
        new("0.6‖∇L‖² ≥ μL: the condition number", this with { Convention = 0.6 }, "condition-number"),
    ];

    public override Claim AsPrinted => this with { Convention = 1 };

    public override string PrintedPart => "rate";

    public override int Decisions => 2;

    protected override Experiment<GradientStepCell, GradientStepOutcome> Experiment { get; } =
        new GradientStepExperiment();

    protected override IReadOnlyList<GradientStepCell> Cells =>
        [.. from n in Samples from step in RelativeSteps select new GradientStepCell(n, n, 0, 25, step)];

    protected override Evidence Judge(Examination<GradientStepCell, GradientStepOutcome> examination)
    {
        return Evidence.All(
            examination.ForAll(
                "L(w − η∇L) ≤ (1 − ημ)L(w) with the best μ of the convention",
                (cell, o) => o.Ratio - (1 - cell.RelativeStep * Polyak(o) / o.Smoothness),
                (_, o) => o.Error,
                Derivation).Named("rate"),
            examination.ForAll("κ = β/μ ≥ 1", (_, o) => 1 - o.Smoothness / Polyak(o), (_, o) => o.Error, Derivation)
                .Named("condition-number"));
    }

    private const string Derivation = "rounding of the two losses and of the constants by which A was built";

    private double Polyak(GradientStepOutcome o) => 2 * Convention * o.Polyak;
}
