using Verification.Spec.Counterexamples;

namespace Verification.Spec.ImplicitBias.Geometry;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record GradientDescentMinimumNorm
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "X = (1, 0), y = 0, started at w_0 = (0, 1): the gradient is 0, descent stays, and the "
            + "interpolant v = 0 is shorter.",
        Data =
        [
            ("X", "1 0;"),
            ("y", "0"),
            ("w", "0; 1"),
            ("v", "0; 0"),
        ],
        Each =
        [
            ("step", ["1/10", "1/2"]),
        ],
        Where =
        [
            ("next", "w - step*2*transpose(X) @ (X @ w - y)"),
        ],
        Holds =
        [
            new("descent stays at its start", "next == w"),
            new("v interpolates", "X @ v == y"),
        ],
        Fails =
        [
            new("the limit is the shortest interpolant", "sum(w**2) <= sum(v**2)"),
        ],
    };
}
