using Verification.Spec.Counterexamples;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record EmpiricalEnergyBarrier
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Two samples in two dimensions, N = d(d+1)/2 − 1, and the teacher T = I. The student W of one "
            + "row interpolates both, so that the least risk of a rank-deficient student is 0, below ½C5·σ⁴ "
            + "= 1.",
        Data =
        [
            ("X", "3 4; 1 0"),
            ("T", "1 0; 0 1"),
            ("W", "1 1/2;"),
            ("C5", "2"),
            ("sigma", "1"),
        ],
        Where =
        [
            ("labels", "diag(X @ transpose(T) @ T @ transpose(X))"),
            ("outputs", "diag(X @ transpose(W) @ W @ transpose(X))"),
            ("risk", "mean((labels - outputs)**2)"),
        ],
        Holds =
        [
            new("the samples are independent", "det(X) != 0"),
            new("W is rank-deficient", "rank(W) < 2"),
        ],
        Fails =
        [
            new("the risk is at least ½C5·σ⁴", "risk >= C5/2*sigma**4"),
        ],
        Unchecked =
            "that it is so at every draw: the equations ⟨w, X_i⟩ = ‖T·X_i‖, i = 1, 2, have a solution w "
            + "whenever X_1 and X_2 are independent, with probability one for Gaussian data, for which C5 "
            + "is 2",
    };
}
