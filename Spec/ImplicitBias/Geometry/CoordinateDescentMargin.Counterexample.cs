using Verification.Spec.Counterexamples;

namespace Verification.Spec.ImplicitBias.Geometry;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record CoordinateDescentMargin
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "The matrix of Rudin, Daubechies and Schapire. Exact line search from w = 0 cycles through "
            + "the first three columns; the mean of rows 1, 3 and 6 is 1/3 in each of these, so that no "
            + "weights on them have a margin above 1/3, while v has 3/8.",
        Data =
        [
            (
                "M",
                "-1 1 1 1 1 -1 -1 1; -1 1 1 -1 -1 1 1 1; 1 -1 1 1 1 -1 1 1; 1 -1 1 1 -1 1 1 1; 1 -1 1 "
                + "-1 1 1 1 -1; 1 1 -1 1 1 1 1 -1; 1 1 -1 1 1 1 -1 1; 1 1 1 1 -1 -1 1 -1"),
            ("p", "1/3; 0; 1/3; 0; 0; 1/3; 0; 0"),
            ("v", "1/8; 3/16; 1/4; 1/16; 1/8; 1/8; 1/16; 1/16"),
            ("columns", "1 0 0; 0 1 0; 0 0 1; 0 0 0; 0 0 0; 0 0 0; 0 0 0; 0 0 0"),
        ],
        Where =
        [
            ("reached", "entry(transpose(p) @ M @ columns, 1, 1)"),
            ("best", "3/8"),
        ],
        Holds =
        [
            new("p and v are weights", "sum(abs(p)) == sum(abs(v))"),
            new("of norm 1", "sum(abs(v)) == 1"),
            new(
                "no weights on the three columns have a margin above what p gives",
                "transpose(p) @ M @ columns <= reached"),
            new("v has the margin 3/8", "M @ v >= best"),
        ],
        Fails =
        [
            new("no margin is larger than what the three columns can reach", "best <= reached"),
        ],
        Unchecked =
            "that exact line search takes no other columns, which the audit sees over 4,000 steps and "
            + "which the cited paper proves",
    };
}
