using Verification.Spec.Counterexamples;

namespace Verification.Spec.ImplicitBias.Homogeneous;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record ConvolutionNorm
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Two layers of length 2. Layers (a, b) and (c, e) of the product (1, 0) have ac + be = 1, so "
            + "that their squares add up to 2 at least; the layers u = (1, 1), twice, have the product (2, "
            + "2) with squares that add up to 4. R²(2, 2) ≤ 4 and R²(1, 0) ≥ 2, while ‖·‖₁ grows by the "
            + "factor 4, and its square by 16.",
        Data =
        [
            ("u", "1; 1"),
        ],
        Each =
        [
            ("a", ["1", "2"]),
            ("b", ["0", "-1"]),
            ("c", ["1", "1/2"]),
            ("e", ["3"]),
        ],
        Where =
        [
            ("product", "matrix(2, 1, entry(u, 1, 1)**2 + entry(u, 2, 1)**2, 2*entry(u, 1, 1)*entry(u, 2, 1))"),
        ],
        Holds =
        [
            new(
                "squares are at least twice the first entry of the product",
                "a**2 + b**2 + c**2 + e**2 == (a - c)**2 + (b - e)**2 + 2*(a*c + b*e)"),
            new("u * u is (2, 2)", "product == 2"),
        ],
        Fails =
        [
            new("R(2, 2) is 4R(1, 0), squared, with R²(2, 2) ≤ 2‖u‖² and R²(1, 0) ≥ 2", "2*sum(u**2) >= 16*2"),
            new("and also if R² is meant to be proportional", "2*sum(u**2) >= 4*2"),
        ],
        Unchecked =
            "that the identity holds for all a, b, c, e; it is one of polynomials, checked at eight "
            + "points",
    };
}
