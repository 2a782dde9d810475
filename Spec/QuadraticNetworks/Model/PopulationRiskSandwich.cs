using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Model;

// "Model"(d): C‖A‖² ≤ L ≤ Λ‖A‖², C = min{κ, 2μ2²}, Λ = μ4 + (d − 1)μ2², both attained, and μ2²(tr A)² + C‖A‖² ≤ L
// besides. The risk is a sum over 3^d points whose moments are those of the law, so that no formula for it enters.

/// <summary>The population risk lies between two multiples of ‖WᵀW − W*ᵀW*‖².</summary>
public sealed record PopulationRiskSandwich : Claim<RiskSandwichCell, RiskSandwichOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/population-risk-sandwich",
        Title = "The population risk lies between C‖A‖² and (μ4 + (d−1)μ2²)‖A‖², both attained",
        Kind = ClaimKind.Inequality,
        Source = StationaryPointsTalk.At(
            "Model, (d); Convergence of Gradient Descent, (c); the bounds are derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \mu_2^2(\mathrm{tr}\,A)^2+C\|A\|_F^2\le\mathcal{L}(W)\le(\mu_4+(d-1)\mu_2^2)\|A\|_F^2,
            \quad C=\min\{\mu_4-\mu_2^2,2\mu_2^2\},\ A=W^TW-W^{*T}W^*, \ d\ge2
            """),
        Hypotheses = ["coordinates i.i.d., centered, with finite fourth moment", "d ≥ 2 (at d = 1 the risk is μ4·A²)"],
        Method =
            "For random A, for WᵀW − S* of random networks and for the extremals E_11 − E_22, E_12 + E_21 and I, "
            + "normalized, E(xᵀAx)² is summed over a product rule with three nodes a coordinate, exact for these "
            + "powers. The lower bound has to be attained at one of the first two extremals, the upper one at I: a "
            + "constant off by 10⁻⁶ would be seen.",
    };

    [Parameter(
        "law", "laws of the coordinates",
        Values = "gaussian, uniform, laplace, rademacher, two-point, student-t-ν (ν ≥ 5)", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } =
        [
            CoordinateLaw.Gaussian,
            CoordinateLaw.Uniform,
            CoordinateLaw.Laplace,
            CoordinateLaw.Rademacher,
            CoordinateLaw.TwoPoint,
            CoordinateLaw.StudentT(5),
        ];

    [Parameter("d", "data dimensions", Minimum = 2, Maximum = 7, Size = true)]
    public Choices<int> Dimensions { get; init; } = [2, 3];

    [Parameter("lower", "constant of the lower bound")]
    public BarrierFormula Lower { get; init; } = BarrierFormula.Minimum;

    [Parameter("trace", "coefficient of (tr A)² in the lower bound, over μ2²", Minimum = 0, Maximum = 10)]
    public double TraceCoefficient { get; init; } = 1;

    [Parameter("lower-factor", "factor before the constant of the lower bound", Minimum = 0, Maximum = 10)]
    public double LowerFactor { get; init; } = 1;

    [Parameter("top", "the k in the upper bound μ4 + (d − k)μ2²", Minimum = -5, Maximum = 5)]
    public double TopShift { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("max{κ, 2μ2²} in the lower bound", this with { Lower = BarrierFormula.Maximum }, "lower"),
        new("1.1 times the trace term", this with { TraceCoefficient = 1.1 }, "lower"),
        new("0.9·min{κ, 2μ2²} attained", this with { LowerFactor = 0.9 }, "lower-attained"),
        new("μ4 + (d − 1.1)μ2² in the upper bound", this with { TopShift = 1.1 }, "upper"),
        new("μ4 + (d − 0.9)μ2² attained at the identity", this with { TopShift = 0.9 }, "upper-attained"),
    ];

    public override int Decisions => 4;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [2, 3, 4, 5] },
        _ => this with { Dimensions = [2, 3, 4, 5, 6] },
    };

    protected override Experiment<RiskSandwichCell, RiskSandwichOutcome> Experiment { get; } =
        new RiskSandwichExperiment();

    protected override IReadOnlyList<RiskSandwichCell> Cells =>
        [
            .. from law in Laws
            from d in Dimensions
            from shape in Enum.GetValues<SymmetricShape>()
            select new RiskSandwichCell(law, d, shape),
        ];

    // Units of ‖A‖² throughout.
    protected override Evidence Judge(Examination<RiskSandwichCell, RiskSandwichOutcome> examination)
    {
        return Evidence.All(
            Within(
                examination,
                "lower",
                "the risk is at least the lower bound",
                (cell, o) => LowerBound(cell, o) - o.Risk),
            Within(examination, "upper", "the risk is at most the upper bound", (cell, o) => o.Risk - UpperBound(cell)),
            Within(
                examination.Where(AttainsLower),
                "lower-attained",
                "the lower bound is attained",
                (cell, o) => Math.Abs(o.Risk - LowerBound(cell, o))),
            Within(
                examination.Where(cell => cell.Shape == SymmetricShape.Identity),
                "upper-attained",
                "the upper bound is attained at the identity",
                (cell, o) => Math.Abs(o.Risk - UpperBound(cell))));

        static Evidence Within(
            Examination<RiskSandwichCell, RiskSandwichOutcome> part,
            string name,
            string statement,
            Func<RiskSandwichCell, RiskSandwichOutcome, double> violation
        ) => part.ForAll(statement, violation, (_, o) => 2 * o.Error, Derivation).Named(name);
    }

    private const string Derivation = "rounding of the sum over the points, which has more operations than the bounds";

    private static bool AttainsLower(RiskSandwichCell cell) =>
        cell.Shape == (cell.Law.VarianceOfSquare <= 2 * cell.Law.SecondMoment * cell.Law.SecondMoment
            ? SymmetricShape.DiagonalPair
            : SymmetricShape.OffDiagonalPair);

    private double LowerBound(RiskSandwichCell cell, RiskSandwichOutcome o) =>
        cell.Law.SecondMoment * cell.Law.SecondMoment * TraceCoefficient * o.TraceSquare
        + LowerFactor * Lower.Value(cell.Law, cell.Dimension);

    private double UpperBound(RiskSandwichCell cell) =>
        cell.Law.FourthMoment + (cell.Dimension - TopShift) * cell.Law.SecondMoment * cell.Law.SecondMoment;
}
