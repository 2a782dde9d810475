using Verification.Spec.Counterexamples;

namespace Verification.Spec.PolyakLojasiewicz.Remedies;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record UniformDeviation
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "One function whose loss is B with probability 1/(2n) and else 0. With probability above ½ "
            + "the sample does not see B; then the empirical risk is 0 and the risk B/(2n), above c·√(1/n) "
            + "for every c that the law of the loss does not enter. Here n = 100.",
        Data =
        [
            ("n", "100"),
        ],
        Each =
        [
            ("c", ["1", "100", "10000"]),
        ],
        Where =
        [
            ("p", "1/(2*n)"),
            ("B", "200*c"),
            ("risk", "p*B"),
        ],
        Holds =
        [
            new("the sample misses B more often than not", "(1 - p)**n > 1/2"),
        ],
        Fails =
        [
            new("on that event the risk is below c·√(capacity/n), capacity 1", "risk < c*sqrt(1/n)"),
        ],
    };
}
