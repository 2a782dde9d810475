using Verification.Spec.Counterexamples;

namespace Verification.Spec.JacobianSpectra.BiasVariance;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record ScaleOfTheStart
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "φ(z) = z, V = (1 1; 1 −1)/2, whose entries are 1/√(kK) for k = K = 2, n = 1024 inputs 1, labels (1, 0). "
            + "JJᵀ is ½ times ones for each output, λ² = n/2 = nKᾱ² with ᾱ = ½. Steps 1/(nK) keep ¾ of the residual "
            + "each, and Γ = 3 asks for Γ/ᾱ² = 12. From outputs (0, 1024) they come to (1 − q, 1024q), q = (3/4)¹²: "
            + "every sample is misclassified. The bound is below 2^(−3) + 0 + 3/(½·32) = 5/16.",
        Data = [("V", "1/2 1/2; 1/2 -1/2"), ("n", "1024"), ("start", "1024"), ("gamma", "3"), ("cutoff", "1/2")],
        Where =
        [
            ("value", "n/2"),
            ("keep", "1 - value/(2*n)"),
            ("kept4", "keep*keep*keep*keep"),
            ("kept", "kept4*kept4*kept4"),
            ("bound", "1/8 + gamma/(cutoff*sqrt(n))"),
        ],
        Holds =
        [
            new("VVᵀ is half the identity", "V@transpose(V) == 1/2*matrix(2, 2, 1, 0, 0, 1)"),
            new("the singular value is at the cutoff", "value == 2*n*cutoff*cutoff"),
            new("the second output is the larger one", "start*kept > 1 - kept"),
        ],
        Fails = [new("the share of misclassified samples, 1, is within the bound", "1 <= bound")],
        Unchecked = "that e^(−3) is below 2^(−3)",
    };
}
