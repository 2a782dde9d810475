using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// "Optimization Landscape: An Energy Barrier", remark (a): min over rank W ≤ d − 1 of L(W) ≥ C σ⁴, C = min{κ, 2μ2²}.
// The minimum is searched through its dual and by direct descent over W; what is found is the risk of an explicit
// student, an upper bound: a risk below C refutes. That the search ends at b_d for aligned teachers, and no descent
// below it, is agreement of the formula with two searches.

/// <summary>The energy barrier of the population risk, with its sharp constant.</summary>
public sealed partial record PopulationEnergyBarrier : Claim<PopulationBarrierCell, PopulationBarrierOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/population-energy-barrier",
        Title = "Rank-deficient students have population risk at least C·σ_min(W*)⁴",
        Kind = ClaimKind.Inequality,
        Source = StationaryPointsTalk.At(
            "Optimization Landscape: An Energy Barrier, remark (a); the constants are derived here"),
        Quotations = [@"if \text{rank}(W) < d, then … Analogue result for the population risk \mathcal{L}(W)."],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            @"\mathrm{rank}(W)<d \Rightarrow \mathcal{L}(W) \text{ is bounded away from } 0 \text{ by an explicit "
                + @"constant}")
        {
            Corrected =
                """
                \min_{\mathrm{rank}(W)\le d-1}\mathcal{L}(W) \ge C\,\sigma_{\min}(W^*)^4, \quad C=\min\{\mu_4-\mu_2^2,\,2\mu_2^2\};
                \quad \text{least over the teachers: } b_d\,\sigma_{\min}(W^*)^4,
                \ b_d=\frac{\kappa(\kappa+d\mu_2^2)}{\kappa+(d-1)\mu_2^2} \text{ if } \kappa=\mu_4-\mu_2^2\le2\mu_2^2,
                \text{ else } \Big[\frac{d-1}{2d\mu_2^2}+\frac{1}{d(\kappa+d\mu_2^2)}\Big]^{-1}
                """,
            Reason =
                "The data class of the talk includes coordinates ±1, for which x² does not vary and C = 0: with d = 2 "
                + "and W* = I the student of rank 1 with WᵀW = diag(2, 0) has risk 0.",
        },
        Hypotheses = ["coordinates i.i.d., centered, with finite fourth moment, Var(x²) > 0", "rank(W*) = d"],
        Method =
            "For each teacher the least risk is found through its dual (for a fixed kernel direction a quadratic "
            + "problem, solved exactly) and by quasi-Newton descent over (d−1) × d weights. The risk of an explicit "
            + "student below C σ⁴, or for an aligned teacher below b_d σ⁴, refutes: one percent shows. That the "
            + "search comes within 10⁻⁹ of b_d for aligned teachers, and no descent below the dual value, in most "
            + "draws accompanies the claim: two searches cannot refute each other.",
    };

    [Parameter(
        "law", "laws of the coordinates", Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } =
    [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace, CoordinateLaw.TwoPoint];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 12, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2, 3, 5];

    [Parameter("scale", "factors of the planted weights", Minimum = 1e-3, Maximum = 1e3, Size = true)]
    public Choices<double> Scales { get; init; } = [0.125, 8];

    [Parameter("bound", "constant of the lower bound")]
    public BarrierFormula Bound { get; init; } = BarrierFormula.Minimum;

    [Parameter("factor", "factor before the constant", Minimum = 0, Maximum = 100)]
    public double Factor { get; init; } = 1;

    [Parameter("sharp", "factor before the sharp constant b_d", Minimum = 0, Maximum = 100)]
    public double SharpFactor { get; init; } = 1;

    [Parameter("exponent", "power of σ_min(W*)", Minimum = 0, Maximum = 8)]
    public double Exponent { get; init; } = 4;

    [Parameter("deficit", "students have rank at most d minus this", Minimum = 0, Maximum = 1)]
    public int Deficit { get; init; } = 1;

    // Any constant: a thousandth of μ4, which is 1 for ±1.
    public override Claim AsPrinted => this with
    {
        Laws = [CoordinateLaw.Rademacher], Dimensions = [2, 3], Bound = BarrierFormula.FourthMoment, Factor = 0.001,
    };

    public override string PrintedPart => "barrier";

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("σ_min to the power 3.9", this with { Exponent = 3.9 }, "barrier"),
        new("σ_min to the power 4.1", this with { Exponent = 4.1 }, "barrier"),
        new(
            "half of max{κ, 2μ2²} instead of min",
            this with
            {
                Bound = BarrierFormula.Maximum,
                Factor = 0.5,
            },
            "barrier"),
        new("μ4 as the constant", this with { Bound = BarrierFormula.FourthMoment }, "barrier"),
        new("1.01·b_d as the sharp constant", this with { SharpFactor = 1.01 }, "sharp"),
        new("students of rank d too", this with { Deficit = 0 }, "barrier"),
    ];

    public override IEnumerable<string> UnmetHypotheses => LawHypotheses.Varying(Laws);

    public override int Decisions => 4;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [1, 2, 3, 5, 8] },
        _ => this with { Dimensions = [1, 2, 3, 4, 5, 6, 8, 10] },
    };

    protected override Experiment<PopulationBarrierCell, PopulationBarrierOutcome> Experiment { get; } =
        new PopulationBarrierExperiment();

    protected override IReadOnlyList<PopulationBarrierCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           from teacher in (TeacherKind[])[TeacherKind.Aligned, TeacherKind.Random]
           from scale in Scales
           select new PopulationBarrierCell(law, d, teacher, scale, Deficit),
    ];

    // Half of the cells have aligned teachers.
    protected override int TrialsNeeded(double level) =>
        Math.Max(TrialsOverDesign(level), SearchAgreement.Trials(level, Cells.Count / 2));

    // Units of σ⁴ throughout: rounding of the quadratic form is all that lies between the risk of an explicit student
    // and the truth.
    protected override Evidence Judge(Examination<PopulationBarrierCell, PopulationBarrierOutcome> examination)
    {
        Examination<PopulationBarrierCell, PopulationBarrierOutcome> aligned = examination.Where(cell =>
            cell.Teacher == TeacherKind.Aligned);
        return Evidence.All(
            examination.ForAll(
                "the least risk of a rank-deficient student is at least the bound",
                (cell, o) =>
                    Factor * Bound.Value(cell.Law, cell.Dimension) * BarrierFormulas.ExcessPower(o.Sigma, Exponent)
                    - o.Minimum,
                (_, o) => o.Error,
                Derivation).Named("barrier"),
            aligned.ForAll(
                "no rank-deficient student of an aligned teacher is below the sharp constant",
                (cell, o) => SharpFactor * o.Sharp - o.Minimum,
                (_, o) => o.Error,
                Derivation).Named("sharp"),
            aligned.Count(
                "the search through the dual ends within 10⁻⁹ of the sharp constant for an aligned teacher",
                (_, o) => Agrees(o.Minimum - (1 + Nearness) * o.Sharp, o.Error),
                SearchAgreement.Share).Named("attained").AsSupplement(),
            examination.Count(
                "direct descent over the weights never falls more than 10⁻⁹ below the dual value",
                (_, o) => Agrees((1 - Nearness) * o.Minimum - o.Direct, 2 * o.Error),
                SearchAgreement.Share).Named("agreement").AsSupplement());
    }

    private static TrialResult Agrees(double excess, double error) =>
        excess <= error ? TrialResult.Success : TrialResult.Failure;

    // The search stops at a gradient of 10⁻⁸σ⁴, whose effect on the value is of second order: an allowance, measured
    // below 10⁻¹².
    private const double Nearness = 1e-9;

    private const string Derivation =
        "rounding of the quadratic form (Higham, section 3.1) of explicit students, and of σ⁴";
}
