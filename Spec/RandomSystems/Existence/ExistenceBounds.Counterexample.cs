using Verification.Spec.Counterexamples;

namespace Verification.Spec.RandomSystems.Existence;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record ExistenceBounds
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "d = 3, n = 1: the cubic x₁³ + x₂³ + x₃³ is odd and exceeds the constant ½ at the point v of the sphere: "
            + "F = ½ + x₁³ + x₂³ + x₃³ takes both signs on it and has a zero, and so it is with every constant below "
            + "the maximum of the cubic.",
        Data =
        [
            ("v", "3/5; 4/5; 0"),
            ("constant", "1/2"),
        ],
        Where =
        [
            ("cubic", "sum(v**3)"),
            ("up", "constant + cubic"),
            ("down", "constant - cubic"),
        ],
        Holds =
        [
            new("v lies on the sphere", "sum(v**2) == 1"),
            new("n/d is below α_LB = 0.3998… of ξ_0 = 3", "1/3 < 3998/10000"),
        ],
        Fails =
        [
            new("F has no zero, so that it has one sign at v and −v", "up*down > 0"),
        ],
        Unchecked =
            "that the sphere is connected, and that the maximum of a random cubic, of the order of √d, exceeds a "
            + "normal constant with high probability",
    };
}
