namespace Verification.Spec.QuadraticNetworks.Landscape;

// What the claim says, in words; what it does stands beside it.
public sealed partial record EmpiricalEnergyBarrier
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/empirical-energy-barrier",
        Title = "Rank-deficient students have empirical risk at least ½C·σ_min(W*)⁴, given enough samples",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Bound,
        Source = StationaryPointsTalk.At("Optimization Landscape: An Energy Barrier"),
        Quotations =
        [
            @"under certain technical assumptions (in particular if N = d^{O(1)}), it holds that with high probability,",
            @"\hat{\mathcal{L}}(W) = … \frac{1}{N} \sum_{1 \leq i \leq N} (Y_i - f(W; X_i))^2 \geq \frac{1}{2} C_5 "
                + @"\sigma_{\min}(W^*)^4.",
            @"if \text{rank}(W) < d, then \widehat{\mathcal{L}}(W) is bounded away from zero by an explicit constant.",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            \text{under certain technical assumptions, in particular if } N=d^{O(1)}: \text{ w.h.p. } \min_{\mathrm{rank}(W)\le d-1}\widehat{\mathcal{L}}(W)
            \ge\tfrac12 C_5\,\sigma_{\min}(W^*)^4
            """)
        {
            Corrected =
                """
                \text{for each law with } \mathrm{Var}(x^2)>0 \text{ a } c \text{ with: for } N \ge c\,\tfrac{d(d+1)}{2}
                \quad \mathbb{P}\Big[\min_{\mathrm{rank}(W)\le d-1}\widehat{\mathcal{L}}(W)
                \ge\tfrac12 \min\{\mu_4-\mu_2^2,2\mu_2^2\}\,\sigma_{\min}(W^*)^4\Big] \ge 0.9
                """,
            Reason =
                "Of the assumptions only N = d^{O(1)} is named, which bounds the number of samples from above. "
                + "With N = d(d+1)/2 − 1 samples, a polynomial in d, a rank-deficient student interpolates and "
                + "the minimum is exactly 0; at N = d(d+1)/2 it is positive but far below the bound. What is "
                + "needed is N of at least a large multiple of d(d+1)/2, 64 for the laws and sizes examined. The "
                + "multiple depends on the law: bounded coordinates that are rarely other than 0 leave some x_i "
                + "x_j at 0 in all samples, and the minimum is 0.",
        },
        Hypotheses =
        [
            "data i.i.d. with i.i.d. centered coordinates, Var(x²) > 0",
            "rank(W*) = d",
            "N ≥ c·d(d+1)/2 with c of the law; c = 64 suffices for the laws and sizes examined",
        ],
        Method =
            "Each draw encloses the minimum between λ_min(Ĝ) σ⁴ (Ĝ the empirical covariance of svec(XXᵀ), the "
            + "eigenvalue within a proven bound) and the risk of an explicit rank-deficient student found through the "
            + "dual. A trial succeeds if the lower end reaches the bound and fails if the upper end misses it; what "
            + "lies between counts against both. For each law, dimension and teacher the probability of success is "
            + "bounded by Clopper–Pearson, and has to rise by one half from N = d(d+1)/2. The minimum lies some 1.6 "
            + "times above the bound: exponents off by 0.4 show, a factor of 1.1 does not.",
    };
}
