using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.RandomSystems.Zeros;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.Zeros;

// For quadrics F(x + δ) = F(x) + DF(x)δ + ½D²F[δ, δ]. A step of Newton's method, δ ⊥ x the shortest solution of
// DF(x)δ = −F(x), leaves the last term, at most ½L‖F(x)‖²/σ²; putting x + δ back on the sphere divides by ‖x + δ‖² ≥ 1.
// With h = L‖F(x⁰)‖/(2σ²) ≤ ½ this is ‖F(x^k)‖ ≤ ‖F(x⁰)‖h^(2^k − 1) ≤ ‖F(x⁰)‖2^(−(2^k − 1)).

/// <summary>A bound at the start that makes it an approximate solution of quadrics on the sphere.</summary>
public sealed record NewtonCertificate : Claim<SphereNewtonCell, SphereNewtonOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/newton-certificate",
        Title = "Quadrics on the sphere: where L‖F(x⁰)‖ ≤ σ², the start of Newton's method is an approximate solution",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = RandomSystemsTalk.At("What is an exact solution?", RandomSystemsTalk.SecondPaper),
        Quotations = [],
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            x^{k+1}=\frac{x^k+\delta^k}{\|x^k+\delta^k\|},\ \delta^k=-(DF(x^k)(I-x^kx^{kT}))^\dagger F(x^k):
            L\|F(x^0)\|\le\sigma^2 \text{ implies } \|F(x^k)\|\le\|F(x^0)\|2^{-(2^k-1)};
            L\ge\|D^2F\|,\quad \sigma\le\sigma_{\min}(DF(x^k)(I-x^kx^{kT})) \text{ for all } k
            """),
        Hypotheses = ["n quadrics in d > n variables"],
        Method =
            "Random quadrics of Kostlan's law, from starts near a zero and far from it. σ is a proven lower bound "
            + "along the path, L the Frobenius norm; starts that miss the premise are excluded. What the linear "
            + "equations of the steps leave is measured and is the tolerance.",
    };

    [Parameter("n", "quadrics", Minimum = 1, Maximum = 30, Size = true)]
    public int Equations { get; init; } = 12;

    [Parameter("d", "variables", Minimum = 2, Maximum = 40, Size = true)]
    public int Dimension { get; init; } = 20;

    [Parameter("distance", "distances of the starts from a zero", Minimum = 1e-6, Maximum = 10)]
    public Choices<double> Distances { get; init; } = [0.001, 1];

    [Parameter("steps", "steps of Newton's method", Minimum = 1, Maximum = 4, Size = true)]
    public int Steps { get; init; } = 3;

    [Parameter("premise", "largest h = L‖F(x⁰)‖/(2σ²)", Minimum = 0, Maximum = 1e12)]
    public double Premise { get; init; } = 0.5;

    [Parameter("halvings", "b of 2^(−b(2^k − 1))", Minimum = 0, Maximum = 20)]
    public double Halvings { get; init; } = 1;

    [Parameter("offset", "what is taken from 2^k", Minimum = 0, Maximum = 2)]
    public int Offset { get; init; } = 1;

    public override IEnumerable<string> UnmetHypotheses =>
        Equations < Dimension ? [] : ["there have to be fewer quadrics than variables"];

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("from every start", this with { Premise = 1e12 }),
        new("2^(−10(2^k − 1))", this with { Halvings = 10 }),
        new("2^(−2^k), as the definition is printed", this with { Offset = 0 }),
    ];

    protected override Experiment<SphereNewtonCell, SphereNewtonOutcome> Experiment { get; } =
        new SphereNewtonExperiment();

    protected override IReadOnlyList<SphereNewtonCell> Cells =>
        [.. Distances.Select(distance => new SphereNewtonCell(Equations, Dimension, distance, Steps))];

    // Starts far from a zero are no instances: as many draws at every distance as the nearest would need alone.
    protected override int TrialsNeeded(double level) => 2 * TrialDesign.TrialsToSee(0.05, level);

    protected override Evidence Judge(Examination<SphereNewtonCell, SphereNewtonOutcome> examination) =>
        examination
            .Given((_, o) => o.Contraction <= Premise)
            .ForAll(
                "‖F(x^k)‖/‖F(x⁰)‖ − 2^(−(2^k − 1)), largest over k",
                (_, o) => o.Ratios.Select((ratio, k) => ratio - Bound(k)).Max(),
                (_, o) => 4 * o.Residual
                    + 4 * (Dimension + 2) * 1.1102230246251565e-16 * o.SecondDerivative / o.FirstNorm,
                "what the linear equations leave enters the values of the next step as it is and those of later ones "
                + "squared; values of quadrics at a point of norm 1 are rounded by less than "
                + "2(d + 2)2⁻⁵³L");

    private double Bound(int k) => Powers.Real(2, -Halvings * (Powers.Integer(2, k) - Offset));
}
