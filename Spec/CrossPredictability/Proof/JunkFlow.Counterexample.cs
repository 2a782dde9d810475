using Verification.Spec.Counterexamples;

namespace Verification.Spec.CrossPredictability.Proof;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record JunkFlow
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "n = 2, F = x_1 or x_2, output ⟨w, x⟩, loss −y⟨w, x⟩, w = 0, one step with γ = 1, σ = 1/10. Rows are the "
            + "inputs; the gradient at (x, y) is −y·x. After the step x_i·⟨w, x⟩ is normal with mean γ and variance "
            + "nσ², and Cantelli's inequality bounds the accuracy from below.",
        Data =
        [
            ("x", "1 1; 1 -1; -1 1; -1 -1"),
            ("ones", "1 1 1 1;"),
            ("rate", "1"),
            ("noise", "1/10"),
        ],
        Where =
        [
            ("junk", "ones@(-x)/8 + ones@x/8"),
            ("step", "-rate*(ones@(-matrix(4, 2, 1, 1, 1, -1, 1, -1, 1, 1))/4)"),
            ("ratio", "rate**2/(2*noise**2)"),
            ("accuracy", "ratio/(1 + ratio)"),
        ],
        Holds =
        [
            new("the mean junk gradient vanishes", "junk == 0"),
            new("under the labels x_1 the step is γ(1, 0)", "step == matrix(1, 2, rate, 0)"),
        ],
        Fails =
        [
            new("the accuracy is ½ at most", "accuracy <= 1/2"),
        ],
        Unchecked = "the law of the weights after the step, and Cantelli's inequality P(Z > −m) ≥ m²/(1 + m²)",
    };
}
