using Verification.Spec.Counterexamples;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record TeacherIdentification
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "All four sign vectors in two dimensions, N = 4 ≥ d(d+1)/2 = 3, and the teacher T = I. The "
            + "student W = diag(7/5, 1/5) has rank 2 and interpolates, as the trace of WᵀW is 2; the "
            + "gradient vanishes, and WᵀW is not TᵀT, which it would be for W = QT with an orthogonal Q.",
        Data =
        [
            ("X", "1 1; 1 -1; -1 1; -1 -1"),
            ("T", "1 0; 0 1"),
            ("W", "7/5 0; 0 1/5"),
        ],
        Where =
        [
            ("residuals", "diag(X @ (transpose(W) @ W - transpose(T) @ T) @ transpose(X))"),
            ("gradient", "4/4*W @ transpose(X) @ (residuals @ matrix(1, 2, 1, 1)*X)"),
        ],
        Holds =
        [
            new("W has full rank", "rank(W) == 2"),
            new("the gradient of the empirical risk vanishes", "gradient == 0"),
        ],
        Fails =
        [
            new("WᵀW = TᵀT", "transpose(W) @ W == transpose(T) @ T"),
        ],
    };
}
