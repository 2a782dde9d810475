using Verification.Spec.Counterexamples;

namespace Verification.Spec.JacobianSpectra.Mixtures;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record MixtureSpectrum
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "K = 2, C = 4, d = 3: the centers a, b, c, d are (3/5, 4/5, 0), (3/5, 0, 4/5), (3/5, −4/5, 0) and "
            + "(3/5, 0, −4/5), the others −a, −b, −c, −d, all distinct and of norm 1. For φ = log(1 + e^z), "
            + "φ'(z) + φ'(−z) = 1, so that φ'(w·x)x − φ'(−w·x)(−x) = x for every w. With the signs 1, −1, 1, −1 the "
            + "sum over a, b, c, d is a − b + c − d = 0. For each output that is a relation between rows of the "
            + "Jacobian: its rank is at most K²C − K at any width.",
        Data =
        [
            ("half", "3/5 4/5 0; 3/5 0 4/5; 3/5 -4/5 0; 3/5 0 -4/5"),
            ("signs", "1; -1; 1; -1"),
            ("ones", "1; 1; 1"),
        ],
        Where = [("squares", "(half*half)@ones")],
        Holds = [new("centers have norm 1", "squares == 1")],
        Fails = [new("the sum over a, b, c, d does not vanish", "sum(abs(transpose(half)@signs)) > 0")],
        Unchecked = "φ'(z) + φ'(−z) = 1 for softplus",
    };
}
