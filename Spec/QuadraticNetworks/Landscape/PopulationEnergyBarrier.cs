using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// "Optimization Landscape: An Energy Barrier", remark (a): min over rank W ≤ d − 1 of L(W) ≥ C σ⁴, C = min{κ, 2μ2²}.
// The minimum is searched through its dual and by direct descent over W; what is found is the risk of an explicit student, an upper bound. A risk below C refutes; that the search ends at b_d for aligned
// teachers, and no descent below it, is agreement of the formula with two searches.

/// <summary>The energy barrier of the population risk, with its sharp constant.</summary>
public sealed record PopulationEnergyBarrier : Claim<PopulationBarrierCell, PopulationBarrierOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/population-energy-barrier",
        Title = "Rank-deficient students have population risk at least C·σ_min(W*)⁴",
        Kind = ClaimKind.Inequality,
        Source = StationaryPointsTalk.At("Optimization Landscape: An Energy Barrier, remark (a)"),
        Statement = new(
            @"\min_{\mathrm{rank}(W)\le d-1}\mathcal{L}(W) \ge C_5\,\sigma_{\min}(W^*)^4, \quad C_5=\min\{\mu_4-\mu_2^2,\,2\mu_2^2\}"),
        Hypotheses =
        [
            "coordinates i.i.d., centered, with finite fourth moment",
            "rank(W*) = d",
            "Var(x²) > 0, or the bound is zero (±1 coordinates)",
        ],
        Method =
            "For each teacher the least risk is found through its dual (for a fixed kernel direction a quadratic problem, solved exactly) and by quasi-Newton descent over "
            + "(d−1) × d weights. It must not fall below C σ⁴, where it is the risk of an explicit student. Formula and searches must agree: for teachers whose weakest direction is aligned the value found must be "
            + "b_d σ⁴, b_d = κ(κ+dμ2²)/(κ+(d−1)μ2²) if κ = μ4−μ2² ≤ 2μ2², else [(d−1)/(2dμ2²) + 1/(d(κ+dμ2²))]⁻¹; a descent below the dual value leaves the examination undecided unless it is below λ_min σ⁴ too.",
    };

    [Parameter("law", "laws of the coordinates", Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace, CoordinateLaw.TwoPoint];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 12, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2, 3, 5];

    [Parameter("scale", "factors of the planted weights", Minimum = 1e-3, Maximum = 1e3, Size = true)]
    public Choices<double> Scales { get; init; } = [0.125, 8];

    [Parameter("bound", "constant of the lower bound")]
    public BarrierFormula Bound { get; init; } = BarrierFormula.Minimum;

    [Parameter("factor", "factor before the constant", Minimum = 0, Maximum = 100)]
    public double Factor { get; init; } = 1;

    [Parameter("attained", "value attained by aligned teachers")]
    public BarrierFormula Attained { get; init; } = BarrierFormula.Sharp;

    [Parameter("exponent", "power of σ_min(W*)", Minimum = 0, Maximum = 8)]
    public int Exponent { get; init; } = 4;

    [Parameter("deficit", "students have rank at most d minus this", Minimum = 0, Maximum = 1)]
    public int Deficit { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("σ_min to the power 3", this with { Exponent = 3 }),
        new("σ_min to the power 5", this with { Exponent = 5 }),
        new("half of max{κ, 2μ2²} instead of min", this with { Bound = BarrierFormula.Maximum, Factor = 0.5 }),
        new("μ4 as the constant", this with { Bound = BarrierFormula.FourthMoment }),
        new("C itself is attained at finite d", this with { Attained = BarrierFormula.Minimum }),
        new("1.01·b_d as the constant", this with { Bound = BarrierFormula.Sharp, Factor = 1.01 }),
        new("students of rank d too", this with { Deficit = 0 }),
    ];

    public override int Decisions => 4;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [1, 2, 3, 5, 8] },
        _ => this with { Dimensions = [1, 2, 3, 4, 5, 6, 8, 10] },
    };

    protected override Experiment<PopulationBarrierCell, PopulationBarrierOutcome> Experiment { get; } = new PopulationBarrierExperiment();

    protected override IReadOnlyList<PopulationBarrierCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           from teacher in (TeacherKind[])[TeacherKind.Aligned, TeacherKind.Random]
           from scale in Scales
           select new PopulationBarrierCell(law, d, teacher, scale, Deficit),
    ];

    protected override Evidence Judge(Examination<PopulationBarrierCell, PopulationBarrierOutcome> examination)
    {
        return Evidence.All(
            examination.ForAll(
                "the least risk of a rank-deficient student is at least the bound",
                (cell, o) => Factor * Bound.Value(cell.Law, cell.Dimension) * BarrierFormulas.ExcessPower(o.Sigma, Exponent) - o.Minimum,
                (_, o) => o.Error,
                Derivation),
            Aligned(examination).ForAll(
                "no rank-deficient student of an aligned teacher is below the sharp constant",
                (cell, o) => Attained.Value(cell.Law, cell.Dimension) - o.Minimum,
                (_, o) => o.Error,
                Derivation),
            Aligned(examination).ForAll(
                "the search through the dual ends within 10⁻⁹ of the sharp constant for an aligned teacher",
                (cell, o) => o.Minimum - (1 + Nearness) * Attained.Value(cell.Law, cell.Dimension),
                (_, o) => o.Error,
                Derivation),
            examination.ForAll(
                "two searches agree: direct descent over the weights never falls more than 10⁻⁹ below the dual value",
                (_, o) => (1 - Nearness) * o.Minimum - o.Direct,
                (_, o) => IsSearchPoor(o) ? double.PositiveInfinity : 2 * o.Error,
                Derivation));
    }

    // What the search for the least risk leaves is part of the statements: it stops at a gradient of 10⁻⁸σ⁴, whose effect on the value is of second order.
    private const double Nearness = 1e-9;

    // Units of σ⁴ throughout. Every risk is that of an explicit student, so that rounding of its quadratic form is all that lies between it and the truth.
    private const string Derivation = "rounding of the quadratic form (Higham, section 3.1) of explicit students";

    // The descent found less than the dual, but not provably less than the barrier.
    private static bool IsSearchPoor(PopulationBarrierOutcome o) => o.Direct < (1 - Nearness) * o.Minimum - 2 * o.Error && o.Direct >= o.LowerBound - 2 * o.Error;

    private static Examination<PopulationBarrierCell, PopulationBarrierOutcome> Aligned(Examination<PopulationBarrierCell, PopulationBarrierOutcome> examination) =>
        examination.Where(cell => cell.Teacher == TeacherKind.Aligned);
}
