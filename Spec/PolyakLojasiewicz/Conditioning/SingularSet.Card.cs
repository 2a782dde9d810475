namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

// What the claim says, in words; what it does stands beside it.
public sealed partial record SingularSet
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/singular-set",
        Title =
            "Networks of every width have singular tangent kernels, and stationary points there that are no "
            + "global minima",
        Kind = ClaimKind.Counterexample,
        Source = OverparameterizedLandscapesTalk.At("Picture so far (λ_min(K) = 0), beside which it is derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            n>d,\ m\ge4 \text{ even}:\quad w_1=\ldots=w_m,\ u \text{ a unit null vector of } K(w),\ y=F(w)-u
            \Rightarrow \lambda_{\min}(K(w))=0,\ \nabla L(w)=0,\ L(w)=\tfrac12,
            \text{ and } L(w)>\inf L \text{ where } \sum_iu_i\sigma''(w\cdot x_i)(x_i\cdot\delta)^2\ne0
            \text{ for some } \delta
            """),
        Hypotheses =
        [
            "shallow network without biases, first layer trained",
            "for the counterexample: n > d, all neurons equal, two or more neurons of either output sign",
            "for perturbed neurons: n ≤ md, at least as many parameters as samples",
            "u null vector of K with Σ u_iσ''(w·x_i)(x_i·δ)² ≠ 0 for some δ (examined: at least 1e-3), which "
            + "makes w a strict saddle",
        ],
        Method =
            "For random inputs and a random common neuron K is formed and diagonalized, labels are set to F(w) "
            + "− u for a unit eigenvector u of λ_min(K), and the gradient is computed by back-propagation. Its "
            + "square has to vanish up to rounding at L = ½, while a step of negative curvature and gradient "
            + "descent from there have to come lower by 1e-10, a hundred thousand times the rounding. "
            + "With neurons perturbed by 0.3 λ_min(K) has to exceed its rounding error.",
    };
}
