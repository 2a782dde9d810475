using Verification.Spec.Counterexamples;

namespace Verification.Spec.ImplicitBias.Regularization;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record KernelMachineLimit
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "One sample x = (1, 2), α = 1. The flow has β = 2·sinh(νx) with ν → ∞; at s = e^ν it is (s − "
            + "1/s, s² − 1/s²), whose ratio s + 1/s grows, while the kernel machine has the ratio 2.",
        Each =
        [
            ("s", ["10", "100", "10000"]),
        ],
        Where =
        [
            ("first", "s - 1/s"),
            ("second", "s**2 - 1/s**2"),
        ],
        Holds =
        [
            new("the ratio", "second/first == s + 1/s"),
        ],
        Fails =
        [
            new("the ratio is near that of the kernel machine, below 3", "second/first < 3"),
        ],
        Unchecked = "that the flow has this form and ν → ∞: the loss tends to 0 only at infinity",
    };
}
