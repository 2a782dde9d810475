namespace Verification.Spec.ImplicitBias.Regularization;

// What the claim says, in words; what it does stands beside it.
public sealed partial record SparseLearning
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/sparse-learning",
        Title = "At d = 1000, k = 5, m = 100 a small start recovers the sparse vector, a large one does not",
        Kind = ClaimKind.Figure,
        Guarantee = Guarantee.Bound,
        Source = ImplicitBiasTalk.At(
            "Sparse Learning, first slide; the bounds are read off here",
            ImplicitBiasTalk.KernelAndRich + ", section 5"),
        Quotations =
        [
            @"$$y_i = \langle \beta^*, x_i \rangle + N(0, 0.01)$$ $$d = 1000, \quad \|\beta^*\|_0 = 5, \quad m = 100$$",
        ],
        Statement = new(
            """
            x_i\sim N(0,I), \ \beta^*=k^{-1/2}(1,\dots,1,0,\dots,0):
            \quad \mathbb P\big(\|\beta_\alpha-\beta^*\|^2<0.025 \text{ at } \alpha=10^{-4}\big)\ge\tfrac12,
            \mathbb P\Big(\|\beta_\alpha-\beta^*\|^2>\tfrac12\cdot\frac{0.01\,m}d
            \text{ at } \alpha=10^{-4}\Big)\ge\tfrac12,
            \quad \mathbb P\big(\|\beta_\alpha-\beta^*\|^2>0.8 \text{ at } \alpha=1\big)\ge\tfrac12
            """),
        Hypotheses =
        [
            "N(0, 0.01) is read as variance 0.01",
            "standard normal inputs and equal nonzero entries with ‖β*‖ = 1: the slide states neither",
        ],
        Method =
            "The ends of the flow by the dual Newton method with proven bounds, at the printed sizes from the "
            + "standard tier on (d = 400, k = 3, m = 50 at the smoke tier, a like multiple of the 2k·log(d/k) samples "
            + "that recovery needs); each draw counts for certain where the error lies on one side of the threshold by "
            + "more than its bound. 0.025 is the target of the second slide; interpolating the noise costs its share "
            + "of the error, by Cauchy and Schwarz at least ‖ε‖⁴/‖Xᵀε‖²; 0.8 lies more "
            + "than three deviations below the error of least ℓ2 norm.",
    };
}
