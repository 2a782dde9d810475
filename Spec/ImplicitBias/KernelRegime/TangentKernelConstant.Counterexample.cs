using Verification.Spec.Counterexamples;

namespace Verification.Spec.ImplicitBias.KernelRegime;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record TangentKernelConstant
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "f(w, x) = (w₊² − w₋²)x at w = (1, 1), x = 2, x' = 3; difference quotients are exact for "
            + "squares.",
        Data =
        [
            ("x", "2"),
            ("y", "3"),
            ("w", "1"),
        ],
        Where =
        [
            ("square", "((w + 1)**2 - (w - 1)**2)/2"),
            ("kernel", "(square*x)*(square*y) + (-square*x)*(-square*y)"),
        ],
        Holds =
        [
            new("the kernel is 8⟨x, x'⟩", "kernel == 8*x*y"),
        ],
        Fails =
        [
            new("the kernel is 4⟨x, x'⟩", "kernel == 4*x*y"),
        ],
    };
}
