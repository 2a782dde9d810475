namespace Verification.Spec.ImplicitBias.Regularization;

// What the claim says, in words; what it does stands beside it.
public sealed partial record AlphaNeeded
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/alpha-needed",
        Title = "More samples allow a larger start, more nonzero entries ask for a smaller one",
        Kind = ClaimKind.Figure,
        Guarantee = Guarantee.Bound,
        Source = ImplicitBiasTalk.At(
            "Sparse Learning, second slide; the tendency is stated here",
            ImplicitBiasTalk.KernelAndRich + ", section 5"),
        Quotations =
        [
            @"$$d = 1000, \quad \|\beta^*\|_0 = k$$",
            @"How small does  $\alpha$  need to be to get  $L(\beta_\alpha(\infty)) < 0.025$",
        ],
        Statement = new(
            """
            \alpha(m,k)=\sup\{\alpha: \|\beta_{\alpha'}-\beta^*\|^2<0.025 \text{ for all } \alpha'\le\alpha\},
            \ m<m', \ k<k' \text{ as examined}:
            \mathbb P\big(\alpha(m,k)<\alpha(m',k)\big)\ge\tfrac12,
            \quad \mathbb P\big(\alpha(m',k')<\alpha(m',k)\big)\ge\tfrac12
            """),
        Hypotheses =
        [
            "N(0, 0.01) is read as variance 0.01",
            "standard normal inputs and equal nonzero entries with ‖β*‖ = 1: the slide states neither",
            "the sizes d, m < m′ and k < k′ of a tier: where neither m nor m′ samples suffice at any α, both are 0",
            "α on a grid of four a decade down to 10⁻⁵; where none does it counts as 0",
        ],
        Method =
            "The ends of the flow by the dual Newton method, with proven bounds wherever an error is near the target. "
                + "The problems of a draw share their inputs and their noise; a draw on which the two scales are equal "
                + "counts against the tendency.",
    };
}
