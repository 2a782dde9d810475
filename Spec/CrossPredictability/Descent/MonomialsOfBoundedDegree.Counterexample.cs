using Verification.Spec.Counterexamples;

namespace Verification.Spec.CrossPredictability.Descent;

// The printed form fails at instances that anybody can check by arithmetic.
public sealed partial record MonomialsOfBoundedDegree
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "k = n − 1, square loss over the n monomials of that degree from w = 0, γ = 1/2, ten steps, σ = n^(−2). "
            + "The weight of the target has the mean 1 − 2^(−10), all weights the variance s² = σ²Σ4^(−t) ≤ 4σ²/3; the "
            + "output times the label is normal with variance ns², and Cantelli's inequality bounds the accuracy.",
        Each = [("n", ["16", "64", "256", "1024"])],
        Where =
        [
            ("k", "n - 1"),
            ("features", "n"),
            ("mean", "1 - 1/2**10"),
            ("variance", "4*n**-4/3"),
            ("ratio", "mean**2/(features*variance)"),
            ("accuracy", "ratio/(1 + ratio)"),
        ],
        Holds =
        [
            new("the degree grows with n", "k >= n - 1"),
        ],
        Fails =
        [
            new("it is not learned", "accuracy < 99/100"),
        ],
        Unchecked =
            "that the n features are a network of ReLUs, that C(n, n − 1) = n, the law of the weights, and Cantelli's "
            + "inequality P(Z > −m) ≥ m²/(1 + m²)",
    };
}
