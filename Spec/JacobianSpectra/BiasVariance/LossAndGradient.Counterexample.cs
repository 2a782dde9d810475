using Verification.Spec.Counterexamples;

namespace Verification.Spec.JacobianSpectra.BiasVariance;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record LossAndGradient
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "One sample, one neuron, one output: V = 2, φ(Wx) = 1, y = 0. The output of the network is 2. A block "
            + "V f(x; W) is 4, and the two losses that the slide prints are 2 and 8.",
        Data = [("v", "2"), ("hidden", "1"), ("label", "0")],
        Where = [("output", "v*hidden"), ("block", "v*output")],
        Fails =
        [
            new(
                "both losses are one",
                "(output - label)*(output - label)/2 == (block - label)*(block - label)/2"),
        ],
    };
}
