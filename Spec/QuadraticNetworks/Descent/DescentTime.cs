using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Descent;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Descent;

// "… in time poly(1/ε, d)". At the teacher the curvature is 8E(x₁⁴)K² along the strongest row and of order σ² along the weakest: a constant step that settles
// is at most of order 1/K², and then the weakest direction takes of order K²/σ² iterations. With d and ε fixed no polynomial in 1/ε and d bounds them.

/// <summary>The number of iterations of gradient descent depends on the conditioning of the teacher.</summary>
public sealed record DescentTime : Claim<BestStepCell, BestStepOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/descent-time-needs-conditioning",
        Title = "With d and ε fixed, gradient descent takes iterations of the order (‖W*‖/σ)², with every constant step under which the risk falls",
        Kind = ClaimKind.Scaling,
        Source = StationaryPointsTalk.At("Optimization Landscape: Convergence of Gradient Descent, first bullet"),
        Printed = PrintedStatus.False,
        Statement = new(@"\mathcal{L}(W_0)<\tfrac12 C_5\sigma^4 \Rightarrow \text{ gradient descent finds } \|\nabla\mathcal{L}(W)\|_F\le\epsilon \text{ in time } \mathrm{poly}(\epsilon^{-1},d)")
        {
            Corrected = @"\text{the same, in } O\big(\tfrac{\|W^*\|^2}{\sigma^2}\,\log\tfrac1\epsilon\big) \text{ iterations for fixed } d \text{ and law; } \text{ for } W^*=\mathrm{diag}(1,K,\ldots,K) \text{ the best constant step under which the risk falls takes } \Theta(K^2)",
            Reason =
                "d, ε, σ and the depth of the start are the same for W* = diag(1, K), and yet the iterations grow as K²: about 2.5K² for the best of all constant steps under which the risk falls. The bound needs ‖W*‖/σ ≤ poly(d) besides "
                + "(the talk assumes as much for random W*); gradient-descent-converges has it with constants.",
        },
        Hypotheses = ["rank(W*) = d", "Var(x²) > 0", "a constant step, chosen for the teacher, under which the risk falls at every iteration (longer ones jump chaotically)"],
        Method =
            "Descent under the population risk from a start at half the barrier, in which the weakest direction is weakened, with each step of a grid of ratio 2^(1/16) until ‖∇L‖ ≤ ε; the best step is chosen afterwards. The fewest iterations against K have to follow a power law.",
    };

    [Parameter("law", "laws of the coordinates", Values = "gaussian, uniform, laplace, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian];

    [Parameter("d", "data dimension", Minimum = 2, Maximum = 6)]
    public int Dimension { get; init; } = 2;

    [Parameter("condition", "condition numbers K of the teacher", Minimum = 1, Maximum = 256)]
    public Choices<int> Conditions { get; init; } = [3, 4, 6, 8, 12, 16, 24, 32, 48];

    [Parameter("epsilon", "gradient norm ε at which descent ends", Minimum = 1e-6, Maximum = 10)]
    public double Accuracy { get; init; } = 0.1;

    [Parameter("power", "power of K in the number of iterations", Minimum = 0, Maximum = 4)]
    public double Power { get; init; } = 2;

    public override Claim AsPrinted => this with { Power = 0 };

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("proportional to K", this with { Power = 1 }),
        new("proportional to K³", this with { Power = 3 }),
    ];

    public override int Decisions => Laws.Count + -1;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Laws = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform], Conditions = [3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96] },
        _ => this with { Laws = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace], Conditions = [3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128] },
    };

    protected override Experiment<BestStepCell, BestStepOutcome> Experiment { get; } = new BestStepExperiment();

    protected override IReadOnlyList<BestStepCell> Cells =>
        [.. from law in Laws from K in Conditions select new BestStepCell(law, Dimension, K, Accuracy)];

    // A point is off by the spacing of the grid, ln 2/16 at most, and by one iteration of more than twenty.
    protected override Evidence Judge(Examination<BestStepCell, BestStepOutcome> examination)
    {
        return Evidence.All(
        [
            .. Laws.Select(law => examination.Where(cell => cell.Law.Equals(law)).Follows(
                $"the fewest iterations as a power of K ({law})",
                [.. examination.Observations.Where(observation => observation.Cell.Law.Equals(law)).Select(observation => ((double)observation.Cell.Condition, observation.Outcome.Iterations))],
                Power,
                pointError: 0.09,
                allowance: 0.1,
                resolution: 0.25)),
        ]);
    }
}
