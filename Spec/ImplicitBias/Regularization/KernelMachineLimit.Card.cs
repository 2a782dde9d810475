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
            "Squared Loss vs Exp Loss, whose text for the exponential loss is missing; derived here",
            "E. Moroshko et al., arXiv:2007.06738"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            w(0)=\alpha\mathbf 1,\ \text{exponential or logistic loss}:\quad
            y\langle\beta,x\rangle\ll\alpha^2: \ \beta\propto x \text{ nearly, the kernel machine};
            \quad t\to\infty,\ \alpha \text{ fixed}: \ y\langle\beta,x\rangle\sim\log t,
            \ \frac{y\langle\beta,x\rangle}{\|\beta\|_1}\to\|x\|_\infty
            """),
        Hypotheses =
        [
            "squared parametrization, one sample, largest |x_j| unique",
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
