using Verification.Spec.Counterexamples;

namespace Verification.Spec.QuadraticNetworks.Initialization;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record InitializationBeatsTheBarrier
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Data ±1, for which C5 = 0: the strict inequality asks for a negative risk. The teacher T = "
            + "diag(3, 2), all four points, the start W with WᵀW = 2I.",
        Data =
        [
            ("x", "-1; 1"),
            ("p", "1/2; 1/2"),
            ("X", "1 1; 1 -1; -1 1; -1 -1"),
            ("T", "3 0; 0 2"),
            ("W", "1 1; 1 -1"),
            ("sigma", "2"),
        ],
        Where =
        [
            ("mu2", "sum(p*x**2)"),
            ("mu4", "sum(p*x**4)"),
            ("C5", "min(mu4 - mu2**2, 2*mu2**2)"),
            ("risk", "mean(diag(X @ (transpose(W) @ W - transpose(T) @ T) @ transpose(X))**2)"),
        ],
        Holds =
        [
            new("the start is mI with m = 2", "transpose(W) @ W == 2*matrix(2, 2, 1, 0, 0, 1)"),
            new("C5 vanishes", "C5 == 0"),
        ],
        Fails =
        [
            new("the start lies below the barrier", "risk < C5/2*sigma**4"),
        ],
        Unchecked =
            "that it is so at every m, d and teacher: a risk is a mean of squares, and none is negative, "
            + "so that the probability is 0",
    };
}
