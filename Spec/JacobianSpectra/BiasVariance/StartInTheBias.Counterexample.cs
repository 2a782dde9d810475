using Verification.Spec.Counterexamples;

namespace Verification.Spec.JacobianSpectra.BiasVariance;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record StartInTheBias
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "K = 2, φ(z) = z, V of signs over √(2k log 2), n = 10¹⁰ inputs (e₀ + e_i)/√2, all labels the first class. "
            + "The kernel is (11ᵀ + I)/2 over 2 log 2: y lies in the space of constants, which is I for the cutoff "
            + "α² = n/2 over 2 log 2. Steps 1/λ₁² fit constants and leave the rest: at a new sample f₁ − f₂ is normal "
            + "of mean 1 and variance s² = 1/(2 log 2), up to 1/n. With x = 1/s, e^(−x²/2) is ½, and the probability "
            + "that it is negative at least ½x/((1 + x²)√(2π)), where π < 22/7.",
        Data = [("n", "10000000000"), ("gamma", "11")],
        Where =
        [
            ("square", "2*log(2)"),
            ("error", "sqrt(square)/((1 + square)*2*sqrt(44/7))"),
            ("cutoff", "sqrt(1/(8*log(2)))"),
        ],
        Holds =
        [
            new("the error is above 0.09", "error > 9/100"),
            new("nKᾱ² is the squared cutoff n/2 over 2 log 2", "cutoff*cutoff*2*n*2*log(2) <= n/2 + 1/1000"),
        ],
        Fails =
        [
            new(
                "the error is at most 2^(−Γ) + Γ/(ᾱ√n), which is above e^(−Γ) + 0 + Γ/(ᾱ√n), even times 100",
                "error <= 100*(1/2048 + gamma/(cutoff*sqrt(n)))"),
        ],
        Unchecked = "the lower bound of the normal law's tail, and what is of the order 1/n",
    };
}
