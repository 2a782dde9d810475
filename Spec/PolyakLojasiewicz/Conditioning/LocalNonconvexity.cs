using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

// Prop 1: ∇F(w*) ≠ 0 "and a mild technical assumption on {H_{F_i}}" ⇒ no neighborhood of w* in which L is convex.
// Which assumption? The sketch for n = 1 takes rank H_F > 1. That is too weak, and so is rank H_{F_i} > 2n for one i
// beside ∇F ≠ 0. What the proof needs: F(w*) = y, rank H_{F_i} > 2n and ∇F_i outside the span of the other gradients.
// Proof: move w* by ±ρu with ∇F_k·u = 0 for k ≠ i. Then H_L = ∇Fᵀ∇F ± ρ(∇F_i·u)(H_{F_i} + O(ρ)), the first term of
// rank ≤ n; both signs positive semidefinite leaves H_{F_i} at most n eigenvalues of either sign.

/// <summary>When the loss is convex in no neighborhood of an interpolating point.</summary>
public sealed partial record LocalNonconvexity : Claim<LocalNonconvexityCell, LocalNonconvexityOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/local-nonconvexity",
        Title = "Around an interpolating point with a Hessian of rank above 2n the loss is not convex",
        Kind = ClaimKind.Existence,
        Source = OverparameterizedLandscapesTalk.At("Loss landscape in overparameterized case, Prop 1 (9/23)"),
        Quotations =
        [
            """
            Suppose $\nabla F(w^*) \neq 0$ and a mild technical assumption on $\{H_{F_i}\}_{i=1}^n$, then
            $L(w)$ isn't convex in any neighbourhood of $w^*$
            """,
            @"Assume } > \text{rank-1}",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            \nabla F(w^*)\ne 0 \text{ and a mild technical assumption on } \{H_{F_i}\}_{i=1}^n \ (n=1:
            \mathrm{rank}\,H_F>1) \Rightarrow
            L \text{ isn't convex in any neighbourhood of } w^*
            """)
        {
            Corrected =
                """
                F(w^*)=y, \ \mathrm{rank}\,H_{F_i}(w^*)>2n \text{ and } \nabla F_i(w^*)\notin\mathrm{span}\{\nabla
                F_k(w^*) : k\ne i\} \text{ for one } i \Rightarrow
                L \text{ isn't convex in any neighbourhood of } w^*
                """,
            Reason =
                "F(a, b) = a/√(1 + b) with y = 0 has ∇F(0) = (1, 0) and a Hessian of rank 2, but L = a²/(2(1 + "
                + "b)) is convex; its generalization A(z)^(−1/2)w has rank 2n. Rank above 2n for one i "
                + "with ∇F ≠ 0 alone does not suffice either: F = (½‖w‖², w_1), y = 0, p = 5 has rank 5 > 4, "
                + "but L = ⅛‖w‖⁴ + ½w_1² is convex.",
        },
        Hypotheses = ["F twice continuously differentiable", "w* interpolates: F(w*) = y",
            "rank H_{F_i}(w*) > 2n for an i whose gradient is independent of the others"],
        Method =
            "At points w* ± ρu, where u moves F_1 alone, and in random directions the least eigenvalue of H_L "
            + "is found for ρ = 2⁻⁸ … 2⁻¹⁶, on Gaussian quadratic maps and tanh networks, and on five families "
            + "that miss one hypothesis each; there "
            + "H_L has to be positive definite, or equal the square of its closed-form root. For a/√(1 + b), "
            + "det H_L = 0 is shown in exact arithmetic. The negative eigenvalue has to grow linearly with ρ.",
    };

    [Parameter("n", "numbers of samples", Minimum = 1, Maximum = 4, Size = true)]
    public Choices<int> Outputs { get; init; } = [1, 2];

    [Parameter("rank", "the rank that the Hessian of one output has to exceed")]
    public CurvatureRankRule Rank { get; init; } = CurvatureRankRule.TwiceTheSamples;

    [Parameter("gradient", "what is asked of the gradients of the outputs")]
    public GradientRule Gradient { get; init; } = GradientRule.Independent;

    [Parameter("interpolating", "whether F(w*) = y is asked for")]
    public bool IsInterpolating { get; init; } = true;

    [Parameter("power", "power of the distance that the negative eigenvalue follows", Minimum = 0.5, Maximum = 4)]
    public double Power { get; init; } = 1;

    public override Claim AsPrinted =>
        this with
        {
            Rank = CurvatureRankRule.Samples,
            Gradient = GradientRule.NotAllZero,
        };

    public override string PrintedPart => "negative";

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("rank above 2n − 1", this with { Rank = CurvatureRankRule.BelowTwiceTheSamples }, "negative"),
        new(
            "∇F(w*) ≠ 0 instead of an independent gradient",
            this with
            {
                Gradient = GradientRule.NotAllZero,
            },
            "negative"),
        new("nothing asked of the gradients", this with { Gradient = GradientRule.None }, "negative"),
        new("w* need not interpolate", this with { IsInterpolating = false }, "negative"),
        new("the negative eigenvalue grows like ρ^1.1", this with { Power = 1.1 }, "linear"),
    ];

    public override int Decisions => 3;

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Outputs = [1, 2, 3, 4] };

    protected override Experiment<LocalNonconvexityCell, LocalNonconvexityOutcome> Experiment { get; } =
        new LocalNonconvexityExperiment();

    protected override IReadOnlyList<LocalNonconvexityCell> Cells =>
    [
        .. from family in Enum.GetValues<LandscapeFamily>()
           from n in Outputs
           where n > 1 || family != LandscapeFamily.BowlBesideLines
           select new LocalNonconvexityCell(family, n),
    ];

    protected override int TrialsNeeded(double level) => TrialDesign.TrialsToSee(0.2, level);

    protected override Evidence Judge(Examination<LocalNonconvexityCell, LocalNonconvexityOutcome> examination)
    {
        Examination<LocalNonconvexityCell, LocalNonconvexityOutcome> premise = examination.Given(Satisfies);

        // +1 where L is convex at all points probed, −1 where a negative eigenvalue is certain, NaN where neither is.
        Evidence negative = premise.ForAll(
            "H_L has a negative eigenvalue arbitrarily close to w*",
            (_, o) => o.IsNotConvex ? -1 : o.IsConvex ? 1 : double.NaN,
            (_, _) => 0,
            "signs of eigenvalues beyond their rounding error 20·p·u·‖H_L‖");
        Examination<LocalNonconvexityCell, LocalNonconvexityOutcome> generic = premise
            .Where(cell => cell.Family is LandscapeFamily.GaussianQuadratic or LandscapeFamily.TanhNetwork)
            .Given((_, o) => o.LeastEigenvalues.All(value => value < 0));
        Evidence linear = generic.Follows(
            "the negative eigenvalue is linear in the distance",
            // Over their geometric mean, the eigenvalues of all draws lie on one line but for the scatter of their
            // slopes. the draws.
            [
                .. generic.Observations.SelectMany(observation =>
                {
                    double mean = SampleStatistics.GeometricMean(
                        observation.Outcome.LeastEigenvalues.Select(value => -value));
                    return LocalNonconvexityExperiment.Radii.Select(
                        (radius, k) => (radius, -observation.Outcome.LeastEigenvalues[k] / mean));
                }),
            ],
            Power,
            pointError: 0,
            allowance: 0.02,
            resolution: 0.04,
            gap: 0.1);
        Examination<LocalNonconvexityCell, LocalNonconvexityOutcome> exact = examination.Given(
            (_, o) => !double.IsNaN(o.ExactDeterminant));
        return Evidence.All(
            negative.Named("negative"),
            linear.Named("linear"),
            exact
                .ForAll(
                    "det H_L = 0 for a²/(2(1 + b)), so that it is convex",
                    (_, o) => o.ExactDeterminant,
                    (_, _) => 0,
                    "dyadic points, at which nothing rounds; more of them than the degree of the polynomial t⁸·det")
                .Named("determinant")
                .AsSupplement());
    }

    private bool Satisfies(LocalNonconvexityCell cell, LocalNonconvexityOutcome o)
    {
        int n = cell.Outputs;
        int rank = Rank switch
        {
            CurvatureRankRule.TwiceTheSamples => 2 * n,
            CurvatureRankRule.BelowTwiceTheSamples => 2 * n - 1,
            _ => n,
        };
        bool gradient = Gradient switch
        {
            GradientRule.Independent => o.OwnGradient > 1e-8,
            GradientRule.NotAllZero => o.JacobianNorm > 1e-8,
            _ => true,
        };
        return o.HessianRank > rank && gradient && (!IsInterpolating || o.Loss == 0);
    }
}
