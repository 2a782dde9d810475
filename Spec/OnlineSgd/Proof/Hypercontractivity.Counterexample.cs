using Verification.Spec.Counterexamples;

namespace Verification.Spec.OnlineSgd.Proof;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record Hypercontractivity
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words = "f(x) = x² of degree 2 at q = 1: E|f| = E x² = 1 and E f² = E x⁴ = 3.",
        Data =
        [
            ("second", "1"),
            ("fourth", "3"),
            ("q", "1"),
        ],
        Fails =
        [
            new("‖f‖_q² ≤ (q − 1)²‖f‖_2²", "second**2 <= (q - 1)**2*fourth"),
        ],
    };
}
