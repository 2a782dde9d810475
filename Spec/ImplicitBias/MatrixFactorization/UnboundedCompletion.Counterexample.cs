using Verification.Spec.Counterexamples;

namespace Verification.Spec.ImplicitBias.MatrixFactorization;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record UnboundedCompletion
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "W12 = W21 = 1 and W22 = 0 observed. Every solution has the determinant −1, the start I has "
            + "1, and the determinant keeps its sign: once the entries are within δ of what is observed, "
            + "W11 ≥ (1 − δ)²/δ, and the nuclear norm is at least |W11|.",
        Each =
        [
            ("delta", ["1/10", "1/1000"]),
            ("corner", ["-5", "0", "5"]),
        ],
        Where =
        [
            ("solution", "matrix(2, 2, corner, 1, 1, 0)"),
        ],
        Holds =
        [
            new("the solution has a negative determinant", "det(solution) < 0"),
            new("the start has a positive one", "det(matrix(2, 2, 1, 0, 0, 1)) > 0"),
        ],
        Fails =
        [
            new("the nuclear norm tends to the least one, 2: it is below 3", "(1 - delta)**2/delta < 3"),
        ],
        Unchecked =
            "that the determinant keeps its sign along the flow, as the derivative of its logarithm is "
            + "finite",
    };
}
