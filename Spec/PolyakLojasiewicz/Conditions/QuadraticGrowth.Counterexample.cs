using Verification.Spec.Counterexamples;

namespace Verification.Spec.PolyakLojasiewicz.Conditions;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record QuadraticGrowth
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "L = x² + (9/4)x²(x − 2)², a polynomial beside the function of the audit. L − x² is 9/4 times "
            + "a square, so that L grows quadratically with μ = 2 from its minimum L(0) = 0. At x = 5/3 its "
            + "slope vanishes: descent that starts there stays.",
        Data =
        [
            ("x", "5/3"),
        ],
        Each =
        [
            ("step", ["1/100", "1/10", "1"]),
            ("share", ["1/1000000"]),
        ],
        Where =
        [
            ("L", "x**2 + 9/4*x**2*(x - 2)**2"),
            ("slope", "2*x + 9*x*(x - 1)*(x - 2)"),
            ("next", "x - step*slope"),
            ("after", "next**2 + 9/4*next**2*(next - 2)**2"),
            ("up1", "(x+1)**2 + 9/4*(x+1)**2*(x-1)**2"),
            ("down1", "(x-1)**2 + 9/4*(x-1)**2*(x-3)**2"),
            ("up2", "(x+2)**2 + 9/4*(x+2)**2*x**2"),
            ("down2", "(x-2)**2 + 9/4*(x-2)**2*(x-4)**2"),
        ],
        Holds =
        [
            new(
                "the slope is that of L: a difference quotient that is exact for polynomials of degree 4",
                "slope == (8*(up1 - down1) - (up2 - down2))/12"),
            new("L grows quadratically", "L >= 2/2*x**2"),
            new("the point is stationary", "slope == 0"),
            new("and no minimum", "L > 0"),
        ],
        Fails =
        [
            new("a step takes a share of the excess away, however small", "after <= (1 - share)*L"),
        ],
    };
}
