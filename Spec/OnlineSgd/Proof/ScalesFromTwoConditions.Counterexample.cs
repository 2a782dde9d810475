using Verification.Spec.Counterexamples;

namespace Verification.Spec.OnlineSgd.Proof;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record ScalesFromTwoConditions
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "k = 2, d = 2^j, so that log d is j up to a constant: η = 1/d and T = j have the product ηT = "
            + "j/2^j, which is below log d by more than any power of log d.",
        Each =
        [
            ("j", ["64", "512"]),
            ("power", ["0", "5"]),
        ],
        Where =
        [
            ("d", "2**j"),
            ("step", "1/d"),
            ("time", "j"),
        ],
        Fails =
        [
            new("ηT is at least log d over a thousand times its power", "step*time >= j/(1000*j**power)"),
        ],
    };
}
