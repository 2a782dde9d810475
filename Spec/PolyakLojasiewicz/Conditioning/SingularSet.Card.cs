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
        Source = OverparameterizedLandscapesTalk.At("Picture so far; Summary; the construction is derived here"),
        Quotations =
        [
            @"satisfies  $PL^*$  (i.e. all stationary points are global minima)",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            @"\text{wide neural networks: } L \text{ satisfies PL* (i.e. all stationary points are global minima)}")
        {
            Corrected =
                """
                \text{stationary points in a set on which } \lambda_{\min}(K)\ge\mu>0 \text{ are global minima with }
                L=0\text{;
                for } n>d \text{ and every even width } m\ge4 \text{ there are } w,y \text{ with }
                \lambda_{\min}(K(w))=0,\ \nabla L(w)=0,\ L(w)=\tfrac12>\inf\,L
                """,
            Reason =
                "PL* holds on a ball around the initialization, not on parameter space. With d = 1, x = (½, 1) "
                + "and all neurons equal, K has rank one; for labels F(w) less a unit null vector of K the "
                + "gradient vanishes at L = ½, at any width, while other weights have a lower loss.",
        },
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
