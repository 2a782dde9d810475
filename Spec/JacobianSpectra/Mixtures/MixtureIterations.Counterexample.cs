using Verification.Spec.Counterexamples;

namespace Verification.Spec.JacobianSpectra.Mixtures;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record MixtureIterations
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "φ(z) = z, K = C = 2, centers e₁, (s, t, 0, 0), (s, 0, t, 0), e₄ with s = 399/401, t = 40/401, and labels "
            + "1, 1, −1, −1. The kernel is their Gram matrix, and steps 1/(nK) multiply the residual by I − M/8. "
            + "Γ = 5 asks for ΓK²C = 40 steps, after which the third component has the label of its neighbors: a "
            + "quarter of all samples. The bound is below 5√(8/n) + 2⁻⁵, with n = 10⁶ samples.",
        Data =
        [
            ("gram", "1 399/401 399/401 0; 399/401 1 159201/160801 0; 399/401 159201/160801 1 0; 0 0 0 1"),
            ("one", "1 0 0 0; 0 1 0 0; 0 0 1 0; 0 0 0 1"),
            ("labels", "1; 1; -1; -1"),
        ],
        Where =
        [
            ("step", "one - gram/8"),
            ("two", "step@step"),
            ("four", "two@two"),
            ("eight", "four@four"),
            ("forty", "eight@eight@eight@eight@eight"),
            ("output", "labels - forty@labels"),
        ],
        Holds =
        [
            new("the kernel is definite", "det(gram) > 0"),
            new("the bound is below a quarter", "5*sqrt(8/1000000) + 1/32 < 1/4"),
        ],
        Fails = [new("the third component has its label, negative, after ΓK²C steps", "entry(output, 3, 1) < 0")],
        Unchecked = "e^(−5) < 2^(−5)",
    };
}
