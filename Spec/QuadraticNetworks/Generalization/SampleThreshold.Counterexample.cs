using Verification.Spec.Counterexamples;

namespace Verification.Spec.QuadraticNetworks.Generalization;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record SampleThreshold
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Coordinates ±1 in two dimensions: these four points are all that can occur. The matrices xxᵀ "
            + "have unit diagonals, so that A = E11 − E22 is orthogonal to each of them, however many "
            + "samples there are.",
        Data =
        [
            ("X", "1 1; 1 -1; -1 1; -1 -1"),
            ("A", "1 0; 0 -1"),
        ],
        Holds =
        [
            new("⟨A, xxᵀ⟩ = 0 for every point", "diag(X @ A @ transpose(X)) == 0"),
            new("A is symmetric", "transpose(A) == A"),
            new("A is not 0", "A != 0"),
        ],
        Fails =
        [
            new(
                "the xxᵀ span the symmetric matrices, of dimension 3: the rank of their Gram matrix ⟨x, x'⟩²",
                "rank((X @ transpose(X))**2) == 3"),
        ],
    };
}
