using Verification.Spec.Counterexamples;

namespace Verification.Spec.ImplicitBias.KernelRegime;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record Linearization
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "f(w, x) = w²·x about w_0 = 1: f(w_0, x) = x and φ_0(x) = 2x. At w = w_0 the printed "
            + "expansion gives 3x, with a remainder of 0.",
        Data =
        [
            ("start", "1"),
        ],
        Each =
        [
            ("x", ["1", "5"]),
        ],
        Where =
        [
            ("value", "start**2*x"),
            ("feature", "2*start*x"),
        ],
        Holds =
        [
            new(
                "φ_0 is the derivative: a difference quotient that is exact for squares",
                "((start + 1)**2*x - (start - 1)**2*x)/2 == feature"),
        ],
        Fails =
        [
            new("f(w_0, x) = h_{w_0}(x) + ⟨w_0, φ_0(x)⟩", "value == value + start*feature"),
        ],
    };
}
