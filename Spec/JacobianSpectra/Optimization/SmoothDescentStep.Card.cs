using Verification.Spec.Counterexamples;

namespace Verification.Spec.JacobianSpectra.Optimization;

// What the claim says, in words, and an instance at which the printed form fails.
public sealed partial record SmoothDescentStep
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/smooth-descent-step",
        Title = "The loss without ½ has the gradient 2Jᵀ(f − y), and its descent is stable below 1/λ_max(JJᵀ)",
        Kind = ClaimKind.Identity,
        Source = JacobianSpectraTalk.At("Theory for smooth activations", JacobianSpectraTalk.OptimizationPaper),
        Quotations =
        [
            @"\min_{\mathbf{v}, \mathbf{W}} \mathcal{L}(\mathbf{v}, \mathbf{W}) := \sum_{i=1}^n (\mathbf{v}^T "
                + @"\phi(\mathbf{W} \mathbf{x}_i) - y_i)^2",
            @"(\mathbf{v}_{\tau+1}, \mathbf{W}_{\tau+1}) = (\mathbf{v}_{\tau}, \mathbf{W}_{\tau}) - \mu_{\tau} \nabla "
                + @"\mathcal{L}(\mathbf{v}_{\tau}, \mathbf{W}_{\tau})",
            @"(\mathbf{v}_{\tau+1}, \mathbf{W}_{\tau+1}) = (\mathbf{v}_{\tau+1}, \mathbf{W}_{\tau+1}) - \mu_{\tau} "
                + @"\nabla \mathcal{L}(\mathbf{v}_{\tau}, \mathbf{W}_{\tau})",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            \theta_{\tau+1}=\theta_{\tau+1}-\mu_\tau\nabla\mathcal{L}(\theta_\tau),\quad \theta=(v,W)
            """)
        {
            Corrected =
                """
                \theta_{\tau+1}=\theta_\tau-\mu_\tau\nabla\mathcal{L}(\theta_\tau),\quad \nabla\mathcal{L}=2J^T(f-y)
                \text{linearized: stable exactly for } \mu\le1/\lambda_{\max}(JJ^T)
                """,
            Reason =
                "A slip of the last three slides: with τ + 1 on both sides the equation says that the gradient "
                    + "vanishes. The first two slides have τ on the right. The factor 2 halves the step limit of the "
                    + "later slides, whose loss has the ½.",
        },
        Hypotheses = ["softplus", "v with N(0, ν²), W with N(0, 1) entries", "distinct unit inputs, normal labels"],
        Method =
            "Difference quotients of the loss, with a bound of its third derivative, against Jᵀr in closed form, in "
                + "the direction of Jᵀr and in a random one; descent on the loss beside descent on half of it; the "
                + "linearized descent on both sides of its limit.",
    };

    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "One neuron on one input, v_0 = 1, W_0 = 0, x = 1, y = 0: f = log 2, and the derivative by v is 2·log²2. "
                + "The printed update asks for v_1 = v_1 − 2μ·log²2, whatever v_1.",
        Data =
        [
            ("mu", "1/10"),
            ("x", "1"),
        ],
        Each =
        [
            ("next", ["1", "9/10", "0"]),
        ],
        Where =
        [
            ("slope", "2*log(2)**2"),
        ],
        Holds =
        [
            new("the derivative is not 0", "slope > 9/10"),
        ],
        Fails =
        [
            new("v_1 = v_1 − μ·∂L/∂v", "next == next - mu*slope"),
        ],
    };
}
