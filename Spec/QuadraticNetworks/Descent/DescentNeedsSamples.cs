using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Descent;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Descent;

// "Convergence of Gradient Descent" has no condition on N. On N < d(d+1)/2 samples a student of rank d − 1 interpolates
// ("Sample Complexity"): its risk is 0, below every barrier, its gradient vanishes, descent stays, and it is neither of
// full rank nor close to the teacher. What survives for every N and every start is the sum over a descent of step
// 1/L_s: L̂(W_0) − L̂(W_K) ≥ ½ηΣ‖∇L̂(W_k)‖².

/// <summary>Below d(d+1)/2 samples descent from below the barrier can stay at rank d − 1; only small gradients
/// survive.</summary>
public sealed partial record DescentNeedsSamples : Claim<FewSamplesCell, FewSamplesOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/descent-needs-samples",
        Title =
            "On fewer than d(d+1)/2 samples a start below the barrier can stay at rank d − 1, away from the teacher",
        Kind = ClaimKind.Existence,
        Source = StationaryPointsTalk.At("Optimization Landscape: Convergence of Gradient Descent"),
        Quotations =
        [
            @"Suppose \widehat{\mathcal{L}}(W_0) < \frac{1}{2} C_5 \sigma_{\min}(W^*)^4 . Then, there is a high "
                + @"probability event on which:",
            @"Running gradient descent (with a certain step size) generates a full-rank, \epsilon -approximate "
                + @"stationary point",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            \widehat{\mathcal{L}}(W_0)<\tfrac12C_5\sigma^4 \Rightarrow \text{gradient descent generates } W \text{ with }
            \mathrm{rank}(W)=d,\ \|\nabla\widehat{\mathcal{L}}(W)\|_F\le\epsilon, \text{ w.h.p., for every } N
            """)
        {
            Corrected =
                """
                \text{for } \lambda_{\min}(\widehat G)>0 \text{ and } \widehat{\mathcal{L}}(W_0)<\lambda_{\min}(\widehat G)\,\sigma^4;
                \quad N<\tfrac{d(d+1)}{2} \Rightarrow \exists W_0:\ \mathrm{rank}(W_0)=d-1,\ \widehat{\mathcal{L}}(W_0)=0,
                \ \nabla\widehat{\mathcal{L}}(W_0)=0,\ \mathcal{L}(W_0)\ge C\sigma^4;
                \quad \text{for } X_1,\ldots,X_N \text{ that span } \mathbb{R}^d \text{ and every } W_0,\ K:
                \widehat{\mathcal{L}}(W_0)-\widehat{\mathcal{L}}(W_K)
                \ge\tfrac12\eta\sum_{k<K}\|\nabla\widehat{\mathcal{L}}(W_k)\|_F^2,\ \eta=1/L_s
                """,
            Reason =
                "The theorem is stated without a number of samples. On d(d+1)/2 − 1 of them a student of rank d − 1 "
                + "interpolates for every draw of the data: it starts below the barrier, descent does not move it, "
                + "its rank is not full, and its population risk is that of the barrier or more, whatever ε. What a "
                + "step 1/L_s yields for all data that span ℝ^d is a gradient of at most ε within 2L_sL̂(W0)/ε² "
                + "steps, no more.",
        },
        Hypotheses = ["rank(W*) = d", "N < d(d+1)/2 for the existence; data with Var(x²) > 0",
            "for the descent: data that span ℝ^d; L_s bounds the curvature of L̂ where it is at most L̂(W0)"],
        Method =
            "The interpolant on the boundary of the cone of positive semidefinite matrices is built, and an exact one "
            + "of width d − 1 beside it is proved to exist (Newton and Kantorovich); its population risk is bounded "
            + "with it. From random weights of width d a descent of step 1/L_s is followed: its gain over ηΣ‖∇L̂‖² "
            + "lies between ½ and 1, and 1 shows.",
    };

    [Parameter(
        "law", "laws of the coordinates", Values = "gaussian, uniform, laplace, student-t-ν (ν ≥ 5)", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform];

    [Parameter("d", "data dimensions", Minimum = 2, Maximum = 6, Size = true)]
    public Choices<int> Dimensions { get; init; } = [2, 3];

    [Parameter("missing", "samples missing to d(d+1)/2", Minimum = 1, Maximum = 20, Size = true)]
    public int Missing { get; init; } = 1;

    [Parameter("steps", "steps K of the descent from random weights", Minimum = 1, Maximum = 10_000)]
    public int Steps { get; init; } = 100;

    [Parameter("full-rank", "whether descent from below the barrier is said to end at rank d")]
    public bool IsFullRank { get; init; }

    [Parameter("gain", "the c in L̂(W0) − L̂(W_K) ≥ cηΣ‖∇L̂‖²", Minimum = 0, Maximum = 4)]
    public double Gain { get; init; } = 0.5;

    [Parameter("factor", "factor before Cσ⁴ in the bound of the population risk", Minimum = 0, Maximum = 1e6)]
    public double Factor { get; init; } = 1;

    public override Claim AsPrinted => this with { IsFullRank = true };

    public override string? PrintedPart => "start";

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("gain of ηΣ‖∇L̂‖²", this with { Gain = 1 }, "gain"),
        new("population risk of at least 6Cσ⁴", this with { Factor = 6 }, "start"),
    ];

    public override int Decisions => 2;

    public override IEnumerable<string> UnmetHypotheses => Laws.Where(law => !law.IsContinuous)
        .Select(law => $"the law {law} is not continuous: exact interpolants are proved for data in general position")
        .Concat(Dimensions.Any(d => SymmetricVectorization.Dimension(d) <= Missing) ? ["no sample is left"] : [])
        .Concat(Dimensions.Any(d => SymmetricVectorization.Dimension(d) - Missing < d)
            ? ["fewer samples than dimensions do not span ℝ^d"]
            : []);

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Dimensions = [2, 3, 4] };

    protected override Experiment<FewSamplesCell, FewSamplesOutcome> Experiment { get; } = new FewSamplesExperiment();

    protected override IReadOnlyList<FewSamplesCell> Cells =>
        [
            .. from law in Laws
            from d in Dimensions
            select new FewSamplesCell(law, d, SymmetricVectorization.Dimension(d) - Missing, Steps),
        ];

    protected override Evidence Judge(Examination<FewSamplesCell, FewSamplesOutcome> examination) =>
        Evidence.All(
            examination
                .Count(
                    IsFullRank
                        ? "no start of risk 0 stays at rank d − 1"
                        : "a start of risk 0 stays at rank d − 1, with population risk of at least Cσ⁴",
                    happened: (cell, o) => !IsFullRank && o.PopulationRisk >= Factor * cell.Law.BarrierConstant,
                    certain: (cell, o) => o.IsProved
                        && (
                            IsFullRank
                            || Math.Abs(o.PopulationRisk - Factor * cell.Law.BarrierConstant) > o.PopulationError),
                    probability: 1).Named("start"),
            examination.ForAll(
                "L̂(W_0) − L̂(W_K) ≥ cηΣ‖∇L̂(W_k)‖²",
                (_, o) => Gain - o.Gain,
                (_, o) => o.GainError,
                "rounding of the risks, and one more for each step").Named("gain"));
}
