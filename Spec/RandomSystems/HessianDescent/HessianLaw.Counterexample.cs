using Verification.Spec.Counterexamples;

namespace Verification.Spec.RandomSystems.HessianDescent;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record HessianLaw
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "ξ = q², two equations with the values 1 and 2 at x = e_1. The mixed derivative of F_i in two directions "
            + "orthogonal to x is the coefficient of their product, of variance 2!/(1!1!), and the second one in one "
            + "direction twice that of the square. Given F the Hessian has the variances 10 and 20, and √(R_nξ″)W with "
            + "variances 1 and 2 of W has 5 and 10.",
        Data =
        [
            ("F", "1; 2"),
            ("mixed", "2"),
            ("pure", "4"),
            ("second", "2"),
        ],
        Where =
        [
            ("risk", "sum(F**2)/2"),
            ("off", "sum(F**2)*mixed"),
            ("on", "sum(F**2)*pure"),
        ],
        Holds =
        [
            new("with 2R_nξ″ the variance off the diagonal", "off == 2*risk*second"),
            new("and the one on it", "on == 2*risk*second*2"),
        ],
        Fails =
        [
            new("the variance off the diagonal is R_nξ″", "off == risk*second"),
        ],
        Unchecked =
            "that W has the variances 1 and 2, as in the argument of z* on the theorem's slide: with 2 and 4 the "
            + "printed factor is right",
    };
}
