using Verification.Spec.Counterexamples;

namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record LandscapeDimension
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Three samples x_i = 1, 2, 3 with labels x_i and two parameters: F_i(a, v) = a·v·x_i. (1, 1) "
            + "is a global minimum of loss 0, and so is every (a, 1/a), as close as one likes.",
        Data =
        [
            ("x", "1; 2; 3"),
            ("y", "1; 2; 3"),
        ],
        Each =
        [
            ("a", ["11/10", "1001/1000", "100001/100000"]),
        ],
        Where =
        [
            ("v", "1/a"),
            ("loss", "sum((a*v*x - y)**2)/2"),
        ],
        Holds =
        [
            new("(1, 1) is a global minimum", "sum((x - y)**2)/2 == 0"),
            new("this is another point", "(a - 1)**2 + (v - 1)**2 > 0"),
            new("within 0.2 of it", "(a - 1)**2 + (v - 1)**2 < 1/25"),
        ],
        Fails =
        [
            new("the minimum is isolated: the loss beside it is positive", "loss > 0"),
        ],
    };
}
