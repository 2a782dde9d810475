using Verification.Spec.Counterexamples;

namespace Verification.Spec.OnlineSgd.Population;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record LandscapeOfDegree
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words = "k = 1, L = 1 − ⟨w, w*⟩, on the equator of the circle: w* = (1, 0), w = (0, 1).",
        Data =
        [
            ("star", "1; 0"),
            ("w", "0; 1"),
        ],
        Where =
        [
            ("m", "sum(w*star)"),
            ("gradient", "-(star - m*w)"),
        ],
        Holds =
        [
            new("w is of norm 1", "sum(w**2) == 1"),
            new("on the equator", "m == 0"),
        ],
        Fails =
        [
            new("it is stationary on the sphere", "gradient == 0"),
        ],
    };
}
