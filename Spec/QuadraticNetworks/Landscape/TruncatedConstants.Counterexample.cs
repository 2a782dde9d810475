using Verification.Spec.Counterexamples;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record TruncatedConstants
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Coordinates ±1, each with probability ½: centered and bounded, and unchanged by the "
            + "condition |x| ≤ c for every c ≥ 1. Their square does not vary.",
        Data =
        [
            ("x", "-1; 1"),
            ("p", "1/2; 1/2"),
        ],
        Where =
        [
            ("mu2", "sum(p*x**2)"),
            ("mu4", "sum(p*x**4)"),
        ],
        Holds =
        [
            new("probabilities add up to 1", "sum(p) == 1"),
            new("the coordinate is centered", "sum(p*x) == 0"),
        ],
        Fails =
        [
            new("C5 is positive", "min(mu4 - mu2**2, 2*mu2**2) > 0"),
        ],
    };
}
