using Verification.Spec.Counterexamples;

namespace Verification.Spec.QuadraticNetworks.Descent;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record DescentTimeNeedsConditioning
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Gaussian data, the teacher diag(1, K), the start diag(7/10, K), ε = 1/10: d, ε, σ and the "
            + "risk of the start are the same for every K, and students stay diagonal, diag(a, b). A first "
            + "step η ≥ 4/(25K²) moves b so far that the risk rises. While it falls, a stays within bounds, "
            + "and a step moves it by a multiple of η; where the gradient is at most ε, a is near 1. So a "
            + "needs a multiple of K² steps to get there, above every bound N in d and ε.",
        Data =
        [
            ("a", "7/10"),
            ("epsilon", "1/10"),
            ("tau", "4/25"),
            ("x", "-51/100"),
            ("y", "1/3"),
        ],
        Each =
        [
            ("n", ["10", "1000", "100000"]),
        ],
        Where =
        [
            ("N", "n**2"),
            ("K", "10*n"),
            ("s", "a**2 - 1"),
            ("L", "s**2 + 2*s**2"),
            ("spread", "sqrt(L/2)"),
            ("afterFirst", "(K + 4*tau/K**2*K*abs(s))**2 - K**2"),
            ("end", "epsilon/(4*sqrt(2)*sqrt(1 - spread))/sqrt(2)"),
            ("way", "sqrt(1 - end) - a"),
            ("pace", "tau/K**2*4*sqrt(1 + spread)*(sqrt(L) + 2*spread)"),
        ],
        Holds =
        [
            new("the start lies below ½C5·σ⁴ = 1", "L < 1"),
            new("a first step 4/(25K²) raises the risk, of which 2A_22² is a part", "2*afterFirst**2 > L"),
            new(
                "Σ(tr A + 2A_ii)A_ii = L, so that L ≤ ‖A‖·‖∇L‖/(4·min(a, b)), for one A",
                "(x + y + 2*x)*x + (x + y + 2*y)*y == (x + y)**2 + 2*(x**2 + y**2)"),
            new("a has a way to go", "way > 1/4"),
        ],
        Fails =
        [
            new("N steps suffice", "N*pace >= way"),
        ],
        Unchecked =
            "steps under which the risk rises at times; that larger first steps raise it too, as A_22 "
            + "grows with η; and the identity for all A",
    };
}
