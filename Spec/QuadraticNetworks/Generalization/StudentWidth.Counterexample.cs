using Verification.Spec.Counterexamples;

namespace Verification.Spec.QuadraticNetworks.Generalization;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record StudentWidth
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Three samples e1, e2, e1 + e2 in three dimensions and the teacher T = I; the X_iX_iᵀ span 3 "
            + "of 6 dimensions. A student of width 1, w = (a, b, ·), has to have a² = 1, b² = 1 and (a + "
            + "b)² = 2: a and b are among ±1, and then (a + b)² is 0 or 4.",
        Data =
        [
            ("X", "1 0 0; 0 1 0; 1 1 0"),
            ("T", "1 0 0; 0 1 0; 0 0 1"),
        ],
        Each =
        [
            ("a", ["-1", "1"]),
            ("b", ["-1", "1"]),
        ],
        Where =
        [
            ("labels", "diag(X @ transpose(T) @ T @ transpose(X))"),
        ],
        Holds =
        [
            new("the X_iX_iᵀ do not span: the rank of ⟨X_i, X_j⟩²", "rank((X @ transpose(X))**2) < 6"),
            new("the first label is met", "a**2 == entry(labels, 1, 1)"),
            new("the second label is met", "b**2 == entry(labels, 2, 1)"),
        ],
        Fails =
        [
            new("the third label is met", "(a + b)**2 == entry(labels, 3, 1)"),
        ],
    };
}
