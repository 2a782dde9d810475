using Verification.Spec.Counterexamples;

namespace Verification.Spec.OnlineSgd.Population;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record LossFormula
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "f(x) = x², information exponent 2, at overlap 0, where a = ⟨w*, x⟩ and b = ⟨w, x⟩ are "
            + "independent. Gaussian moments E b² = 1, E b⁴ = 3.",
        Data =
        [
            ("second", "1"),
            ("fourth", "3"),
        ],
        Where =
        [
            ("loss", "(fourth - 2*second**2 + fourth)/2"),
        ],
        Holds =
        [
            new("the loss is Var f", "loss == fourth - second**2"),
        ],
        Fails =
        [
            new("the loss is 1 less terms with powers of the overlap, which is 0", "loss == 1"),
        ],
    };
}
