using Verification.Spec.Counterexamples;

namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record GaussianConditionNumber
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Two Gaussian rows of length m = 2k + 1, k = r²: the mean of log κ(MMᵀ) is the Beta function "
            + "B(k, ½) = 2·Π_{j<k} 2j/(2j + 1), which exceeds the printed log(m/(m − 1)) by more than the "
            + "factor 2r: no constant factor will do.",
        Each =
        [
            ("r", ["3", "8", "14"]),
        ],
        Where =
        [
            ("k", "r**2"),
            ("m", "2*k + 1"),
            ("j", "range(k - 1) + 1"),
            ("average", "2*prod(2*j/(2*j + 1))"),
        ],
        Holds =
        [
            new("log(m/(m − 1)) is positive", "log(m/(m - 1)) > 0"),
        ],
        Fails =
        [
            new("the mean is at most 2r times the printed expression", "average <= 2*r*log(m/(m - 1))"),
        ],
        Unchecked =
            "that the mean is B((m − 1)/2, ½): 4·det/tr² has the distribution function u^((m−1)/2), and "
            + "log κ = 2·artanh√(1 − u), by parts",
    };
}
