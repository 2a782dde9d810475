using Verification.Spec.Counterexamples;

namespace Verification.Spec.RandomSystems.Existence;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record LowerBoundAsymptotics
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "ξ_0 = 3. For p = 100, 10⁴, 10⁶, … the printed (log p)/ξ_0 is 1.5, 3.1, 4.6, …, and α_LB is at most 1.",
        Data =
        [
            ("constant", "3"),
            ("most", "1"),
        ],
        Each =
        [
            ("p", ["100", "10000", "1000000"]),
        ],
        Holds =
        [
            new("the printed value is no ratio of equations to dimensions", "log(p)/constant > most"),
        ],
        Fails =
        [
            new("α_LB is (log p)/ξ_0 but for a quarter of it", "most >= 3/4*(log(p)/constant)"),
        ],
        Unchecked = "that α_LB is at most 1, as n < d",
    };
}
