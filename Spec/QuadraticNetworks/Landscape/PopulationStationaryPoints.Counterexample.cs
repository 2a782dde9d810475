using Verification.Spec.Counterexamples;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// The printed form, read for all laws of the talk, fails at an instance that anybody can check by arithmetic.
public sealed partial record PopulationStationaryPoints
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Coordinates ±1, d = 2, W* = I, a student with WᵀW = diag(3/2, 1/2): of full rank, the same output as the "
            + "teacher at all four points, so that risk and gradient are 0, and no QW*, whose WᵀW is I.",
        Data =
        [
            ("first", "3/2"),
            ("second", "1/2"),
        ],
        Each =
        [
            ("x1", ["1", "-1"]),
            ("x2", ["1", "-1"]),
        ],
        Where =
        [
            ("student", "first*x1**2 + second*x2**2"),
            ("teacher", "x1**2 + x2**2"),
        ],
        Holds =
        [
            new("full rank", "first*second > 0"),
            new("student and teacher agree", "student == teacher"),
        ],
        Fails =
        [
            new("WᵀW = I", "first == 1"),
        ],
    };
}
