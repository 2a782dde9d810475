using Verification.Spec.Counterexamples;

namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record LocalNonconvexity
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "F(a, b) = a/√(1 + b), y = 0, w* = 0: F(w*) = 0, ∇F(w*) = (1, 0), and the Hessian H of F at "
            + "w* has rank 2. But L = a²/(2s), s = 1 + b, is convex: what a chord exceeds L by is a square "
            + "over a positive number.",
        Data =
        [
            ("H", "0 -1/2; -1/2 0"),
            ("gradient", "1; 0"),
        ],
        Each =
        [
            ("share", ["1/4", "1/2"]),
            ("a1", ["1", "-2"]),
            ("s1", ["1/2", "1"]),
            ("a2", ["1/3"]),
            ("s2", ["3/2"]),
        ],
        Where =
        [
            ("a", "share*a1 + (1 - share)*a2"),
            ("s", "share*s1 + (1 - share)*s2"),
            ("excess", "share*a1**2/(2*s1) + (1 - share)*a2**2/(2*s2) - a**2/(2*s)"),
        ],
        Holds =
        [
            new("the gradient of F does not vanish", "gradient != 0"),
            new("the Hessian of F has rank above 1", "rank(H) > 1"),
            new("chord less function", "excess == share*(1 - share)*(a1*s2 - a2*s1)**2/(2*s1*s2*s)"),
        ],
        Fails =
        [
            new("L is not convex here", "excess < 0"),
        ],
        Unchecked =
            "that the identity holds at all points, as one of rational functions; it is checked at eight "
            + "pairs. The derivatives of F at 0 are those of a − ab/2 + …",
    };
}
