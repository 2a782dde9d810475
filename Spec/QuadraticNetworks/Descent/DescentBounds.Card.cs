namespace Verification.Spec.QuadraticNetworks.Descent;

// What the claim says, in words; what it does stands beside it.
public sealed partial record DescentBounds
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/descent-bounds",
        Title = "Bounds at ‖∇L̂‖ ≤ ε with constants for all teachers: L̂, L of order εσ, ‖A‖ of order √(εσ)",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = StationaryPointsTalk.At("Optimization Landscape: Convergence of Gradient Descent, second bullet"),
        Quotations =
        [
            @"\widehat{\mathcal{L}}(W) \leq C \epsilon \sigma_{\min}(W^*)^{-2} \text{poly}(d) , \mathcal{L}(W) \leq C' "
                + @"\epsilon \sigma_{\min}(W^*)^{-1} \text{poly}(d)",
            @"\|W^T W - (W^*)^T W^*\|_F \leq C'' \epsilon^{\frac{1}{2}} \sigma_{\min}(W^*)^{-1} \text{poly}(d) . C, "
                + @"C', C'' > 0 constants.",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            \widehat{\mathcal{L}}(W)\le C\epsilon\sigma^{-2}\mathrm{poly}(d),\ \mathcal{L}(W)\le C'\epsilon\sigma^{-1}\mathrm{poly}(d),
            \ \|W^TW-W^{*T}W^*\|_F\le C''\epsilon^{1/2}\sigma^{-1}\mathrm{poly}(d)
            \quad \text{with } C,C',C'' \text{ for all teachers, } \sigma=\sigma_{\min}(W^*)
            """)
        {
            Corrected =
                """
                \widehat{\mathcal{L}}(W)\le K\epsilon\sigma,\ \mathcal{L}(W)\le\frac{\Lambda}{\lambda_{\min}}K\epsilon\sigma,
                \ \|W^TW-W^{*T}W^*\|_F\le\sqrt{\frac{K}{\lambda_{\min}}\,\epsilon\sigma};
                \quad K=\frac{\sqrt\theta}{4\sqrt{1-\sqrt\theta}},\ \theta=\frac{\widehat{\mathcal{L}}(W_0)}{\lambda_{\min}\sigma^4}<1
                """,
            Reason =
                "Replacing W, W* and ε by tW, tW* and t³ε turns a descent into a descent and keeps θ, while left- "
                + "over right-hand side grows by t³, t² and t^1.5: whatever C, C', C'' and poly(d) are, a large "
                + "teacher of the same dimension violates all three. The printed bounds need ‖W*‖ bounded by a "
                + "polynomial in d, or σ ≤ 1, or ε bounded by a constant. The exponents do not follow from one "
                + "another either: the third with L ≤ Λ‖A‖² gives σ⁻² in the second.",
        },
        Hypotheses =
        [
            "L̂(W0) < λ_min σ⁴, W an iterate of gradient descent with ‖∇L̂(W)‖ ≤ ε",
            "λ_min > 0 the least eigenvalue of the empirical tensorized covariance, Λ the greatest of the expected one",
        ],
        Method =
            "Descents from below the barrier towards teachers of sizes 4^k, with ε = 10^(−j/2)‖∇L̂(W0)‖, j = 1, …, "
            + "10, at the first iterate that reaches it. Powers of four scale without rounding. The printed powers "
            + "are examined with the constants of the corrected bounds times a million, so that what refutes them is "
            + "the size of the teacher. The constants are bounds: a tenth of them shows, half does not.",
    };
}
