using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Descent;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Descent;

// "Convergence of Gradient Descent", second bullet: L̂ ≤ Cεσ⁻²poly(d), L ≤ C'εσ⁻¹poly(d), ‖A‖ ≤ C''√ε σ⁻¹poly(d), C,
// C', C'' constants. Under (W, W*, ε) → (tW, tW*, t³ε) with step η/t² the whole descent scales, L̂ and L by t⁴, ‖A‖ by
// t², the right-hand sides by t, t², t^½: no constants serve all teachers of one dimension. With the same powers of ε
// homogeneity leaves σ, σ and √σ, and these bounds hold: L̂ = ⟨A, R⟩ ≤ √θσ²·ε/(4√(1 − √θ)σ).

/// <summary>What a small gradient bounds, uniformly over the size of the teacher.</summary>
public sealed partial record DescentBounds : Claim<SubBarrierDescentCell, SubBarrierDescentOutcome>
{
    [Parameter("law", "laws of the coordinates", Values = "gaussian, uniform, laplace, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 12, Size = true)]
    public Choices<int> Dimensions { get; init; } = [2, 3];

    [Parameter("scale", "k + 10 for teachers of size 4^k", Minimum = 0, Maximum = 30, Size = true)]
    public Choices<int> Scales { get; init; } = [0, 10, 20];

    [Parameter("risk-sigma", "power of σ in the bound of the empirical risk", Minimum = -8, Maximum = 8)]
    public double RiskPower { get; init; } = 1;

    [Parameter("population-sigma", "power of σ in the bound of the population risk", Minimum = -8, Maximum = 8)]
    public double PopulationPower { get; init; } = 1;

    [Parameter("distance-sigma", "power of σ in the bound of the distance", Minimum = -8, Maximum = 8)]
    public double DistancePower { get; init; } = 0.5;

    [Parameter("slack", "factor before all three constants", Minimum = 0.01, Maximum = 1e12)]
    public double Slack { get; init; } = 1;

    public override Claim AsPrinted =>
        Focused(20) with
        {
            RiskPower = -2,
            PopulationPower = -1,
            DistancePower = -1,
            Slack = Million,
        };

    public override string? PrintedPart => "risk";

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("σ⁻² in the first bound only", Focused(20) with { RiskPower = -2, Slack = Million }, "risk"),
        new("σ⁻¹ in the second bound only", Focused(20) with { PopulationPower = -1, Slack = Million }, "population"),
        new("σ⁻¹ in the third bound only", Focused(20) with { DistancePower = -1, Slack = Million }, "distance"),
        new("σ^0.5 in the first bound", Focused(20) with { RiskPower = 0.5, Slack = 4 }, "risk"),
        new("σ^1.5 in the first bound", Focused(0) with { RiskPower = 1.5, Slack = 4 }, "risk"),
        new("constants a tenth as large", (Focused(10) with { Slack = 0.1 }) with { Dimensions = [1, 2] }, "risk"),
    ];

    public override IEnumerable<string> UnmetHypotheses => LawHypotheses.Varying(Laws);

    public override int Decisions => 3;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with
        {
            Dimensions = [2, 4],
            Laws = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace],
        },
        _ => this with
        {
            Dimensions = [2, 4, 8],
            Laws = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace],
        },
    };

    protected override Experiment<SubBarrierDescentCell, SubBarrierDescentOutcome> Experiment { get; } =
        new SubBarrierDescentExperiment();

    protected override IReadOnlyList<SubBarrierDescentCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           from scale in Scales
           from teacher in (DescentTeacher[])[DescentTeacher.Gaussian, DescentTeacher.Isotropic]
           from weakened in (bool[])[false, true]
           select new SubBarrierDescentCell(
               law,
               d,
               16 * SymmetricVectorization.Dimension(d),
               teacher,
               weakened,
               StepFactor: 1,
               scale - 10),
    ];

    protected override Evidence Judge(Examination<SubBarrierDescentCell, SubBarrierDescentOutcome> examination)
    {
        Examination<SubBarrierDescentCell, SubBarrierDescentOutcome> below = examination.Given((_, o) => o.HasBarrier);
        return Evidence.All(
            Within("L̂(W) ≤ K·ε·σ^p", o => o.Risks, 1, RiskPower, K).Named("risk"),
            Within(
                    "L(W) ≤ (Λ/λ)K·ε·σ^p",
                    o => o.PopulationRisks,
                    1,
                    PopulationPower,
                    o => o.PopulationLargest / o.LeastEigenvalue * K(o))
                .Named("population"),
            Within(
                    "‖WᵀW − S*‖ ≤ √(K/λ)·√ε·σ^p",
                    o => o.Distances,
                    0.5,
                    DistancePower,
                    o => Math.Sqrt(K(o) / o.LeastEigenvalue))
                .Named("distance"));

        // Marks that a run did not reach are no instances.
        Evidence Within(
            string statement,
            Func<SubBarrierDescentOutcome, double[]> left,
            double power,
            double σPower,
            Func<SubBarrierDescentOutcome, double> constant) => below.ForAll(
                statement,
                (_, o) =>
                    left(o)
                        .Zip(
                            o.Epsilons,
                            (number, ε) => number
                                / (Slack * constant(o) * Powers.Real(ε, power) * Powers.Real(o.Sigma, σPower)) - 1
                        )
                        .Where(excess => !double.IsNaN(excess))
                        .DefaultIfEmpty(double.NaN)
                        .Max(),
                (_, o) => 4 * o.RelativeError + 2 * SubBarrierDescentOutcome.StoredError + 1e-13,
                "relative error of risk or distance, and of its nine digits; powers by exponential and logarithm lose "
                    + "4u for each unit of the logarithm, 300u here");
    }

    private const double Million = 1e6;

    // One law, dimension and size of teacher refute wrong powers.
    private DescentBounds Focused(int scale) =>
        this with
        {
            Laws = [CoordinateLaw.Gaussian],
            Dimensions = [2],
            Scales = [scale],
        };

    private static double K(SubBarrierDescentOutcome o) => Math.Sqrt(o.Depth) / (4 * Math.Sqrt(1 - Math.Sqrt(o.Depth)));
}
