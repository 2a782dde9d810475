using Verification.Spec.Counterexamples;

namespace Verification.Spec.PolyakLojasiewicz.Conditions;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record NearestMinimizer
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "L = ½x_1² on the plane, A = (1, 0), b = 0. With the fixed minimizer x* = 0 both conditions "
            + "fail at the minimizer x = (0, 1), for every μ.",
        Data =
        [
            ("A", "1 0;"),
            ("star", "0; 0"),
            ("x", "0; 1"),
        ],
        Each =
        [
            ("mu", ["1/1000000", "1"]),
        ],
        Where =
        [
            ("L", "sum((A @ x)**2)/2"),
            ("least", "sum((A @ star)**2)/2"),
            ("gradient", "transpose(A) @ (A @ x)"),
        ],
        Holds =
        [
            new("x is a minimizer, as x* is", "L == least"),
        ],
        Fails =
        [
            new("quadratic growth", "L - least >= mu/2*sum((x - star)**2)"),
            new("weak strong convexity", "least >= L + sum(gradient*(star - x)) + mu/2*sum((x - star)**2)"),
        ],
    };
}
