using Verification.Spec.Counterexamples;

namespace Verification.Spec.RandomSystems.HessianDescent;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record OrthogonalSteps
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "δ = 1/4, K = 3, four dimensions, r = 1/2 = √δ: x^1 = (r, 0, 0, 0), x^2 = (r, r, 0, 0), x^3 = (r, r, r, "
            + "0), by steps of length r orthogonal to the points from which they start. x^K = x^3 has the squared norm "
            + "3/4; x^(K+1) = (r, r, r, r) lies on the sphere.",
        Data =
        [
            ("delta", "1/4"),
            ("r", "1/2"),
        ],
        Holds =
        [
            new("steps have the length √δ", "r**2 == delta"),
            new("K = 1/δ − 1 is 3", "1/delta - 1 == 3"),
            new("x^(K+1) lies on the sphere", "4*r**2 == 1"),
        ],
        Fails =
        [
            new("x^K lies on the sphere", "3*r**2 == 1"),
        ],
        Unchecked = "that the directions are least eigenvectors, which does not matter for the norms",
    };
}
