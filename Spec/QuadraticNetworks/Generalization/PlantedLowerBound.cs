using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Generalization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Generalization;

// The witness lies on the boundary of the cone, so that it has rank ≤ d − 1 and the sharp barrier b_d > C bounds its
// risk.

/// <summary>The lower bound for fewer samples than d(d+1)/2.</summary>
public sealed record PlantedLowerBound : Claim<PlantedLowerBoundCell, PlantedLowerBoundOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/planted-lower-bound",
        Title = "For every N < d(d+1)/2 some interpolant has population risk at least C·σ_min(W*)⁴",
        Kind = ClaimKind.Existence,
        Guarantee = Guarantee.Bound,
        Source = StationaryPointsTalk.At("Sample Complexity Bound for Planted Network."),
        Quotations =
        [
            @"Suppose $X_i$ has centered i.i.d. coordinates with variance $\mu_2$ and (finite) fourth moment $\mu_4$, "
            + @"and $N < d(d+1)/2$. Then, there exists a $W \in \mathbb{R}^{m \times d}$ such that "
            + @"while $\hat{\mathcal{L}}(W) = 0$ […], $$\mathcal{L}(W) \geq \min\{\mu_4 - \mu_2^2, 2\mu_2^2\} "
            + @"\sigma_{\min}(W^*)^4.$$",
        ],
        Statement = new(
            """
            N<\tfrac{d(d+1)}{2} \Rightarrow \text{ there exists } W\in\mathbb{R}^{m\times d} \text{ with } \widehat{\mathcal{L}}(W)=0
            \text{and } \mathcal{L}(W)\ge\min\{\mu_4-\mu_2^2,\,2\mu_2^2\}\,\sigma_{\min}(W^*)^4
            """),
        Hypotheses =
        [
            "coordinates i.i.d., centered, with finite fourth moment",
            "rank(W*) = d",
            "the data may be any N points: randomness is not used",
        ],
        Method =
            "For every N from 1 to d(d+1)/2 − 1 the walk from S* along a random direction that the data do not see "
            + "ends, both ways where it can, at students of width d − 1, beside which exact "
            + "interpolants of that width are proved to exist (Newton–Kantorovich). Their risk is bounded below by C "
            + "σ⁴, and by the sharp barrier b_d σ⁴ of rank-deficient students. A constant "
            + "twice as large is seen, and an exponent off by one.",
    };

    [Parameter(
        "law", "laws of the coordinates", Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } =
        [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace];

    [Parameter("d", "data dimensions", Minimum = 2, Maximum = 8, Size = true)]
    public Choices<int> Dimensions { get; init; } = [2, 3];

    [Parameter("beyond", "claimed for N up to d(d+1)/2 − 1 plus this", Minimum = -20, Maximum = 20)]
    public int Beyond { get; init; }

    [Parameter("step", "share of the way from the teacher to the boundary", Minimum = 0.001, Maximum = 1)]
    public double Step { get; init; } = 1;

    [Parameter("bound", "constant of the lower bound")]
    public BarrierFormula Bound { get; init; } = BarrierFormula.Minimum;

    [Parameter("factor", "factor before the constants", Minimum = 0, Maximum = 100)]
    public double Factor { get; init; } = 1;

    [Parameter("exponent", "power of σ_min(W*)", Minimum = 0, Maximum = 8)]
    public int Exponent { get; init; } = 4;

    [Parameter("scale", "factors of the planted weights", Minimum = 1e-3, Maximum = 1e3)]
    public Choices<double> Scales { get; init; } = [0.125, 8];

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("every interpolant has that risk, also inside the cone", this with { Step = 0.01 }, Constant),
        new("N = d(d+1)/2 too", this with { Beyond = 1 }, Interpolant),
        new("twice the constants", this with { Factor = 2, Dimensions = [2] }, Constant),
        new(
            "max{κ, 2μ2²} instead of min",
            this with
            {
                Bound = BarrierFormula.Maximum,
                Laws = [CoordinateLaw.Uniform],
                Dimensions = [2],
            },
            Constant),
        new("σ_min to the power 5", this with { Exponent = 5 }, Constant),
    ];

    public override int Decisions => 3;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [2, 3, 4, 5] },
        _ => this with { Dimensions = [2, 3, 4, 5, 6, 8] },
    };

    protected override Experiment<PlantedLowerBoundCell, PlantedLowerBoundOutcome> Experiment { get; } =
        new PlantedLowerBoundExperiment();

    protected override IReadOnlyList<PlantedLowerBoundCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           from samples in Enumerable.Range(1, Math.Max(1, SymmetricVectorization.Dimension(d) - 1 + Beyond))
           from teacher in (TeacherKind[])[TeacherKind.Aligned, TeacherKind.Random]
           from scale in Scales
           select new PlantedLowerBoundCell(law, d, samples, teacher, scale, Step),
    ];

    protected override Evidence Judge(Examination<PlantedLowerBoundCell, PlantedLowerBoundOutcome> examination)
    {
        return Evidence.All(
            examination.ForAll(
                "both ends of the walk are interpolants",
                (cell, o) => o.Ends > 0
                    ? new Bounded(o.Misfit, InterpolationProof.Tolerance(o.Misfit, o.MisfitError, o.Shift))
                    : new Bounded(
                        1, cell.Samples >= SymmetricVectorization.Dimension(cell.Dimension)
                            ? 0
                            : double.PositiveInfinity),
                InterpolationProof.Derivation
                    + "; none from N = d(d+1)/2 on, where the samples leave no direction unseen",
                InterpolationProof.Resolution)
                .Named(Interpolant),
            examination
                .ForAll(
                        "their population risk is at least the constant times σ⁴",
                        (cell, o) => Violation(Bound.Value(cell.Law, cell.Dimension), o),
                        Tolerance,
                        Derivation).Named(Constant),
            examination.Given((cell, o) => o.Width < cell.Dimension).ForAll(
                "as rank-deficient students they meet the sharp barrier b_d",
                (cell, o) => Violation(BarrierFormula.Sharp.Value(cell.Law, cell.Dimension), o),
                Tolerance,
                Derivation).Named("sharp").AsSupplement());
    }

    private const string Constant = "constant";

    private const string Interpolant = "interpolant";

    private const string Derivation =
        "rounding of the quadratic form and of σ⁴, and the distance between computed student and exact interpolant; "
        + "relative to the risk";

    private double Violation(double constant, PlantedLowerBoundOutcome o) =>
        Factor * constant * BarrierFormulas.ExcessPower(o.Sigma, Exponent) / o.Risk - 1;

    private static double Tolerance(PlantedLowerBoundCell cell, PlantedLowerBoundOutcome o) => 2 * o.Error / o.Risk;
}
