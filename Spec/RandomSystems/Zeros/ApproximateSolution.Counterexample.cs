using Verification.Spec.Counterexamples;

namespace Verification.Spec.RandomSystems.Zeros;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record ApproximateSolution
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "f(x) = x² − 2 from x⁰ = 3/2, one step of Newton's method. With θ = e^(−c) < 1 the printed inequality at "
            + "k = 0 is f(x⁰) ≤ f(x⁰)θ; with 2^k − 1 for 2^k both inequalities hold for θ = f(x⁰)/8.",
        Data =
        [
            ("a", "2"),
            ("start", "3/2"),
        ],
        Each =
        [
            ("theta", ["1/32", "1/2", "999/1000"]),
        ],
        Where =
        [
            ("first", "start**2 - a"),
            ("next", "(start + a/start)/2"),
            ("second", "next**2 - a"),
        ],
        Holds =
        [
            new("the start is no solution", "first > 0"),
            new("c > 0", "theta < 1"),
            new("the corrected bound at k = 1", "second <= first*(first/(4*a))"),
        ],
        Fails =
        [
            new("the printed bound at k = 0", "first <= first*theta"),
        ],
    };
}
