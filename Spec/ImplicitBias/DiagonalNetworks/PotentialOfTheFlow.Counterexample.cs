using Verification.Spec.Counterexamples;

namespace Verification.Spec.ImplicitBias.DiagonalNetworks;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record PotentialOfTheFlow
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "X = (1, 2), α = 1, y = 40/9. The flow ends where arcsinh(β_j/2) is a multiple of x_j, here "
            + "at β = (5/6, 65/36) = (s − 1/s, s² − 1/s²), s = 3/2. The interpolant v = β + (2, −1)/100 has "
            + "a smaller printed potential.",
        Data =
        [
            ("x", "1; 2"),
            ("y", "40/9"),
            ("beta", "5/6; 65/36"),
            ("v", "64/75; 404/225"),
        ],
        Where =
        [
            ("at", "sum(2 - sqrt(4 - beta**2) + beta*log(beta/2 + sqrt(1 + beta**2/4)))"),
            ("beside", "sum(2 - sqrt(4 - v**2) + v*log(v/2 + sqrt(1 + v**2/4)))"),
            ("first", "entry(beta, 1, 1)/2"),
            ("second", "entry(beta, 2, 1)/2"),
        ],
        Holds =
        [
            new("β interpolates", "sum(x*beta) == y"),
            new("v interpolates", "sum(x*v) == y"),
            new("v is β + (2, −1)/100", "v == beta + matrix(2, 1, 2, -1)/100"),
            new(
                "arcsinh(β_2/2) = 2·arcsinh(β_1/2), as exponentials",
                "(first + sqrt(1 + first**2))**2 == second + sqrt(1 + second**2)"),
        ],
        Fails =
        [
            new("β has the least printed potential", "at <= beside"),
        ],
        Unchecked =
            "that the flow ends where arcsinh(β_j/(2α²)) lies in the row space of X, the derivation of "
            + "the corrected form",
    };
}
