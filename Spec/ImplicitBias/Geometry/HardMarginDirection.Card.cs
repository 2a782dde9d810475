namespace Verification.Spec.ImplicitBias.Geometry;

// What the claim says, in words; what it does stands beside it.
public sealed partial record HardMarginDirection
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/hard-margin-direction",
        Title = "Gradient descent on separable logistic regression approaches the hard-margin direction like 1/log t",
        Kind = ClaimKind.Limit,
        Guarantee = Guarantee.Asymptotic,
        Source = ImplicitBiasTalk.At(
            "Effect of Optimization Geometry; Is it all just a Kernel?",
            "D. Soudry et al., arXiv:1710.10345, Theorem 3"),
        Quotations =
        [
            @"Gradient descent on separable logistic regression  $\min_w \sum_i g(y_i \langle w, x_i \rangle)$",
            @"$\frac{w}{\|w\|} \rightarrow \arg \min \|w\|_2$  s.t.  $y_i \langle w, x_i \rangle \geq 1$  (**Hard "
                + @"Margin SVM**)",
            @"For logistic (or exp) loss:  $\propto \arg \min \|\mathbf{h}\|_K \text{ s.t. } \mathbf{y}_i "
                + @"\mathbf{h}(\mathbf{x}_i) \geq 1$",
        ],
        Printed = PrintedStatus.Loose,
        Statement = new(
            """
            \frac{w(t)}{\|w(t)\|}\to\frac{\hat w}{\|\hat w\|},
            \quad \hat w=\arg\min\|w\|_2 \text{ s.t. } y_i\langle w,x_i\rangle\ge1
            """)
        {
            Corrected =
                """
                w(t)=\hat w\log t+O(1): \quad \langle w,y_ix_i\rangle=\log t-\log\lambda_i+o(1)
                \text{ on the support}, \ \hat w=\sum_i\lambda_iy_ix_i,
                \quad \left\|\frac{w}{\|w\|}-\frac{\hat w}{\|\hat w\|}\right\|=O\!\left(\frac1{\log t}\right),
                \ \Theta \text{ unless } \lim(w(t)-\hat w\log t)\in\mathbb{R}\hat w,
                \quad \frac{\|w(t)\|}{\log t}\to\|\hat w\|=\frac1\gamma
                """,
            Reason =
                "The limit stands, read as one of directions: $\\hat w$ itself has the norm $1/\\gamma$. The rate says "
                    + "how slow it is. In the kernel regime the model is linear in w, and this is the kernel machine.",
        },
        Hypotheses =
        [
            "separable data",
            "the support vectors are linearly independent, each has a positive multiplier, and the others have "
                + "margins of 2 or more",
            "the gradient flow, or logistic steps of at most 2/β, t their sum",
        ],
        Method =
            "Separable Gaussian data, drawn again until every example off the support has a margin of 2 or more. ŵ by "
                + "nonnegative least squares, its support certified. The flow is enclosed for all late times, log t = "
                + "10⁸ among them, by a comparison curve: the rate is read there. It is integrated besides, by "
                + "backward Euler steps in log t with a proven error, to log t = 60 and on to 300: how fast ‖w‖ grows, "
                + "how near the direction is, and the margins of the support are those of the integrated run, and of "
                + "descent that is carried on to four times as many steps.",
    };
}
