using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Rates;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Rates;

// Slide 5, "Similar proofs for stochastic gradient descent": with η_k = (2k + 1)/(2μ(k + 1)²) and E‖g‖² ≤ C² the
// expected loss falls like 1/k: E L_k − L* ≤ βC²/(2kμ²).

/// <summary>Stochastic gradient descent with decreasing steps converges like 1/k.</summary>
public sealed record SgdDecreasingStep : Claim<NoisyDescentCell, NoisyDescentOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/sgd-decreasing-step",
        Title = "Under PL, SGD with steps (2k+1)/(2μ(k+1)²) has E L − L* ≤ βC²/(2kμ²)",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = OverparameterizedLandscapesTalk.At(
            "Aside: similar proofs for stochastic gradient descent",
            OverparameterizedLandscapesTalk.KarimiNutiniSchmidt + ", Theorem 4"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \mathbb{E}\|g_k\|^2\le C^2, \ \eta_k=\frac{2k+1}{2\mu(k+1)^2}:
            \quad \mathbb{E}L(x^k)-L^*\le\beta C^2/(2k\mu^2)
            """),
        Hypotheses = ["L is β-smooth and μ-PL", "unbiased gradients with E‖g‖² ≤ C² along the run"],
        Method =
            "x² + a·sin²x, for a > 1 not convex, with gradients f′ ± s: exact expectations over all 2^k paths, "
            + "for a = 0 by the recursion of the second moment. C² is the largest E g² of the run, the first steps "
            + "included, so that x² fills "
            + "four fifths of the bound: errors of its constant below that would be missed.",
    };

    [Parameter(
        "ripple", "heights a of the ripple a·sin²x; not convex above 1", Minimum = 0, Maximum = 4.6, Size = true)]
    public Choices<double> Ripples { get; init; } = [0, 1.25];

    [Parameter("steps", "steps followed by recursion on x²", Minimum = 1, Maximum = 100_000)]
    public int Steps { get; init; } = 4096;

    [Parameter(
        "branching-steps", "steps of which all paths are followed with a ripple", Minimum = 1, Maximum = 14,
        Size = true)]
    public int BranchingSteps { get; init; } = 8;

    [Parameter("noise", "size s of the noise", Minimum = 0.001, Maximum = 1000)]
    public double Noise { get; init; } = 1;

    [Parameter("factor", "the c in cβC²/(kμ²)", Minimum = 0, Maximum = 10)]
    public double Factor { get; init; } = 0.5;

    [Parameter("schedule", "law of the step sizes")]
    public StepSchedule Schedule { get; init; } = StepSchedule.Decreasing;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("seven tenths of the bound", this with { Factor = 0.35 }),
        new(
            "a twentieth of the bound, on the function that is not convex",
            this with
            {
                Factor = 0.025,
                Ripples = [1.25],
            }),
        new("steps 1/(2μ(k+1))", this with { Schedule = StepSchedule.HalfAsLong }),
    ];

    public override Claim At(Tier tier) =>
        tier == Tier.Smoke ? this : this with { BranchingSteps = 12, Steps = 65_536 };

    protected override Experiment<NoisyDescentCell, NoisyDescentOutcome> Experiment { get; } =
        new NoisyDescentExperiment();

    protected override IReadOnlyList<NoisyDescentCell> Cells =>
        [
            .. Ripples.Select(ripple => new NoisyDescentCell(
                ripple,
                Schedule,
                0.25,
                ripple == 0 ? Steps : BranchingSteps,
                Noise)),
        ];

    protected override Evidence Judge(Examination<NoisyDescentCell, NoisyDescentOutcome> examination)
    {
        return examination.ForAll(
            "k·E f(x^k) ≤ βC²/(2μ²)",
            (_, o) =>
                o.Steps.Zip(o.Losses, (k, loss) => k * loss).Max()
                    * o.Polyak
                    * o.Polyak
                    / (Factor * o.Smoothness * o.GradientBound)
                - 1,
            (_, o) => 3 * o.Error,
            "relative: rounding of each step, stretched by at most max(1, sup|1 − ηf″|) in every later one; for "
            + "losses, which keep ten digits, and C²");
    }
}
