using Verification.Spec.Counterexamples;

namespace Verification.Spec.QuadraticNetworks.Initialization;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record LossFromSpectrum
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Coordinates −1, 0, 1 with equal probability, so that the nine points X are equally likely. W "
            + "and V have the differences diag(1, −1) and its rotation by 45 degrees from the teacher's T: "
            + "one spectrum, two population risks.",
        Data =
        [
            ("X", "-1 -1; -1 0; -1 1; 0 -1; 0 0; 0 1; 1 -1; 1 0; 1 1"),
            ("T", "2 0; 0 2"),
            ("W", "2 0; 1 0; 0 1; 0 1; 0 1"),
            ("V", "1 1; 1 0; 1 0; 1 0; 0 1; 0 1; 0 1"),
        ],
        Where =
        [
            ("A", "transpose(W) @ W - transpose(T) @ T"),
            ("B", "transpose(V) @ V - transpose(T) @ T"),
        ],
        Holds =
        [
            new("one characteristic polynomial: the trace", "trace(A) == trace(B)"),
            new("and the determinant", "det(A) == det(B)"),
        ],
        Fails =
        [
            new("one population risk", "mean(diag(X @ A @ transpose(X))**2) == mean(diag(X @ B @ transpose(X))**2)"),
        ],
    };
}
