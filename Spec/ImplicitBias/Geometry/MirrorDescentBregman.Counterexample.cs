using Verification.Spec.Counterexamples;

namespace Verification.Spec.ImplicitBias.Geometry;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record MirrorDescentBregman
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Ψ(w) = Σ(w_j·log w_j − w_j), the customary start w_0 = (½, ½), X = (1, 2), y = 3/2. The "
            + "start interpolates, mirror descent stays there, and v = (3/4, 3/8) interpolates at a lower "
            + "Ψ.",
        Data =
        [
            ("X", "1 2;"),
            ("y", "3/2"),
            ("w", "1/2; 1/2"),
            ("v", "3/4; 3/8"),
        ],
        Holds =
        [
            new("the gradient vanishes at the start", "transpose(X) @ (X @ w - y) == 0"),
            new("v interpolates", "X @ v == y"),
        ],
        Fails =
        [
            new("the limit has the least Ψ", "sum(w*log(w) - w) <= sum(v*log(v) - v)"),
        ],
    };
}
