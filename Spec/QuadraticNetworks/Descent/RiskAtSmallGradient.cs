using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks.Descent;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Descent;

// What a small gradient says below the barrier, from both sides. ‖∇L‖ = 4‖WR‖ with (1 − √θ)σ² ≤ σ_d(W)², ‖W‖² ≤ B², λL
// ≤ ‖R‖² ≤ ΛL and λ‖A‖ ≤ ‖R‖ ≤ Λ‖A‖: risk and gradient squared, distance and gradient are the same up to constants. The
// talk prints the exponents 1, ½, 1.

/// <summary>Below the barrier risk, distance and population risk are of order ‖∇L‖², ‖∇L‖ and ‖∇L‖².</summary>
public sealed partial record RiskAtSmallGradient : Claim<SubBarrierDescentCell, SubBarrierDescentOutcome>
{
    [Parameter("law", "laws of the coordinates", Values = "gaussian, uniform, laplace, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 12, Size = true)]
    public Choices<int> Dimensions { get; init; } = SubBarrierDesign.Dimensions(Tier.Smoke);

    [Parameter("n-per-dim", "N divided by d(d+1)/2 for the empirical risk", Minimum = 2, Maximum = 256)]
    public int SamplesPerDimension { get; init; } = 16;

    [Parameter("constant", "constant c of ε²/(cλ(1 − √θ)σ²)", Minimum = 0.1, Maximum = 1000)]
    public double Constant { get; init; } = 16;

    [Parameter("lower-constant", "constant c of ε²/(cΛB²)", Minimum = 0.1, Maximum = 1000)]
    public double LowerConstant { get; init; } = 16;

    [Parameter("distance-constant", "constant c of ε/(cλ√(1 − √θ)σ)", Minimum = 0.1, Maximum = 1000)]
    public double DistanceConstant { get; init; } = 4;

    [Parameter("lower-distance-constant", "constant c of ε/(cΛB)", Minimum = 0.1, Maximum = 1000)]
    public double LowerDistanceConstant { get; init; } = 4;

    [Parameter("population-factor", "factor before C and Λ in the bounds of the population risk", Minimum = 0.1,
        Maximum = 10)]
    public double PopulationFactor { get; init; } = 1;

    [Parameter("risk-exponent", "exponent of ε in the risk", Minimum = 0, Maximum = 8)]
    public double RiskExponent { get; init; } = 2;

    [Parameter("distance-exponent", "exponent of ε in the distance", Minimum = 0, Maximum = 8)]
    public double DistanceExponent { get; init; } = 1;

    [Parameter("population-exponent", "exponent of ε in the population risk", Minimum = 0, Maximum = 8)]
    public double PopulationExponent { get; init; } = 2;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("constant 17.6 instead of 16", Focused() with { Constant = 17.6 }, "risk-upper"),
        new("constant 8 instead of 16 below", Focused() with { LowerConstant = 8 }, "risk-lower"),
        new("constant 4.4 instead of 4", Focused() with { DistanceConstant = 4.4 }, "distance-upper"),
        new("constant 2 instead of 4 below", Focused() with { LowerDistanceConstant = 2 }, "distance-lower"),
        new("1.1·C and 1.1·Λ", Focused() with { PopulationFactor = 1.1 }, "population"),
        new("empirical risk of order ε^1.5", Focused() with { RiskExponent = 1.5 }, "risk-exponent"),
        new("empirical risk of order ε^2.5", Focused() with { RiskExponent = 2.5 }, "risk-exponent"),
        new("distance of order √ε", Focused() with { DistanceExponent = 0.5 }, "distance-exponent"),
        new("population risk of order ε^1.5", Focused() with { PopulationExponent = 1.5 }, "population-exponent"),
    ];

    public override IEnumerable<string> UnmetHypotheses => LawHypotheses.Varying(Laws);

    public override int Decisions => 8;

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with
    {
        Dimensions = SubBarrierDesign.Dimensions(tier),
        Laws = SubBarrierDesign.Laws,
    };

    protected override Experiment<SubBarrierDescentCell, SubBarrierDescentOutcome> Experiment { get; } =
        new SubBarrierDescentExperiment();

    protected override IReadOnlyList<SubBarrierDescentCell> Cells =>
        SubBarrierDesign.Cells(Laws, Dimensions, SamplesPerDimension);

    protected override Evidence Judge(Examination<SubBarrierDescentCell, SubBarrierDescentOutcome> examination)
    {
        Examination<SubBarrierDescentCell, SubBarrierDescentOutcome> below = examination.Given((_, o) => o.HasBarrier);
        return Evidence.All(
            Within(
                "risk-upper",
                "L ≤ ε²/(cλ(1 − √θ)σ²)",
                o => o.GreatestRisk * Constant * o.LeastEigenvalue * Least(o) - 1),
            Within(
                "risk-lower",
                "L ≥ ε²/(cΛB²)",
                o => 1 - o.LeastRisk * LowerConstant * o.LargestEigenvalue * o.SquaredNorm),
            Within(
                "distance-upper",
                "‖WᵀW − S*‖ ≤ ε/(cλ√(1 − √θ)σ)",
                o => o.GreatestDistance * DistanceConstant * o.LeastEigenvalue * Math.Sqrt(Least(o)) - 1),
            Within(
                "distance-lower",
                "‖WᵀW − S*‖ ≥ ε/(cΛB)",
                o => 1 - o.LeastDistance * LowerDistanceConstant * o.LargestEigenvalue * Math.Sqrt(o.SquaredNorm)),
            Within(
                "population",
                "C‖WᵀW − S*‖² ≤ L ≤ Λ‖WᵀW − S*‖²",
                o => o.PopulationRisks
                    .Zip(o.Distances, (risk, distance) => SubBarrierQuotients.Outside(
                        risk / (distance * distance * PopulationFactor), o))
                    .Where(outside => !double.IsNaN(outside))
                    .DefaultIfEmpty(double.NaN)
                    .Max(),
                4 * SubBarrierDescentOutcome.StoredError),
            Exponent(
                below,
                "risk-exponent",
                "empirical risk against ε",
                o => o.Risks,
                RiskExponent,
                SubBarrierQuotients.Risk),
            Exponent(
                below,
                "distance-exponent",
                "distance against ε",
                o => o.Distances,
                DistanceExponent,
                SubBarrierQuotients.Distance),
            Exponent(
                below,
                "population-exponent",
                "population risk against ε",
                o => o.PopulationRisks,
                PopulationExponent,
                SubBarrierQuotients.Population));

        Evidence Within(
            string part, string statement, Func<SubBarrierDescentOutcome, double> violation, double stored = 0) =>
            below
                .ForAll(
                    statement,
                    (_, o) => violation(o),
                    (_, o) => 4 * o.RelativeError + stored,
                    "relative error of risk or distance, of their nine digits, and as much of the gradient")
                .Named(part);
    }

    // One law and small dimensions refute a wrong constant or exponent.
    private RiskAtSmallGradient Focused() => this with { Laws = [CoordinateLaw.Gaussian], Dimensions = [1, 2] };

    private static double Least(SubBarrierDescentOutcome o) => (1 - Math.Sqrt(o.Depth)) * o.Sigma * o.Sigma;
}
