using Verification.Spec.Counterexamples;

namespace Verification.Spec.ImplicitBias.DiagonalNetworks;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record LayeredNorm
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "One dimension, two layers a·b = β. Squares add up to 2|β| at least, with equality at a = b = "
            + "√β: R²(1) = 2, R²(4) = 8. Proportional to |β| it would have to grow by 16.",
        Data =
        [
            ("one", "1"),
            ("two", "2"),
        ],
        Each =
        [
            ("a", ["1", "2", "-1/3"]),
            ("b", ["1", "3"]),
        ],
        Holds =
        [
            new("squares are at least twice the product", "a**2 + b**2 == (a - b)**2 + 2*a*b"),
            new("the layers (2, 2) have the product 4", "two*two == 4*(one*one)"),
        ],
        Fails =
        [
            new("R(4) = 4R(1), squared, with R²(4) ≤ 2·2² and R²(1) ≥ 2", "2*two**2 >= 16*2"),
        ],
        Unchecked = "that the identity holds for all a and b; it is one of polynomials, checked at six points",
    };
}
