using Verification.Spec.Counterexamples;

namespace Verification.Spec.ImplicitBias.Geometry;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record NaturalGradientOrder
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Ψ as for entropy, so that (∇²Ψ)⁻¹ = diag(w). X = (1, 2), y = 2, start (1, 1), step 1/10: the "
            + "first iterate (4/5, 3/5) interpolates, descent stays there, and the interpolant v = (39/50, "
            + "61/100) has a smaller divergence from the start.",
        Data =
        [
            ("X", "1 2;"),
            ("y", "2"),
            ("start", "1; 1"),
            ("step", "1/10"),
            ("v", "39/50; 61/100"),
        ],
        Where =
        [
            ("w", "start - step*start*(2*transpose(X) @ (X @ start - y))"),
        ],
        Holds =
        [
            new("the first iterate interpolates", "X @ w == y"),
            new("v interpolates", "X @ v == y"),
        ],
        Fails =
        [
            new(
                "the limit has the least divergence Σ(w·log(w/w_0) − w + w_0)",
                "sum(w*log(w/start) - w + start) <= sum(v*log(v/start) - v + start)"),
        ],
    };
}
