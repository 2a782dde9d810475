using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Spec.PolyakLojasiewicz.Networks;

// Theorem 4, remarks: κ := 1/(ημ) = sup λ_max(H_L)/μ, and κ = λ_max(AAᵀ)/λ_min(AAᵀ) for F(w) = Aw. With η =
// 1/λ_max(H_L) the loss contracts by exactly (1 − 1/κ)² along the weakest direction, and by at most that in any
// other; the theorem's rate is 1 − 1/κ. For networks λ_max(H_L) ≤ L_F² + β_F‖r‖, with equality to λ_max(K) at a
// solution.

/// <summary>The condition number of a system, and what it says about the rate.</summary>
public sealed record ConditionNumber : Claim<ConditionNumberCell, ConditionNumberOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/condition-number",
        Title = "Linear systems have κ = λ_max(AAᵀ)/λ_min(AAᵀ) and contract by (1 − 1/κ)² at worst",
        Kind = ClaimKind.Identity,
        Source = OverparameterizedLandscapesTalk.At(
            "Theorem 4, remarks on the condition number; the exact contraction is derived here"),
        Quotations =
        [
            """
            Condition number  $\kappa := \frac{1}{\eta\mu} = \sup_{w \in B(w_0, R)}
            \frac{\lambda_{\max}(H_L(w))}{\mu}$
            """,
            """
            In the special case of a linear system  $F(w) = Aw$  with  $L(w) = \frac{1}{2} \|Aw - y\|^2$ , then
            $\kappa = \frac{\lambda_{\max}(AA^T)}{\lambda_{\min}(AA^T)}$
            """,
        ],
        Statement = new(
            """
            \kappa := (\eta\mu)^{-1} = \sup_{w\in B(w_0,R)}\frac{\lambda_{\max}(H_L(w))}{\mu};
            \text{ for } F(w)=Aw,\ \kappa=\frac{\lambda_{\max}(AA^T)}{\lambda_{\min}(AA^T)}
            """),
        Hypotheses =
        [
            "η = 1/sup λ_max(H_L), μ with ½‖∇L‖² ≥ μL",
            "A of full row rank, n ≤ p",
        ],
        Method =
            "For Gaussian A the largest eigenvalue of the p × p Hessian is compared with that of AAᵀ; descent "
            + "with η = 1/λ_max(H_L) has to contract the loss by (1 − 1/κ)² from the weakest direction and by "
            + "no less from random labels. For shallow networks λ_max(H_L) must not exceed "
            + "L_F² + β_F‖r‖, of which 0.4 would be seen, and equals λ_max(K) where the residual vanishes.",
    };

    [Parameter("n", "numbers of samples", Minimum = 1, Maximum = 32, Size = true)]
    public Choices<int> Samples { get; init; } = [2, 5];

    [Parameter("extra", "parameters beyond the samples", Minimum = 1, Maximum = 200, Size = true)]
    public Choices<int> Extra { get; init; } = [2, 10];

    [Parameter("m", "width of the networks", Minimum = 1, Maximum = 4096, Size = true)]
    public int Width { get; init; } = 8;

    [Parameter("singular-values", "whether κ is the ratio of singular values of A")]
    public bool SingularValues { get; init; }

    [Parameter("contraction-power", "power of 1 − 1/κ in the worst contraction", Minimum = 1, Maximum = 3)]
    public int ContractionPower { get; init; } = 2;

    [Parameter("rate", "k in the rate 1 − k/κ", Minimum = 0, Maximum = 2)]
    public double RateFactor { get; init; } = 1;

    [Parameter("curvature", "factor before λ_max(AAᵀ)", Minimum = 0, Maximum = 10)]
    public double CurvatureFactor { get; init; } = 1;

    [Parameter("worst", "factor before the contraction that none exceeds", Minimum = 0, Maximum = 10)]
    public double WorstFactor { get; init; } = 1;

    [Parameter("network", "factor before L_F² + β_F‖r‖", Minimum = 0, Maximum = 10)]
    public double NetworkFactor { get; init; } = 1;

    [Parameter("solution", "factor before λ_max(K) at a solution", Minimum = 0, Maximum = 10)]
    public double SolutionFactor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("ratio of singular values instead of eigenvalues", this with { SingularValues = true }, "contraction"),
        new("worst contraction 1 − 1/κ", this with { ContractionPower = 1 }, "contraction"),
        new("rate 1 − 2/κ", this with { RateFactor = 2 }, "rate"),
        new("a curvature of 1.001λ_max(AAᵀ)", this with { CurvatureFactor = 1.001 }, "curvature"),
        new("no step contracts less than 0.9(1 − 1/κ)²", this with { WorstFactor = 0.9 }, "worst"),
        new("0.4(L_F² + β_F‖r‖) for networks", this with { NetworkFactor = 0.4 }, "networks"),
        new("0.999λ_max(K) at a solution", this with { SolutionFactor = 0.999 }, "solution"),
    ];

    public override int Decisions => 7;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Samples = [2, 5, 8], Width = 32 },
        _ => this with { Samples = [2, 5, 8, 16], Width = 64 },
    };

    protected override Experiment<ConditionNumberCell, ConditionNumberOutcome> Experiment { get; } =
        new ConditionNumberExperiment();

    protected override IReadOnlyList<ConditionNumberCell> Cells =>
        [.. from n in Samples from extra in Extra select new ConditionNumberCell(n, n + extra, Width)];

    protected override Evidence Judge(Examination<ConditionNumberCell, ConditionNumberOutcome> examination)
    {
        return Evidence.All(
            examination
                .ForAll(
                    "the largest curvature of the loss is λ_max(AAᵀ)",
                    (_, o) => Math.Abs(o.HessianNorm / (CurvatureFactor * o.LargestEigenvalue) - 1),
                    Eigenvalues,
                    Derivation)
                .Named("curvature"),
            examination
                .ForAll(
                    "the loss contracts by (1 − 1/κ)² from the weakest direction",
                    (_, o) => Math.Abs(o.WorstContraction - Contraction(o)),
                    Eigenvalues,
                    Derivation)
                .Named("contraction"),
            examination
                .ForAll(
                    "the loss contracts at rate 1 − 1/κ",
                    (_, o) => o.WorstContraction - (1 - RateFactor / κ(o)),
                    Eigenvalues,
                    Derivation)
                .Named("rate"),
            examination
                .ForAll(
                    "no step contracts less",
                    (_, o) => o.RandomContraction - WorstFactor * o.WorstContraction,
                    Eigenvalues,
                    Derivation)
                .Named("worst"),
            examination
                .ForAll(
                    "λ_max(H_L) ≤ L_F² + β_F‖r‖ for networks",
                    (_, o) => (1 + o.NetworkExcess) / NetworkFactor - 1,
                    NetworkRounding,
                    "relative rounding of m-term sums and of closed-form constants; Lanczos' value lies below")
                .Named("networks"),
            examination
                .ForAll(
                    "λ_max(H_L) ≤ λ_max(K) at a solution",
                    (_, o) => (1 + o.SolutionExcess) / SolutionFactor - 1,
                    NetworkRounding,
                    "relative rounding of m-term sums; Lanczos' value lies below").Named("solution"),
            examination.ForAllEstimated(
                "λ_max(H_L) = λ_max(K) at a solution",
                (_, o) => new Estimated(Math.Abs(o.SolutionExcess), 0),
                "Lanczos' value, which ends within a millionth of the largest eigenvalue unless the start "
                + "misses its direction",
                resolution: 1e-6).Named("solution-attained").AsSupplement());
    }

    private double κ(ConditionNumberOutcome o)
    {
        double ratio = o.LargestEigenvalue / o.LeastEigenvalue;
        return SingularValues ? Math.Sqrt(ratio) : ratio;
    }

    private double Contraction(ConditionNumberOutcome o)
    {
        double contraction = 1, factor = 1 - 1 / κ(o);
        for (int i = 0; i < ContractionPower; i++)
            contraction *= factor;
        return contraction;
    }

    private const string Derivation =
        "rounding of AAᵀ and of its eigenvalues, relative to the least; a residual that has come down a "
        + "thousandfold carries a thousand times its rounding";

    private static double NetworkRounding(ConditionNumberCell cell, ConditionNumberOutcome o) =>
        32 * (cell.Width + 20.0 * cell.Samples + 40) * UnitRoundoff;

    private static double Eigenvalues(ConditionNumberCell cell, ConditionNumberOutcome o) =>
        20 * o.EigenvalueError + (cell.Parameters + 20) * 2.4e-13;
}
