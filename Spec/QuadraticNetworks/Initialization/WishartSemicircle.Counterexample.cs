using Verification.Spec.Counterexamples;

namespace Verification.Spec.QuadraticNetworks.Initialization;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record WishartSemicircle
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Gaussian weights, m = 4d. The mean of (1/d)Σx_i³ is (d² + 3d + 4)/√(d³m), which tends to ½; "
            + "the semicircle law is symmetric and has the third moment 0. It follows from the mean of tr "
            + "S³, S = W*ᵀW*, which is md(m² + d² + 3md + 3m + 3d + 4).",
        Each =
        [
            ("d", ["10", "1000", "1000000"]),
        ],
        Where =
        [
            ("m", "4*d"),
            ("first", "m*d"),
            ("second", "m*d*(m + d + 1)"),
            ("third", "m*d*(m**2 + d**2 + 3*m*d + 3*m + 3*d + 4)"),
            ("centered", "(third - 3*m*second + 3*m**2*first - m**3*d)/(d*sqrt(m*d)**3)"),
        ],
        Holds =
        [
            new(
                "at d = 1 the mean of tr S³ is the third moment of χ² with m degrees",
                "m*(m**2 + 1 + 3*m + 3*m + 3 + 4) == m*(m + 2)*(m + 4)"),
            new("the third moment of the x_i", "abs(centered - (d**2 + 3*d + 4)/sqrt(d**3*m)) < 1/10**20"),
        ],
        Fails =
        [
            new("the third moment comes near that of the semicircle", "abs(centered) < 1/4"),
        ],
        Unchecked =
            "the means of tr S² and tr S³, which are known; and that third moments converge with the "
            + "laws, as mean sixth moments stay bounded",
    };
}
