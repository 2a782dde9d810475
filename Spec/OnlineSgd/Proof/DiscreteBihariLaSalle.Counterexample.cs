using Verification.Spec.Counterexamples;

namespace Verification.Spec.OnlineSgd.Proof;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record DiscreteBihariLaSalle
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "k = 4, a_0 = 7/8, a_1 = 13/100: u_0 = a_0 and u_1 = a_0 + a_1·u_0³ satisfy the hypothesis "
            + "with equality. The printed bound at t = 1 is 1/√bracket, below the cap 1, and u_1 lies below "
            + "it.",
        Data =
        [
            ("a0", "7/8"),
            ("a1", "13/100"),
        ],
        Where =
        [
            ("u1", "a0 + a1*a0**3"),
            ("bracket", "a0**-2 - 2*a1/(1 + a1)"),
        ],
        Holds =
        [
            new("the bound is below the cap", "bracket > 1"),
            new("u_1 is below 1", "u1 < 1"),
        ],
        Fails =
        [
            new("u_1 is at least the bound", "u1 >= 1/sqrt(bracket)"),
        ],
    };
}
