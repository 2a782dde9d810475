using Verification.Spec.Counterexamples;

namespace Verification.Spec.QuadraticNetworks.Descent;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record DescentTimeNeedsConditioning
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "For the teachers diag(1, K) dimension, ε, σ and the depth of the start are one and the same, "
            + "and the iterations grow with K.",
        Unchecked =
            "the number of iterations at the best of all constant steps, which takes whole runs of "
            + "gradient descent",
    };
}
