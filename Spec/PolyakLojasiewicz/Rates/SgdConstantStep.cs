using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Rates;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Spec.PolyakLojasiewicz.Rates;

// Slide 5, "Similar proofs for stochastic gradient descent"; slides 17 and 21 speak of linear convergence of (S)GD,
// where PL* includes interpolation. In general, with E‖g‖² ≤ C² and η < 1/(2μ): E L_{k+1} − L* ≤ (1 − 2ημ)(E L_k −
// L*) + ½βη²C², hence a floor βC²η/(4μ). On x² with noise ±s the floor is met with equality: stationary E f =
// ηs²/(4(1 − η)) and C² = s² + 4E f.

/// <summary>Stochastic gradient descent with a constant step converges linearly to a floor only.</summary>
public sealed record SgdConstantStep : Claim<NoisyDescentCell, NoisyDescentOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/sgd-constant-step",
        Title = "Under PL, SGD with a constant step converges linearly to a floor βC²η/(4μ), not to the minimum",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Tight,
        Source = OverparameterizedLandscapesTalk.At(
            "Aside: similar proofs for stochastic gradient descent; the floor is not printed there",
            OverparameterizedLandscapesTalk.KarimiNutiniSchmidt + ", Theorem 4"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \mathbb{E}\|g_k\|^2\le C^2, \ \eta<1/(2\mu):
            \quad \mathbb{E}L(x^k)-L^*\le(1-2\mu\eta)^k(L(x^0)-L^*)+\beta C^2\eta/(4\mu)
            """),
        Hypotheses = ["L is β-smooth and μ-PL", "unbiased gradients with E‖g‖² ≤ C² along the run", "η < 1/(2μ)"],
        Method =
            "x² + a·sin²x, for a > 1 not convex, with gradients f′ ± s, both signs equally likely: exact "
            + "expectations over all 2^k paths, and for a = 0 by the recursion of the second moment over a "
            + "thousand steps or more. C² is the largest E g² of the run. In the stationary state of a = 0 the "
            + "floor has to be attained. Linear convergence without a floor needs losses that vanish together "
            + "(sgd-interpolation).",
    };

    [Parameter(
        "ripple", "heights a of the ripple a·sin²x; not convex above 1", Minimum = 0, Maximum = 4.6, Size = true)]
    public Choices<double> Ripples { get; init; } = [0, 1.25];

    [Parameter("step", "step sizes ηβ", Minimum = 0.0001, Maximum = 0.499, Size = true)]
    public Choices<double> RelativeSteps { get; init; } = [0.1, 0.4];

    [Parameter("steps", "steps followed by recursion on x²", Minimum = 1, Maximum = 100_000)]
    public int Steps { get; init; } = 1000;

    [Parameter(
        "branching-steps", "steps of which all paths are followed with a ripple", Minimum = 1, Maximum = 14,
        Size = true)]
    public int BranchingSteps { get; init; } = 9;

    [Parameter("noise", "size s of the noise", Minimum = 0.001, Maximum = 1000)]
    public double Noise { get; init; } = 1;

    [Parameter("floor", "the c of the floor cβC²η/μ", Minimum = 0, Maximum = 10)]
    public double Floor { get; init; } = 0.25;

    [Parameter("rate", "the c in (1 − cμη)^k", Minimum = 0, Maximum = 10)]
    public double Rate { get; init; } = 2;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("nine tenths of the floor", this with { Floor = 0.225 }, "bound"),
        new("11/10 of the floor is attained", this with { Floor = 0.275 }, "attained"),
        new("rate 1 − 2.2μη", this with { Rate = 2.2, RelativeSteps = [0.1] }, "bound"),
        // Seen from starts so near the minimizer that C² is of the order of the noise: a tenth of the draws, at the
        // larger step.
        new(
            "a twentieth of the floor, on the function that is not convex",
            this with
            {
                Floor = 0.0125,
                Ripples = [1.25],
                RelativeSteps = [0.4],
            },
            "bound"),
        new(
            "no floor, with the factor 1 − μη of descent without noise",
            this with
            {
                Floor = 0,
                Rate = 1,
            },
            "bound"),
    ];

    public override int Decisions => 2;

    public override Claim At(Tier tier) =>
        tier == Tier.Smoke ? this : this with { BranchingSteps = 12, Steps = 10_000 };

    protected override Experiment<NoisyDescentCell, NoisyDescentOutcome> Experiment { get; } =
        new NoisyDescentExperiment();

    protected override IReadOnlyList<NoisyDescentCell> Cells =>
    [
        .. from ripple in Ripples
           from step in RelativeSteps
           select new NoisyDescentCell(
               ripple,
               StepSchedule.Constant,
               step,
               ripple == 0 ? Steps : BranchingSteps,
               Noise),
    ];

    protected override Evidence Judge(Examination<NoisyDescentCell, NoisyDescentOutcome> examination)
    {
        Examination<NoisyDescentCell, NoisyDescentOutcome> stationary = examination.Where(
            cell => Floor > 0 && cell.Ripple == 0 && cell.RelativeStep * cell.Steps >= 20);
        return Evidence.All(
            examination
                .ForAll(
                    "E f(x^k) is at most (1 − cμη)^k f(x⁰) and the floor",
                    (cell, o) => Excess(cell, o),
                    (cell, o) => Tolerance(cell, o),
                    Derivation)
                .Named("bound"),
            stationary
                .ForAll(
                    "the floor is attained on x²",
                    (cell, o) => Math.Abs(o.LastLoss / FloorOf(cell, o, cell.Noise * cell.Noise + 4 * o.LastLoss) - 1),
                    // (1 − ηβ)^2k x₀² ≤ e^{−40}·e⁴ is left of the start, over a floor of about ηβs²/8: below 10⁻¹⁰/s²
                    // for ηβ ≥ 10⁻⁵.
                    (cell, o) => Tolerance(cell, o) + 1e-10 / (cell.Noise * cell.Noise),
                    Derivation).Named("attained"));
    }

    private const string Derivation =
        "relative: rounding of each step, stretched by at most max(1, sup|1 − ηf″|) in every later one; twice, "
        + "for losses, which keep ten digits, and C², and 4u a step for the powers";

    private static double Tolerance(NoisyDescentCell cell, NoisyDescentOutcome o) =>
        3 * o.Error + 8 * UnitRoundoff * (cell.Steps + 8);

    // βC²η/μ with η = RelativeStep/β.
    private double FloorOf(NoisyDescentCell cell, NoisyDescentOutcome o, double gradientBound) =>
        Floor * gradientBound * cell.RelativeStep / o.Polyak;

    // Largest over k, relative to the size of the losses.
    private double Excess(NoisyDescentCell cell, NoisyDescentOutcome o)
    {
        double floor = FloorOf(cell, o, o.GradientBound);
        double largest = double.NegativeInfinity;
        double power = 1;
        int done = 0;
        for (int i = 0; i < o.Steps.Length; i++)
        {
            for (; done < (int)o.Steps[i] && power > 0; done++)
                power *= 1 - Rate * cell.RelativeStep * o.Polyak / o.Smoothness;
            largest = Math.Max(largest, (o.Losses[i] - power * o.StartLoss - floor) / o.Losses[i]);
        }

        return largest;
    }
}
