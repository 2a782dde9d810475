using Verification.Spec.Counterexamples;

namespace Verification.Spec.RandomSystems.GradientDescent;

// The printed form, with constants that do not depend on ξ, fails at an instance that anybody can check by arithmetic.
public sealed partial record GradientDescentTheorem
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "n = 1, d = 4 or 400, F(x) = t·x₁³, a draw of ξ = t²(1 + q³), from x₁ = 1/2. With η = 1/(2C₁d), k "
            + "= 64C₁/c₂ and t² = 1/(100k) the exponent c₂(√d − 1)²ηk is 8 at least. A step moves x₁ by at most "
            + "the share 3ηt² before it is put back on the sphere, whose radius it left by at most (3ηt²)² in "
            + "square, so that x₁ loses at most the share 6ηt² in a step. The bound is 4t²e^(−8), below "
            + "4t²/2500.",
        Data =
        [
            ("first", "1/2"),
            ("e", "27/10"),
        ],
        Each =
        [
            ("C1", ["1", "10"]),
            ("c2", ["1", "1/10"]),
            ("root", ["2", "20"]),
        ],
        Where =
        [
            ("d", "root**2"),
            ("eta", "1/(2*C1*d)"),
            ("k", "64*C1/c2"),
            ("square", "1/(100*k)"),
            ("left", "first**6*(1 - 36*eta*square*k)"),
        ],
        Holds =
        [
            new("the step is allowed", "eta*C1*d < 1"),
            new("the exponent is 8 at least at step k", "c2*(root - 1)**2*eta*k >= 8"),
            new("e⁸ is more than 2500, by a lower bound of e", "e**8 > 2500"),
        ],
        Fails =
        [
            new(
                "t²(x₁^k)⁶ ≤ 2nξ(1)e^(−8) with ξ(1) = 2t², where (1 − 6a)^(6k) ≥ 1 − 36ak bounds (x₁^k)⁶ from below",
                "left*square <= 4*square/2500"),
        ],
        Unchecked =
            "that e exceeds 27/10, that the threshold, the same for all t, exceeds 1/d for one of these d or a larger "
            + "one, and that the same holds for random F with high probability",
    };
}
