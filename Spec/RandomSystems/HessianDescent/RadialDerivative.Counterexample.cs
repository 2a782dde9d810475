using Verification.Spec.Counterexamples;

namespace Verification.Spec.RandomSystems.HessianDescent;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record RadialDerivative
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "ξ = 1 + q³ at q = 1: ξ = 2, ξ′ = 3, ξ″ = 6. Of one equation, F and ⟨x, ∇F⟩ are normal with variances 2 "
            + "and 9 and covariance 3, and the variance of their product is 2·9 + 3². Over n equations the variance "
            + "is 3/n of the squared mean: below every positive bound for large n.",
        Data =
        [
            ("value", "2"),
            ("slope", "3"),
            ("second", "6"),
        ],
        Each =
        [
            ("bound", ["1", "1/10", "1/1000"]),
        ],
        Where =
        [
            ("n", "4/bound"),
            ("mean", "n*slope"),
            ("variance", "n*(value*(slope + second) + slope**2)"),
        ],
        Holds =
        [
            new("the relative variance is 3/n", "variance == 3*mean**2/n"),
        ],
        Fails =
        [
            new("the relative variance stays above the bound", "variance >= bound*mean**2"),
        ],
        Unchecked = "that the variance of a product of two centered normals is the product of the variances plus the "
            + "squared covariance",
    };
}
