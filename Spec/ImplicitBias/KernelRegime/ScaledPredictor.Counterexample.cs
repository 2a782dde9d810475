using Verification.Spec.Counterexamples;

namespace Verification.Spec.ImplicitBias.KernelRegime;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record ScaledPredictor
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "One sample with label 1. Both predictors have the label there, so that a share 1/α of the "
            + "one is 1 − 1/α away from the other.",
        Data =
        [
            ("y", "1"),
        ],
        Each =
        [
            ("alpha", ["2", "10", "1000"]),
        ],
        Fails =
        [
            new("the distance falls below 1/4", "abs(y/alpha - y) < 1/4"),
        ],
        Unchecked = "that both interpolate, as the flow ends only there",
    };
}
