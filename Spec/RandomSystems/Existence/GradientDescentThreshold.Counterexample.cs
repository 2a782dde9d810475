using Verification.Spec.Counterexamples;

namespace Verification.Spec.RandomSystems.Existence;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record GradientDescentThreshold
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "p = 3. For ξ_0 = c/4, whatever the constant c > 0, the printed lower bound c/(ξ_0·log 3) is 4/log 3 > 3, "
            + "and the threshold over c_0 at most 3/2: it does not grow without bound as ξ_0 → 0.",
        Data =
        [
            ("p", "3"),
        ],
        Each =
        [
            ("c", ["1", "1/1000", "1/1000000"]),
        ],
        Where =
        [
            ("constant", "c/4"),
            ("first", "p"),
            ("second", "p*(p - 1)"),
            ("third", "p*(p - 1)*(p - 2)"),
            ("threshold", "first**2/(second*(constant + 1)*max(log(third/second), 1))"),
        ],
        Holds =
        [
            new("ξ_0 is positive", "constant > 0"),
            new("the corrected lower bound", "threshold >= 1/((1 + constant)*log(p))"),
        ],
        Fails =
        [
            new("the printed lower bound", "threshold >= c/(constant*log(p))"),
        ],
    };
}
