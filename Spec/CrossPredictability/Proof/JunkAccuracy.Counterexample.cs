using Verification.Spec.Counterexamples;

namespace Verification.Spec.CrossPredictability.Proof;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record JunkAccuracy
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "n = 1, F = x_1·ε(x_1) with ε(1), ε(−1) independent, 1 with probability 3/4: four functions, a column "
            + "each, with their probabilities. The network x_1, without a step of training, is right with "
            + "probability 3/4.",
        Data =
        [
            ("f", "1 1 -1 -1; -1 1 -1 1"),
            ("p", "9/16; 3/16; 3/16; 1/16"),
            ("w", "1; -1"),
        ],
        Where =
        [
            ("one", "sum((f + 1)@p)/4"),
            ("right", "(1 + sum(w*(f@p))/2)/2"),
        ],
        Holds =
        [
            new("the probabilities sum to 1", "sum(p) == 1"),
            new("the class is balanced", "one == 1/2"),
        ],
        Fails =
        [
            new("the accuracy is ½", "right == 1/2"),
        ],
    };
}
