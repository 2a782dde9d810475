using Verification.Spec.Counterexamples;

namespace Verification.Spec.PolyakLojasiewicz.Conditions;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record StationarityWithoutPl
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "L = x⁴ has one stationary point, its global minimum. For every μ > 0 the inequality fails at "
            + "x = μ/(8(1 + μ)), as ½L′² = 8x²·L and 8x² < μ there.",
        Each =
        [
            ("mu", ["1/1000000000", "1", "1000"]),
        ],
        Where =
        [
            ("x", "mu/(8*(1 + mu))"),
            ("L", "x**4"),
            ("slope", "4*x**3"),
        ],
        Holds =
        [
            new("the point is not stationary", "slope != 0"),
        ],
        Fails =
        [
            new("½L′² ≥ μL", "slope**2/2 >= mu*L"),
        ],
    };
}
