using Verification.Spec.Counterexamples;

namespace Verification.Spec.QuadraticNetworks.Descent;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record DescentBounds
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "One dimension, one sample X = 1, the teacher t and the student w = 5t/4, which lies below "
            + "the barrier: it is the start of a descent, and an ε-approximate stationary point for ε = "
            + "|∇L̂(w)|. Replacing t by a multiple leaves d alone and outgrows every constant c = "
            + "C·poly(1).",
        Each =
        [
            ("c", ["1", "1000", "1000000"]),
        ],
        Where =
        [
            ("t", "10*c"),
            ("sigma", "t"),
            ("w", "5*t/4"),
            ("A", "w**2 - t**2"),
            ("empirical", "A**2"),
            ("population", "3*A**2"),
            ("epsilon", "4*w*A"),
        ],
        Holds =
        [
            new("the start lies below ½C5·σ⁴ with C5 = 2", "empirical < 2/2*sigma**4"),
            new("the gradient is not 0", "epsilon > 0"),
        ],
        Fails =
        [
            new("L̂ ≤ cεσ⁻²", "empirical <= c*epsilon/sigma**2"),
            new("L ≤ cεσ⁻¹, Gaussian data", "population <= c*epsilon/sigma"),
            new("|WᵀW − W*ᵀW*| ≤ cε^½σ⁻¹, squared", "A**2 <= c**2*epsilon/sigma**2"),
        ],
    };
}
