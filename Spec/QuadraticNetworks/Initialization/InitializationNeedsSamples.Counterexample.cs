using Verification.Spec.Counterexamples;

namespace Verification.Spec.QuadraticNetworks.Initialization;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record InitializationNeedsSamples
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "With N samples, N fixed, the risk of the start over that of the barrier keeps the law of "
            + "χ²_N/N, whatever d.",
        Unchecked = "a probability in the limit of large d, refuted by many trials",
    };
}
