using Verification.Spec.Counterexamples;

namespace Verification.Spec.ImplicitBias.KernelRegime;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record ScalingLimit
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Degree 2, one sample: F(w) = w₊² − w₋², label 1, w_0 = (1, 1). The flow from α·w_0 keeps "
            + "w₊w₋ = α² and ends at α(p, q) with pq = 1 and α²(p² − q²) = 1; the linearized flow ends at "
            + "(5/4, 3/4). As α grows (p, q) tends to (1, 1), and the printed distance to ‖(1/4, −1/4)‖ = "
            + "0.354.",
        Each =
        [
            ("p", ["11/10", "101/100", "10001/10000"]),
        ],
        Where =
        [
            ("q", "1/p"),
            ("alpha2", "1/(p**2 - q**2)"),
        ],
        Holds =
        [
            new("the end of the flow is on the conserved curve", "p*q == 1"),
            new("and interpolates", "alpha2*(p**2 - q**2) == 1"),
            new("the end of the linearized flow interpolates", "2*(5/4 - 1) - 2*(3/4 - 1) == 1"),
            new("α is at least 1", "alpha2 >= 1"),
        ],
        Fails =
        [
            new("the distance of the ends falls below 1/5", "(p - 5/4)**2 + (q - 3/4)**2 < 1/25"),
        ],
        Unchecked =
            "that the flows end there: ẇ₊ = −2gw₊ and ẇ₋ = 2gw₋ conserve the product, and the linearized "
            + "flow moves along (1, −1)",
    };
}
