using Verification.Spec.Counterexamples;

namespace Verification.Spec.QuadraticNetworks.Descent;

// The printed form, read for every number of samples, fails at an instance that anybody can check by arithmetic.
public sealed partial record IdentityStartReachesTheTeacher
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "d = 2, m = 64 and the one sample x = (1, 0). Gradients are multiples of Wxxᵀ, so that no step moves We₂: "
            + "zᵀWᵀWz stays 64 for z = e₂. A planted column of length² 70 is not recovered.",
        Data =
        [
            ("x", "1; 0"),
            ("z", "0; 1"),
            ("m", "64"),
            ("planted", "70"),
        ],
        Each =
        [
            ("step", ["1/100", "1", "-3"]),
        ],
        Where =
        [
            ("moved", "step*sum(x*z)"),
            ("after", "m*(1 + moved)**2"),
        ],
        Holds =
        [
            new("a step leaves zᵀWᵀWz as it was", "after == m"),
        ],
        Fails =
        [
            new("it is that of the teacher", "after == planted"),
        ],
    };
}
