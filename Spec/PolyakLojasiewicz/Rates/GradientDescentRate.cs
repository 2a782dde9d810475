using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Rates;

// Slide 4: β-smooth and μ-PL give L(x¹) − L* ≤ (1 − ημ)(L(x⁰) − L*) at η = 1/β. For every η in (0, 2/β] the same
// proof gives 1 − ημ(2 − ηβ), which is at most 1 − ημ exactly for η ≤ 1/β.

/// <summary>The linear rate of gradient descent under PL.</summary>
public sealed record GradientDescentRate : Claim<GradientStepCell, GradientStepOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/gradient-descent-rate",
        Title = "Smoothness and PL give linear convergence of gradient descent: factor 1 − ημ(2 − ηβ)",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = OverparameterizedLandscapesTalk.At(
            "Smoothness + PL ⇒ Linear convergence of gradient descent; steps other than 1/β are derived here",
            OverparameterizedLandscapesTalk.KarimiNutiniSchmidt + ", Theorem 1"),
        Quotations =
        [
            @"$$\text{GD } x^{k+1} = x^k - \eta \nabla L(x^k)$$",
            @"$\eta = 1/\beta$",
            @"= (1 - \eta \mu) (L(x^k) - L(x^*))",
        ],
        Statement = new(
            """
            \eta=1/\beta: \ L(x^{k+1})-L(x^*)\le(1-\eta\mu)(L(x^k)-L(x^*));
            \quad 0<\eta\le2/\beta: \ \text{factor } 1-\eta\mu(2-\eta\beta)
            """),
        Hypotheses = ["∇L is β-Lipschitz", "½‖∇L‖² ≥ μ(L − L*)"],
        Method =
            "L(w) = Σh((Aw)_i), h(r) = r² + a·sin²r, A in Haar's bases: least squares for a = 0, non-convex for "
            + "a = 3 and 4.5, with constants known from the singular values and the certified constant of h. "
            + "One step from the worst points of h along the weakest and the stiffest direction, and from "
            + "random points.",
    };

    [Parameter("n", "equations", Minimum = 1, Maximum = 20, Size = true)]
    public Choices<int> Samples { get; init; } = [1, 3];

    [Parameter("surplus", "unknowns beyond the equations", Minimum = 0, Maximum = 20, Size = true)]
    public Choices<int> Surplus { get; init; } = [0, 3];

    [Parameter(
        "ripple", "heights a of the ripple, below the threshold of PL", Minimum = 0, Maximum = 4.603, Size = true)]
    public Choices<double> Ripples { get; init; } = [0, 3, 4.5];

    [Parameter("step", "step sizes ηβ", Minimum = 0.001, Maximum = 2, Size = true)]
    public Choices<double> RelativeSteps { get; init; } = [0.05, 1, 1.5, 2];

    [Parameter("factor", "the c in 1 − cημ(2 − ηβ)", Minimum = 0, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("every-step", "whether 1 − cημ is claimed for every step up to 2/β")]
    public bool ForEveryStep { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("factor 1 − 1.1ημ(2 − ηβ)", this with { Factor = 1.1 }),
        new("factor 1 − ημ for every step up to 2/β", this with { ForEveryStep = true }),
    ];

    protected override Experiment<GradientStepCell, GradientStepOutcome> Experiment { get; } =
        new GradientStepExperiment();

    protected override IReadOnlyList<GradientStepCell> Cells =>
    [
        .. from n in Samples
           from surplus in Surplus
           from ripple in Ripples
           from step in RelativeSteps
           select new GradientStepCell(n, n + surplus, ripple, 25, step),
    ];

    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.01);

    protected override Evidence Judge(Examination<GradientStepCell, GradientStepOutcome> examination)
    {
        // No loss falls below 0: a mutant whose factor is negative (q = 1) is taken at 0, and refuted where (1 − q)²
        // exceeds 1 − 2q, at q < 1.
        return examination.ForAll(
            "L after the step ≤ factor · L before",
            (cell, o) =>
                o.Ratio
                - Math.Max(
                    0,
                    1
                        - Factor
                            * cell.RelativeStep
                            * o.Polyak
                            / o.Smoothness
                            * (ForEveryStep ? 1 : 2 - cell.RelativeStep)),
            (_, o) => o.Error,
            "rounding of the two losses, of the step and of the constants by which A was built");
    }
}
