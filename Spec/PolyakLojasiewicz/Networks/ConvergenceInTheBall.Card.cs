namespace Verification.Spec.PolyakLojasiewicz.Networks;

// What the claim says, in words; what it does stands beside it.
public sealed partial record ConvergenceInTheBall
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/convergence-in-the-ball",
        Title = "Gradient descent converges within 2‖r_0‖/√μ, at rate 1 − ημ",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = OverparameterizedLandscapesTalk.At(
            "Theorem 4 (PL* ⇒ existence of solution + linear convergence); remark R = O(1/μ); the step size and "
            + "the radii are derived here"),
        Quotations =
        [
            @"GD converges to a global minimizer in  $B(w_0, R)$  with  $R = O(\frac{1}{\mu})$",
            @"with exponential rate:  $L(w_t) \leq (1 - \eta\mu)^t L(w_0)$",
        ],
        Printed = PrintedStatus.Loose,
        Statement = new(
            """
            \text{GD converges to a global minimizer in } B(w_0,R), \ R=O(\tfrac1\mu),
            \quad L(W_t)\le(1-\eta\mu)^tL(W_0),
            \quad \eta\le\frac{1}{L_F^2+\beta_F\|r_0\|}, \ r_0=F(w_0)-y
            """)
        {
            Corrected =
                """
                R=\frac{2\|r_0\|}{\sqrt\mu}\le\frac{2L_F\|r_0\|}{\mu},
                \quad L(W_t)\le(1-\eta\mu)^tL(W_0),
                \quad \text{a solution lies within } \frac{\|r_0\|}{\sqrt\mu}
                """,
            Reason =
                "1/μ stands for 2L_F‖r_0‖/μ; the length of the path is at most 2‖r_0‖/√μ, which is smaller by "
                + "the factor √μ/L_F. For given ‖r_0‖ the order is 1/√μ: F(w) = cw, y = 1 has μ = c² and its "
                + "only solution at 1/√μ.",
        },
        Hypotheses =
        [
            "PL*(μ) with ½‖∇L‖² ≥ μL on the ball; for networks by the certificate (√λ_0 − β_FR)² ≥ μ, for "
            + "linear systems everywhere",
            "L = ½‖F − y‖², F L_F-Lipschitz with β_F-Lipschitz Jacobian",
            "networks: shallow tanh, first layer trained, mirrored standard normal initialization, n = d = 4 "
            + "inputs of norm 1 with x_i·x_j = 0.2",
        ],
        Method =
            "Linear systems with singular values from c to 2c, labels random or along the weakest direction, "
            + "and shallow networks are trained to a residual of 10⁻⁸. The contraction of the loss over every "
            + "stretch from the start, the length of the path and the distance of the solution "
            + "have to obey the bounds, for either family. Networks that the certificate does not cover are "
            + "left out; A run that the cap of steps ends is open. The constant 2 of the path is a bound: no "
            + "instance here needs more than 1, so that an error would be seen below 1.",
    };
}
