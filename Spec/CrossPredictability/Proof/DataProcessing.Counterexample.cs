using Verification.Spec.Counterexamples;

namespace Verification.Spec.CrossPredictability.Proof;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record DataProcessing
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Output u·v·f₀(x), labels f₀, loss −y·output, γ = σ = 1, u = v = 0. The gradient under true data is "
            + "−(v, u), and 0 at the start, under junk 0 everywhere: after one step both laws are N(0, I), at "
            + "distance 0, so that the printed bound is 0. The second step multiplies by a = I + γ(0 1; 1 0) under "
            + "true data and adds noise of covariance I.",
        Data =
        [
            ("one", "1 0; 0 1"),
            ("swap", "0 1; 1 0"),
            ("rate", "1"),
        ],
        Where =
        [
            ("a", "one + rate*swap"),
            ("true", "a@one@transpose(a) + one"),
            ("junk", "one + one"),
        ],
        Holds =
        [
            new("the covariance of u and v", "entry(true, 1, 2) == 2*rate"),
        ],
        Fails =
        [
            new("the distance is 0 after two steps too, so that both laws have one covariance", "true == junk"),
        ],
        Unchecked = "that laws of different covariance have a positive distance, and that equal ones have distance 0",
    };
}
