namespace Verification.Spec.ImplicitBias.KernelRegime;

// What the claim says, in words; what it does stands beside it.
public sealed partial record ScalingLimit
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/scaling-limit",
        Title =
            "From αw₀ the displacement times α^(D−1), in the time t/α^(2D−2), is that of the kernel flow up to "
            + "O(α^(−D))",
        Kind = ClaimKind.Limit,
        Guarantee = Guarantee.Asymptotic,
        Source = ImplicitBiasTalk.At(
            "Kernel Regime and Scale of Init; Squared Loss vs Exp Loss",
            ImplicitBiasTalk.LazyTraining),
        Quotations =
        [
            @"For squared loss, under some conditions [Chizat and Bach 18]: $$\lim_{\alpha \rightarrow \infty} \sup_t "
                + @"\left\| \frac{1}{\alpha} w_\alpha \left( \frac{1}{\alpha^{D-1}} t \right) - w_K(t) \right\| = 0$$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            F \ D\text{-homogeneous}, \ F(w_0)=0, \ w_\alpha(0)=\alpha w_0,
            \ w_K \text{ the flow of the model linearized at } w_0:
            \lim_{\alpha\to\infty}\sup_t\Big\|\tfrac1\alpha w_\alpha\big(\tfrac{1}{\alpha^{D-1}}t\big)-w_K(t)\Big\|=0
            """)
        {
            Corrected =
                @"\sup_t\big\|\alpha^{D-1}\big(w_\alpha(t/\alpha^{2(D-1)})-\alpha "
                    + @"w_0\big)-(w_K(t)-w_0)\big\|=O(\alpha^{-D})",
            Reason =
                "Two faults. (1/α)w_α stays within O(α^(−D)) of w₀ at all times, so that the printed distance "
                    + "tends to ‖w_K(∞) − w₀‖, whatever the time; and the time has the exponent 2(D−1): "
                + "with the displacement enlarged and the printed time, both flows start together and drift apart. "
                + "At D = 1 the corrected form is trivial; the printed distance is (1 − 1/α)‖w_K(t) − w₀‖.",
        },
        Hypotheses =
        [
            "squared loss, fixed labels",
            "D ≥ 2, F(w₀) = 0",
            "the tangent kernel at w₀ is positive definite on the data",
            "a model whose Jacobian is locally Lipschitz near w₀, for the order α^(−D)",
        ],
        Method =
            "Diagonal networks from 𝟏 and their linearizations are integrated together, in common Taylor steps "
                + "with proven error bounds, at α = 2^k; the distance relative to ‖w_K(∞) − w₀‖ is bounded from below "
                + "on a grid of times in powers of two and from above on every step. "
            + "It must stay below an envelope that is computed from ‖X‖, σ_min(X) and the labels alone and falls "
            + "like α^(−D); and its mean follows that power.",
    };
}
