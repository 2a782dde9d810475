using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Rates;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Rates;

// Slide 5, "Similar proofs for … randomized coordinate descent": i uniform on d coordinates, step 1/L_max in it. E
// L(x¹) − L* ≤ (1 − μ/(dL_max))(L(x⁰) − L*). The expectation is a mean over i, enumerated.

/// <summary>The linear rate of randomized coordinate descent under PL.</summary>
public sealed record RandomizedCoordinateRate : Claim<CoordinateStepCell, CoordinateStepOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/randomized-coordinate-rate",
        Title = "Randomized coordinate descent converges linearly in expectation: factor 1 − μ/(d·L_max)",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = OverparameterizedLandscapesTalk.At(
            "Aside: similar proofs for randomized coordinate descent",
            OverparameterizedLandscapesTalk.KarimiNutiniSchmidt + ", Theorem 3"),
        Quotations =
        [
            @"Similar proofs for stochastic gradient descent, randomized coordinate descent, greedy coordinate "
                + @"descent...",
        ],
        Statement = new(
            """
            i \text{ uniform on } \{1,\dots,d\}, \ x^{k+1}=x^k-\frac{1}{L_{\max}}\nabla_iL(x^k)e_i:
            \quad \mathbb{E}L(x^{k+1})-L^*\le(1-\frac{\mu}{dL_{\max}})(L(x^k)-L^*)
            """),
        Hypotheses = ["each ∇_iL is L_max-Lipschitz in x_i", "½‖∇L‖² ≥ μ(L − L*)"],
        Method =
            "Quadratics in Haar's bases, diagonal ones, and sums of non-convex c_i(x_i² + 3sin²x_i), at random "
            + "points and along the weakest direction. All coordinates are enumerated, so that the expectation "
            + "is exact.",
    };

    [Parameter("d", "dimensions", Minimum = 1, Maximum = 8, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2, 4];

    [Parameter(
        "ripple", "heights a of the ripple, below the threshold of PL", Minimum = 0, Maximum = 4.603, Size = true)]
    public Choices<double> Ripples { get; init; } = [0, 3];

    [Parameter("spread", "greatest over least curvature", Minimum = 1, Maximum = 1e4, Size = true)]
    public Choices<double> Spreads { get; init; } = [1, 10];

    [Parameter("factor", "the c in 1 − cμ/(dL_max)", Minimum = 0, Maximum = 100)]
    public double Factor { get; init; } = 1;

    [Parameter("per-coordinate", "whether the rate is divided by d")]
    public bool IsPerCoordinate { get; init; } = true;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("no d", this with { IsPerCoordinate = false }),
        new("1 − 1.1μ/(dL_max)", this with { Factor = 1.1 }),
    ];

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
        // No loss falls below 0, so that neither does the bound of a mutant; with equal weights the factor 1 − 1/d is
        // attained.
        return examination.ForAll(
            "E L after the step ≤ factor · L before",
            (cell, o) =>
                o.ExpectedRatio
                - Math.Max(0, 1 - Factor * o.Polyak / o.Smoothness / (IsPerCoordinate ? cell.Dimension : 1)),
            (_, o) => o.Error,
            "rounding of values and gradients relative to the least curvature");
    }
}
