namespace Verification.Spec.ImplicitBias.Regularization;

// What the claim says, in words; what it does stands beside it.
public sealed partial record KernelMachineLimit
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/kernel-machine-limit",
        Title =
            "Under the exponential or logistic loss every start leaves the kernel regime, at margins of order α², for "
            + "the ℓ1 margin",
        Kind = ClaimKind.Limit,
        Guarantee = Guarantee.Asymptotic,
        Source = ImplicitBiasTalk.At(
            "Is it all just a Kernel?; Squared Loss vs Exp Loss",
            "E. Moroshko et al., arXiv:2007.06738"),
        Quotations =
        [
            @"This suggests GD converges to: … For logistic (or exp) loss:  $\propto \arg \min \|\mathbf{h}\|_K \text{ "
                + @"s.t. } \mathbf{y}_i \mathbf{h}(\mathbf{x}_i) \geq 1$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            w(0)=\alpha\mathbf 1, \ \alpha \text{ large, exponential or logistic loss}:
            \quad \frac{h_t}{\|h_t\|}\to\frac{\hat h}{\|\hat h\|}, \ \hat h=\arg\min\|h\|_K \text{ s.t. } y_ih(x_i)\ge1
            """)
        {
            Corrected =
                """
                y\langle\beta,x\rangle\ll\alpha^2: \ \beta\propto x \text{ nearly, the kernel machine};
                \quad t\to\infty: \ y\langle\beta,x\rangle\sim\log t,
                \ \frac{y\langle\beta,x\rangle}{\|\beta\|_1}\to\|x\|_\infty
                """,
            Reason =
                "The limit is that of the linearized model. The model itself has β = 2α²sinh(νyx) with ν → ∞ as "
                    + "the loss tends to 0: for every fixed α the direction ends at the largest ℓ1 margin. The kernel "
                    + "machine is passed on the way, while the margin is small beside α², that is while the loss "
                    + "exceeds exp(−Ω(α²)).",
        },
        Hypotheses =
        [
            "squared parametrization, one sample, largest |x_j| unique: an instance against the general suggestion",
            "gradient flow of the exponential or the logistic loss",
        ],
        Method =
            "The flow is integrated in the weights, along steps whose time is enclosed between that of their first "
                + "and of their last speed, from a margin of 0 to log t = 10⁸⁰ α². At the time at which the kernel "
                + "machine has the margin 0.1 α²‖x‖²/‖x‖_∞ β has at least 0.99 of the largest ℓ2 margin; at the last "
                + "time of the ℓ1 margin, where the second largest |x_j| is at most 0.9 of the largest, and a margin "
                + "of log t or more.",
    };
}
