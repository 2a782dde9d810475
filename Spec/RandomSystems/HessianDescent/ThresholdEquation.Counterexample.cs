using Verification.Spec.Counterexamples;

namespace Verification.Spec.RandomSystems.HessianDescent;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record ThresholdEquation
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "p = 3, ξ_0 = 3, α = 4/17. m = 1/α shows that z* ≤ 2α if α²m stands in it: u falls by at most 1 from "
            + "u(0) = 3/2, and the printed bound of the special case has u(1) = 0.",
        Data =
        [
            ("p", "3"),
            ("constant", "3"),
            ("alpha", "4/17"),
        ],
        Where =
        [
            ("m", "1/alpha"),
            ("edge", "1/m + alpha**2*m"),
            ("least", "constant/2 - edge/(2*alpha)"),
        ],
        Holds =
        [
            new("α is below the printed bound", "alpha <= 4*(p - 1)/(p*constant + 4*(p - 1))"),
            new("the printed z* is at most 2α, its term of b being negative", "edge == 2*alpha"),
        ],
        Fails =
        [
            new("u(1) can be 0", "least <= 0"),
        ],
        Unchecked = "that u(1) is at least u(0) less the largest speed",
    };
}
