using Verification.Spec.Counterexamples;

namespace Verification.Spec.RandomSystems.GradientDescent;

// The printed form, with constants that do not depend on ξ, fails at an instance that anybody can check by arithmetic.
public sealed partial record GradientDescentTheorem
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "n = 1, d = 4, F(x) = t·x₁, a draw of ξ = t²q whose gradient has length t, from x₁ = 1/2. With η = 1/(8C₁) "
            + "and k so large that c₂(√d − √n)²ηk = c₂k/(8C₁) = 4, and t² = 1/(100k): a step changes x₁ by at most ηt² "
            + "times x₁ before it is put back on the sphere, whose radius it left by at most (ηt²)² in square, so that "
            + "x₁ loses at most the share 2ηt² in a step. The bound is 2t²e^(−4), below 2t²/50.",
        Data =
        [
            ("first", "1/2"),
            ("e", "27/10"),
        ],
        Each =
        [
            ("C1", ["1", "10"]),
            ("c2", ["1", "1/10"]),
        ],
        Where =
        [
            ("eta", "1/(8*C1)"),
            ("k", "32*C1/c2"),
            ("square", "1/(100*k)"),
            ("left", "first**2*(1 - 4*eta*square*k)"),
        ],
        Holds =
        [
            new("the step is allowed", "eta*4*C1 <= 1/2"),
            new("the exponent is 4 at step k", "c2*(2 - 1)**2*eta*k == 4"),
            new("e⁴ is more than 50, by a lower bound of e", "e**4 > 50"),
        ],
        Fails =
        [
            new(
                "(x₁^k)²t² ≤ 2nξ(1)e^(−4) with ξ(1) = t², where (1 − 2a)^(2k) ≥ 1 − 4ak bounds (x₁^k)² from below",
                "left*square <= 2*square/50"),
        ],
        Unchecked = "that e exceeds 27/10, and that the same holds for random F with high probability",
    };
}
