using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Descent;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Descent;

// "… in time poly(1/ε, d)". At the teacher the curvature is 8E(x₁⁴)K² along the strongest row and of order σ² along the
// weakest: a constant step that settles is at most of order 1/K², and then the weakest direction takes of order K²/σ²
// iterations. With d and ε fixed no polynomial in 1/ε and d bounds them. Under (W, W*, ε) → (tW, tW*, t³ε) the descent
// scales and the iterations stay: the size of the teacher stands in the logarithm, as log(‖W*‖σ²/ε).

/// <summary>The number of iterations of gradient descent depends on the conditioning of the teacher.</summary>
public sealed partial record DescentTimeNeedsConditioning : Claim<BestStepCell, BestStepOutcome>
{
    [Parameter("law", "laws of the coordinates", Values = "gaussian, uniform, laplace, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian];

    [Parameter("d", "data dimension", Minimum = 2, Maximum = 6)]
    public int Dimension { get; init; } = 2;

    [Parameter("condition", "condition numbers K of the teacher", Minimum = 1, Maximum = 128)]
    public Choices<int> Conditions { get; init; } = [6, 8, 11, 16, 22, 32, 45, 64];

    [Parameter("epsilon", "gradient norm ε at which descent ends", Minimum = 1e-6, Maximum = 10)]
    public double Accuracy { get; init; } = 0.1;

    [Parameter("power", "power of K in the number of iterations", Minimum = 0, Maximum = 4)]
    public double Power { get; init; } = 2;

    [Parameter("scale-power", "power of the size of the teacher that ε goes along with", Minimum = 0, Maximum = 6)]
    public double ScalePower { get; init; } = 3;

    public override Claim AsPrinted => this with { Power = 0 };

    public override string? PrintedPart => "condition";

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("proportional to K^1.9", this with { Power = 1.9 }, "condition"),
        new("proportional to K^2.1", this with { Power = 2.1 }, "condition"),
        new("iterations that depend on ε alone, for teachers of all sizes", this with { ScalePower = 0 }, "scale"),
        new("the same for (tW0, tW*, t^2.9·ε)", this with { ScalePower = 2.9 }, "scale"),
    ];

    public override IEnumerable<string> UnmetHypotheses => LawHypotheses.Varying(Laws).Concat(
        Conditions.Any(K => K < 6) ? ["condition numbers below 6, where the two directions are alike"] : []);

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with
        {
            Laws = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform],
            Conditions = [6, 8, 11, 16, 22, 32, 45, 64, 90],
        },
        _ => this with
        {
            Laws = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace],
            Conditions = [6, 8, 11, 16, 22, 32, 45, 64, 90, 128],
        },
    };

    protected override Experiment<BestStepCell, BestStepOutcome> Experiment { get; } = new BestStepExperiment();

    protected override IReadOnlyList<BestStepCell> Cells =>
    [
        .. from law in Laws from K in Conditions select new BestStepCell(law, Dimension, K, Accuracy),
        .. from law in Laws from j in Scales select new BestStepCell(law, Dimension, Conditions[0], Scaled(j), j),
    ];


    protected override Evidence Judge(Examination<BestStepCell, BestStepOutcome> examination)
    {
        return Evidence.All(
            examination.Where(cell => cell.ScaleExponent == 0).ForAll(
                "the fewest iterations over K^p stay within a tenth of those at the least K",
                (cell, o) => Math.Abs(
                    ElementaryFunctions.Log(o.Iterations / Reference(examination, cell))
                    - Power * ElementaryFunctions.Log((double)cell.Condition / Conditions[0])) - 0.1,
                (cell, o) => IsFinished(examination, cell, o) ? GridError : double.PositiveInfinity,
                "the best step of the grid takes at most 2^(1/32) of the iterations of the best of all, at both ends, "
                    + "and one more of eighty",
                resolution: 0.1).Named("condition"),
            examination.Where(cell => cell.ScaleExponent != 0).ForAll(
                "the fewest iterations are the same for (tW0, tW*, t³ε)",
                (cell, o) => Math.Abs(o.Iterations - Reference(examination, cell)),
                (cell, o) => IsFinished(examination, cell, o) ? 0 : double.PositiveInfinity,
                "counts; powers of four scale every number without rounding").Named("scale"));
    }

    private static readonly int[] Scales = [-10, -5, 5, 10];

    // 2·(ln 2)/32 and 1/80.
    private const double GridError = 0.06;

    private static bool IsFinished(
        Examination<BestStepCell, BestStepOutcome> examination,
        BestStepCell cell,
        BestStepOutcome o) => double.IsFinite(o.Iterations) && double.IsFinite(Reference(examination, cell));

    // The iterations at the least K, for the same law.
    private static double Reference(Examination<BestStepCell, BestStepOutcome> examination, BestStepCell cell) =>
        examination
            .Observations.First(observation =>
                observation.Cell.Law.Equals(cell.Law) && observation.Cell.ScaleExponent == 0)
            .Outcome.Iterations;

    // ε·4^(j·p), exact where p is a whole number.
    private double Scaled(int j) => ScalePower.Equals(Math.Round(ScalePower))
        ? Math.ScaleB(Accuracy, 2 * j * (int)ScalePower)
        : Accuracy * ElementaryFunctions.Exp(j * ScalePower * ElementaryFunctions.Log(4));
}
