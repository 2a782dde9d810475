using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Rates;

// Slide 4, sharper in one dimension. With u = √(L − L*), |u′| = |L′|/(2u) ≥ √(μ/2), and a step of η ≤ 1/β does not
// cross the nearest minimizer, as |L′| ≤ β·distance. Along it u falls by at least √(μ/2)·η|L′| ≥ √(μ/2)·η·√(2μ)u =
// ημu: L after ≤ (1 − ημ)²L before. Attained by parabolas.

/// <summary>In one dimension the factor of gradient descent is (1 − ημ)².</summary>
public sealed record OneDimensionalRate : Claim<GradientStepCell, GradientStepOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/one-dimensional-rate",
        Title = "In one dimension gradient descent has the factor (1 − ημ)², and no smaller one",
        Kind = ClaimKind.Inequality,
        Source = OverparameterizedLandscapesTalk.At(
            "Smoothness + PL ⇒ Linear convergence of gradient descent; the square is derived here",
            OverparameterizedLandscapesTalk.KarimiNutiniSchmidt + ", Theorem 1"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            L:\mathbb{R}\to\mathbb{R}, \ 0<\eta\le1/\beta:
            \quad L(x-\eta L'(x))-L^*\le(1-\eta\mu)^2(L(x)-L^*)
            """),
        Hypotheses = ["L′ is β-Lipschitz", "½L′² ≥ μ(L − L*)",
            "one dimension: in two the gradient can turn along the step"],
        Method =
            "x² + a·sin²x with the certified best μ, one step from the point where ½f′²/f is least, and from "
            + "random points. For a = 0 the factor is attained.",
    };

    [Parameter(
        "ripple", "heights a of the ripple, below the threshold of PL", Minimum = 0, Maximum = 4.603, Size = true)]
    public Choices<double> Ripples { get; init; } = [0, 0.5, 1, 3, 4.5];

    [Parameter("step", "step sizes ηβ", Minimum = 0.001, Maximum = 1, Size = true)]
    public Choices<double> RelativeSteps { get; init; } = [0.25, 0.5, 1];

    [Parameter("power", "the power of 1 − ημ", Minimum = 1, Maximum = 10)]
    public int Power { get; init; } = 2;

    [Parameter("factor", "the c in 1 − cημ", Minimum = 0, Maximum = 1)]
    public double Factor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("(1 − ημ)³", this with { Power = 3 }, "rate"),
        new(
            "(1 − ημ)² is not attained: (1 − 0.9ημ)² is the factor of parabolas",
            this with
            {
                Factor = 0.9,
            },
            "attained"),
    ];

    public override int Decisions => 2;

    protected override Experiment<GradientStepCell, GradientStepOutcome> Experiment { get; } =
        new GradientStepExperiment();

    protected override IReadOnlyList<GradientStepCell> Cells =>
        [.. from ripple in Ripples from step in RelativeSteps select new GradientStepCell(1, 1, ripple, 1, step)];

    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.01);

    protected override Evidence Judge(Examination<GradientStepCell, GradientStepOutcome> examination)
    {
        Examination<GradientStepCell, GradientStepOutcome> parabolas = examination.Where(cell => cell.Ripple == 0);
        return Evidence.All(
            examination
                .ForAll(
                    "f after the step ≤ (1 − ημ)² f before",
                    (cell, o) => o.Ratio - Bound(cell, o),
                    (_, o) => o.Error,
                    Derivation)
                .Named("rate"),
            parabolas
                .ForAll(
                    "attained by the parabola",
                    (cell, o) => Bound(cell, o) - o.Ratio,
                    (_, o) => o.Error,
                    Derivation)
                .Named("attained"));
    }

    private const string Derivation = "rounding of the two values and of the step";

    private double Bound(GradientStepCell cell, GradientStepOutcome o)
    {
        double factor = 1 - Factor * cell.RelativeStep * o.Polyak / o.Smoothness;
        double bound = 1;
        for (int i = 0; i < Power; i++)
            bound *= factor;
        return bound;
    }
}
