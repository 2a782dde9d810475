namespace Verification.Spec.RandomSystems.HessianDescent;

// What the claim says, in words; what it does stands beside it.
public sealed partial record HessianDescentTheorem
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/hessian-descent-theorem",
        Title = "Hessian descent ends at R_n/n ≤ u(1) + C_0δ; its risks follow a recursion that tends to u like δ",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Asymptotic,
        Source = RandomSystemsTalk.At("Analysis"),
        Quotations =
        [
            @"\frac{du}{dt}(t) = -\frac{1}{2\alpha} z_*(\alpha; \sqrt{2\alpha u(t)\xi''(t)}, \xi'(t)), \quad u(0) = "
                + @"\frac{1}{2}\xi(0).",
            @"\frac{1}{n} R_n(\mathbf{x}^{\text{HD}}) \leq u(1; \alpha, \xi) + C_0 \delta.",
        ],
        Statement = new(
            """
            \tfrac1nR_n(x^{\mathrm{HD}})\le u(1)+C_0\delta,\quad
            C_0=\xi'(1)\big(\tfrac14+\tfrac1{2\alpha}\big)+\sqrt{\xi(0)\xi''(1)/\alpha};
            u_1=\tfrac12\xi(\delta),\quad
            u_{k+1}=u_k-\tfrac{\delta}{2\alpha}z_*+\tfrac12\big(\xi(q+\delta)-\xi(q)-\delta\xi'(q)\big)
            +\delta^2u_k\big(\tfrac{\xi''(q)}{g}\big)^2,\quad q=k\delta,\
            z_*=z_*\big(\alpha,\sqrt{2\alpha u_k\xi''(q)},\xi'(q)\big)\text{ attained at }g=\tfrac1m:\quad
            \big|\tfrac1nR_n(x^k)-u_k\big|\le\tfrac{w}2\xi(1),\quad |u_{1/\delta}-u(1)|\le C_0\delta
            """),
        Hypotheses =
        [
            "0 < α < 1",
            "z_* with a²m, as the talk has it where it speaks of λ_min",
            "‖F(x^1)‖² = nξ(δ), its mean",
            "C_0 may depend on α and ξ; as α → 0 it grows like 1/α, since the last term of the recursion does",
            "dδ ≥ 20 and n/δ ≥ 200, where the window w is reached; the theorem is about d → ∞",
            "ξ has degree 2 at least, else there is no curvature to descend by",
        ],
        Method =
            "Runs of Hessian descent by conditioning, with the least eigenvector and with a slack of dδ, each: the "
            + "share that ends below the bound, and the share whose risks stay near the recursion's on the "
            + "whole way. The window is an allowance. The recursion's end is compared with u(1), which is enclosed, "
            + "at five δ.",
    };
}
