namespace Verification.Spec.QuadraticNetworks.Descent;

// What the claim says, in words; what it does stands beside it.
public sealed partial record DescentTimeNeedsConditioning
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/descent-time-needs-conditioning",
        Title =
            "With d and ε fixed, gradient descent takes iterations of the order (‖W*‖/σ)², with every constant step "
                + "under which the risk falls",
        Kind = ClaimKind.Scaling,
        Guarantee = Guarantee.Asymptotic,
        Source = StationaryPointsTalk.At("Optimization Landscape: Convergence of Gradient Descent, first bullet, (a)"),
        Quotations =
        [
            @"\epsilon -approximate stationary point W … (namely \|\nabla \widehat{\mathcal{L}}(W)\|_F \leq \epsilon ) "
                + @"in time \text{poly}(\epsilon^{-1}, d) .",
            "If the initialization is “nice”, GD finds an approx. stat. point W in polynomial time.",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            \mathcal{L}(W_0)<\tfrac12 C_5\sigma^4 \Rightarrow
            \text{ gradient descent finds } \|\nabla\mathcal{L}(W)\|_F\le\epsilon \text{ in time } \mathrm{poly}(\epsilon^{-1},d)
            """)
        {
            Corrected =
                """
                \text{for fixed } d \text{ and law, and } \theta\le\theta_0<1: \text{ in } O\Big(\frac{\|W^*\|^2}{\sigma^2}
                \Big(1+\log^+\frac{\|W^*\|\sigma^2}{\epsilon}\Big)\Big) \text{ iterations, the same for } (tW_0,tW^*,t^3\epsilon);
                \text{ for } W^*=\mathrm{diag}(1,K,\ldots,K) \text{ the best constant step under which the risk falls takes } \Theta(K^2)
                """,
            Reason =
                "d, ε, σ and the depth of the start are the same for W* = diag(1, K), and yet the iterations grow as "
                + "K²: about 2.5K² for the best of all constant steps under which the risk falls. For W* = tI and ε = "
                + "0.1 they grow as log t: 4, 10, 17, 23, 29 for t = 1, 10, …, 10⁴. Nor does a longer step help: from "
                + "t·diag(a, b) with generic a, b no constant step meets a stationary point within N steps and very "
                + "long ones diverge, so that the least gradient over all steps is t³δ, δ > 0 for each N. "
                + "The printed time needs ‖W*‖ and "
                + "1/σ bounded by polynomials in d besides; gradient-descent-converges has constants.",
        },
        Hypotheses =
        [
            "rank(W*) = d, Var(x²) > 0",
            "a constant step, chosen for the teacher, under which the risk falls at every iteration (longer ones jump "
                + "chaotically)",
            "start at half the barrier; K ≥ 6 for the power law (below, the two directions are alike)",
        ],
        Method =
            "Descent under the population risk from a start at half the barrier, in which the weakest direction is "
            + "weakened, with each step of a grid of ratio 2^(1/32) until ‖∇L‖ ≤ ε; the best step is chosen "
            + "afterwards. The fewest iterations over K² have to stay within a tenth of those at the least K (a power "
            + "of 1.9 or 2.1 shows), and to be the same number for teachers of sizes 4^j with ε·4^(3j), where nothing "
            + "is rounded otherwise: a power of 2.9 shows.",
    };
}
