using Verification.Spec.Counterexamples;

namespace Verification.Spec.PolyakLojasiewicz.Networks;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record WidthCertificates
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "One sample x = 2 with label 1, one neuron f = tanh(w·x) at w = 0, where f = 0 and ∇f = x: "
            + "λ_0 = 4. For μ = 1.5·λ_0 the condition on the width is met as soon as the radius is small, "
            + "and PL* with μ fails at the initialization itself.",
        Data =
        [
            ("x", "2"),
            ("y", "1"),
            ("m", "1"),
        ],
        Each =
        [
            ("C", ["1", "1000000"]),
        ],
        Where =
        [
            ("lambda0", "x**2"),
            ("mu", "3/2*lambda0"),
            ("R", "1/C"),
            ("residual", "0 - y"),
            ("L", "residual**2/2"),
            ("gradient", "x*residual"),
        ],
        Holds =
        [
            new("the kernel is positive", "lambda0 > 0"),
            new("the width satisfies the condition, L = 1, p = 1", "m >= C*1*R**8/(lambda0 - mu)**2"),
        ],
        Fails =
        [
            new("½‖∇L‖² ≥ μL at w_0", "gradient**2/2 >= mu*L"),
        ],
    };
}
