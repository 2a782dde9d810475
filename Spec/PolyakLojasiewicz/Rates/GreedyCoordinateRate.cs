using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Rates;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Rates;

// Slide 5, "Similar proofs for … greedy coordinate descent": the coordinate of the largest |∇_iL|, step 1/L_max.
// Factor 1 − μ₁/L_max, ½‖∇L‖_∞² ≥ μ₁(L − L*), μ/d ≤ μ₁ ≤ μ. For ½xᵀHx the best μ₁ is 1/max sᵀH⁻¹s over signs s, for
// diagonal H = diag(a) that is 1/Σ(1/a_i).

/// <summary>The linear rate of greedy coordinate descent under PL in the maximum norm.</summary>
public sealed record GreedyCoordinateRate : Claim<CoordinateStepCell, CoordinateStepOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/greedy-coordinate-rate",
        Title = "Greedy coordinate descent converges linearly: factor 1 − μ₁/L_max, μ/d ≤ μ₁ ≤ μ",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = OverparameterizedLandscapesTalk.At(
            "Aside: similar proofs for greedy coordinate descent; the exact μ₁ of quadratics is derived here",
            OverparameterizedLandscapesTalk.KarimiNutiniSchmidt + ", section 3.1"),
        Quotations =
        [
            @"Similar proofs for stochastic gradient descent, randomized coordinate descent, greedy coordinate "
                + @"descent...",
        ],
        Statement = new(
            """
            \frac{1}{2}\|\nabla L\|_\infty^2\ge\mu_1(L-L^*):
            \quad L(x^{k+1})-L^*\le(1-\frac{\mu_1}{L_{\max}})(L(x^k)-L^*);
            \quad L=\frac{1}{2}x^THx: \ \mu_1^{-1}=\max_{s\in\{\pm1\}^d}s^TH^{-1}s
            """),
        Hypotheses = ["each ∇_iL is L_max-Lipschitz in x_i", "Gauss–Southwell rule: the largest |∇_iL|"],
        Method =
            "Quadratics in Haar's bases (μ₁ by enumeration of signs), diagonal ones, and sums of non-convex "
            + "c_i(x_i² + 3sin²x_i); random points, the weakest direction, and the point where μ₁ is attained. "
            + "With equal diagonal entries the factor 1 − 1/d is attained.",
    };

    [Parameter("d", "dimensions", Minimum = 1, Maximum = 8, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2, 4];

    [Parameter(
        "ripple", "heights a of the ripple, below the threshold of PL", Minimum = 0, Maximum = 4.603, Size = true)]
    public Choices<double> Ripples { get; init; } = [0, 3];

    [Parameter("spread", "greatest over least curvature", Minimum = 1, Maximum = 1e4, Size = true)]
    public Choices<double> Spreads { get; init; } = [1, 10];

    [Parameter("constant", "what stands for μ₁")]
    public GreedyConstant Constant { get; init; } = GreedyConstant.LargestEntry;

    [Parameter("factor", "the c in 1 − cμ₁/L_max", Minimum = 0, Maximum = 100)]
    public double Factor { get; init; } = 1;

    [Parameter("attained", "factor before μ₁ in the slope and where it is attained", Minimum = 0, Maximum = 100)]
    public double ConstantFactor { get; init; } = 1;

    [Parameter("share", "the c in cμ/d ≤ μ₁", Minimum = 0, Maximum = 100)]
    public double Share { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("μ for μ₁", this with { Constant = GreedyConstant.Euclidean }, "rate"),
        new("the mean of the a_i for μ₁", this with { Constant = GreedyConstant.Mean }, "rate"),
        new("1 − 1.1μ₁/L_max", this with { Factor = 1.1 }, "rate"),
        new("½‖∇L‖_∞² ≥ 1.01μ₁(L − L*)", this with { ConstantFactor = 1.01 }, "slope"),
        new("0.99μ₁ is attained", this with { ConstantFactor = 0.99 }, "attained"),
        new("1.01μ/d ≤ μ₁", this with { Share = 1.01 }, "order"),
    ];

    public override int Decisions => 4;

    protected override Experiment<CoordinateStepCell, CoordinateStepOutcome> Experiment { get; } =
        new CoordinateStepExperiment();

    // A rotated quadratic for each dimension and spread, and separable functions with every ripple.
    protected override IReadOnlyList<CoordinateStepCell> Cells =>
    [
        .. from d in Dimensions from spread in Spreads select new CoordinateStepCell(d, true, spread, 0),
        .. from d in Dimensions
        from spread in Spreads
        from a in Ripples
        select new CoordinateStepCell(d, false, spread, a),
    ];

    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.01);

    protected override Evidence Judge(Examination<CoordinateStepCell, CoordinateStepOutcome> examination)
    {
        Examination<CoordinateStepCell, CoordinateStepOutcome> extremal = examination.Given((_, o) => o.IsExtremal);
        return Evidence.All(
            // No loss falls below 0, so that neither does the bound of a mutant.
            examination
                .ForAll(
                    "L after the step ≤ (1 − cμ₁/L_max) L before",
                    (_, o) => o.GreedyRatio - Math.Max(0, 1 - Factor * Value(o) / o.Smoothness),
                    (_, o) => o.Error,
                    Derivation)
                .Named("rate"),
            examination
                .ForAll(
                    "½‖∇L‖_∞² ≥ μ₁(L − L*)",
                    (_, o) => (ConstantFactor * Value(o) - o.GreedySlope) / o.Smoothness,
                    (_, o) => o.Error,
                    Derivation)
                .Named("slope"),
            examination
                .ForAll(
                    "μ/d ≤ μ₁ ≤ μ",
                    (cell, o) =>
                        Math.Max(Share * o.Polyak / cell.Dimension - o.GreedyPolyak, o.GreedyPolyak - o.Polyak)
                            / o.Smoothness,
                    (_, o) => o.Error,
                    Derivation)
                .Named("order"),
            extremal
                .ForAll(
                    "μ₁ is attained",
                    (_, o) => Math.Abs(ConstantFactor * Value(o) - o.GreedySlope) / o.Smoothness,
                    (_, o) => o.Error,
                    Derivation)
                .Named("attained"));
    }

    private const string Derivation = "rounding of values, gradients and constants relative to the least curvature";

    private double Value(CoordinateStepOutcome o) => Constant switch
    {
        GreedyConstant.Euclidean => o.Polyak,
        GreedyConstant.Mean => o.MeanCurvature,
        _ => o.GreedyPolyak,
    };
}
