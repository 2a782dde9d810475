using Verification.Spec.Counterexamples;

namespace Verification.Spec.ImplicitBias.Homogeneous;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record ConvolutionDepth
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "From depth 3 on the frequency that the start favours grows first and takes all, at whatever "
            + "cost.",
        Unchecked = "the limit of a flow, which the audit encloses",
    };
}
