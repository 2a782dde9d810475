using Verification.Spec.Counterexamples;

namespace Verification.Spec.OnlineSgd.Samples;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record RepeatedSamples
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "T = d^(k−1) draws from n = d^k samples, k = 3. The probability that none repeats is Π(1 − "
            + "i/n), i < T.",
        Each =
        [
            ("d", ["4", "6", "8"]),
        ],
        Where =
        [
            ("n", "d**3"),
            ("T", "d**2"),
            ("none", "prod(1 - range(T)/n)"),
        ],
        Fails =
        [
            new("no sample is drawn twice with a probability above ½", "none > 1/2"),
        ],
        Unchecked = "that it does not rise again with d: it is at most exp(−T(T − 1)/(2n)), which falls",
    };
}
