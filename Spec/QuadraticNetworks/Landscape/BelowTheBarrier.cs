using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// "Remarks"(a): below the barrier only full-rank points survive. Quantified: θ = L/(λ_min(G)σ⁴) < 1 implies ‖A‖_F ≤ √θ
// σ², hence σ_min(W)² ≥ (1 − √θ)σ² by Weyl's inequality. Students near and on the hardest ray S* − cσ²vvᵀ.

/// <summary>Below the barrier students have full rank, quantitatively.</summary>
public sealed record BelowTheBarrier : Claim<SubBarrierCell, SubBarrierOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/below-the-barrier",
        Title = "Below the barrier only full-rank students survive: σ_min(W)² ≥ (1 − √θ)σ_min(W*)²",
        Kind = ClaimKind.Inequality,
        Source = StationaryPointsTalk.At(
            "Remarks, (a); Global Optimality of Full-Rank Stationary Points, (c); the bounds are derived here"),
        Quotations =
        [
            "An energy barrier separating rank-deficient points. Below this barrier, only full-rank points survive.",
            @"below the barrier no rank-deficient W \in \mathbb{R}^{m \times d}, w.h.p.",
        ],
        Statement = new(
            """
            \theta=\frac{\mathcal{L}(W)}{\lambda_{\min}(G)\,\sigma_{\min}(W^*)^4}<1 \Rightarrow
            \|W^TW-W^{*T}W^*\|_F\le\sqrt\theta\,\sigma_{\min}(W^*)^2,
            \ \sigma_{\min}(W)^2\ge(1-\sqrt\theta)\,\sigma_{\min}(W^*)^2
            """),
        Hypotheses =
        [
            "rank(W*) = d",
            "λ_min of the tensorized covariance (empirical or expected) positive; the barrier is λ_min σ_min(W*)⁴",
        ],
        Method =
            "Students near the teacher at all depths, and the teacher weakened in its weakest direction, under "
            + "population and empirical risk. The premise θ < 1 selects; both bounds are certified on what it "
            + "selects. At d = 1 they are equalities: a power of θ off by 0.05 shows.",
    };

    [Parameter(
        "law", "laws of the coordinates", Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 8, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2, 4];

    [Parameter("power", "power of θ in the bounds", Minimum = 0, Maximum = 4)]
    public double Power { get; init; } = 0.5;

    [Parameter("greatest", "whether θ is formed with the greatest eigenvalue of the covariance")]
    public bool UsesGreatest { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("θ^0.55 instead of its root", this with { Power = 0.55 }, "distance"),
        new(
            "θ^0.55 instead of its root, of the singular value",
            this with
            {
                Power = 0.55,
                Laws = [CoordinateLaw.Uniform],
            },
            "singular-value"),
        new("λ_max instead of λ_min", this with { UsesGreatest = true }, "distance"),
    ];

    public override IEnumerable<string> UnmetHypotheses => LawHypotheses.Varying(Laws);

    public override int Decisions => 2;

    protected override Experiment<SubBarrierCell, SubBarrierOutcome> Experiment { get; } = new SubBarrierExperiment();

    protected override IReadOnlyList<SubBarrierCell> Cells =>
    [
        .. from law in Laws
           from d in Dimensions
           from samples in (int[])[0, 8 * SymmetricVectorization.Dimension(d)]
           from shrinking in (bool[])[false, true]
           select new SubBarrierCell(law, d, samples, shrinking),
    ];

    // Many random neighbors lie above the barrier and are passed over: an excess of one percent leaves enough below.
    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.01);

    protected override Evidence Judge(Examination<SubBarrierCell, SubBarrierOutcome> examination)
    {
        Examination<SubBarrierCell, SubBarrierOutcome> below = examination.Given(
            (_, o) => Eigenvalue(o) > 0 && Depth(o) < 1);
        return Evidence.All(
            below
                .ForAll("‖WᵀW − S*‖_F ≤ √θ σ²", (_, o) => o.Distance - Root(o), (_, o) => o.Rounding, Derivation)
                .Named("distance"),
            below
                .ForAll(
                    "σ_min(W)² ≥ (1 − √θ)σ²",
                    (_, o) => 1 - Root(o) - o.LeastEigenvalue,
                    (_, o) => o.Rounding,
                    Derivation)
                .Named("singular-value"));
    }

    private const string Derivation =
        "θ is widened by the error of the risk, the eigenvalue of the covariance narrowed by its own; the rest is "
        + "rounding of WᵀW − S* and proven bounds of the two eigenvalues of d × d matrices";

    private double Eigenvalue(SubBarrierOutcome o) =>
        UsesGreatest ? o.LargestCovarianceEigenvalue : o.LeastCovarianceEigenvalue;

    private double Depth(SubBarrierOutcome o) => (Math.Max(0, o.Risk) + o.Error) / Eigenvalue(o);

    private double Root(SubBarrierOutcome o) => Power.Equals(0.5) || Depth(o) <= 0
        ? Math.Sqrt(Depth(o))
        : ElementaryFunctions.Exp(Power * ElementaryFunctions.Log(Depth(o)));
}
