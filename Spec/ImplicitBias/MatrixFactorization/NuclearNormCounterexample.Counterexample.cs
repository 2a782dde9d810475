using Verification.Spec.Counterexamples;

namespace Verification.Spec.ImplicitBias.MatrixFactorization;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record NuclearNormCounterexample
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "X12 = X13 = 3 and X23 = 1 observed, the diagonal free. The flow from a small start goes to "
            + "the solution of rank one, uuᵀ with u = (3, 1, 1); X is another solution, positive "
            + "semidefinite and of smaller trace, which is the nuclear norm of both.",
        Data =
        [
            ("u", "3; 1; 1"),
            ("F", "2 1 1; 1 1 0; 1 0 1"),
            ("X", "6 3 3; 3 2 1; 3 1 2"),
            ("observed", "0 1 1; 1 0 1; 1 1 0"),
        ],
        Where =
        [
            ("rankOne", "u @ transpose(u)"),
        ],
        Holds =
        [
            new("X is positive semidefinite", "X == F @ transpose(F)"),
            new("both have the entries observed", "observed*X == observed*rankOne"),
        ],
        Fails =
        [
            new("the solution of rank one has the least trace", "trace(rankOne) <= trace(X)"),
        ],
        Unchecked =
            "that the flow from αI goes to the solution of rank one as α falls to 0; the audit encloses "
            + "it",
    };
}
