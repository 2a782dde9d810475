namespace Verification.Spec.QuadraticNetworks.Descent;

// What the claim says, in words; what it does stands beside it.
public sealed partial record RiskAtSmallGradient
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/risk-at-small-gradient",
        Title = "Below the barrier L̂, ‖WᵀW − S*‖_F and L are of the orders ε², ε and ε² in ε = ‖∇L̂‖",
        Kind = ClaimKind.Scaling,
        Source = StationaryPointsTalk.At(
            "Optimization Landscape: Convergence of Gradient Descent, second bullet; constants, both sides and "
                + "exponents are derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \theta<1,\ \epsilon=\|\nabla\widehat{\mathcal{L}}(W)\|_F \Rightarrow
            \frac{\epsilon^2}{16\lambda_{\max}B^2}\le\widehat{\mathcal{L}}(W)\le\frac{\epsilon^2}{16\lambda_{\min}(1-\sqrt\theta)\sigma^2},
            \quad \frac{\epsilon}{4\lambda_{\max}B}\le\|W^TW-W^{*T}W^*\|_F\le\frac{\epsilon}{4\lambda_{\min}\sqrt{1-\sqrt\theta}\,\sigma},
            \quad C\|W^TW-W^{*T}W^*\|_F^2\le\mathcal{L}(W)\le\Lambda\|W^TW-W^{*T}W^*\|_F^2
            """),
        Hypotheses =
        [
            "rank(W*) = d, σ = σ_min(W*)",
            "λ_min, λ_max the extreme eigenvalues of the tensorized covariance, λ_min > 0",
            "B² = ‖W*‖² + √θσ², C and Λ the extreme eigenvalues of the expected tensorized covariance",
        ],
        Method =
            "At every iterate of descents from below the barrier risk and distance are compared with the gradient, "
            + "from above and below: at d = 1 the upper bounds are attained, and a tenth in a constant shows. At the "
            + "first iterates below the last seven of ten ε the geometric means of risk, distance and population risk "
            + "over the runs whose upper and lower constants differ by a factor of 4 at most give the exponents; "
            + "their intervals allow for half of that, on a logarithmic scale, whatever the exponent: half an "
            + "exponent shows.",
    };
}
