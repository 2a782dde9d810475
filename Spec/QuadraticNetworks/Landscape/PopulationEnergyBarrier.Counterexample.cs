using Verification.Spec.Counterexamples;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// The printed form, read for all laws of the talk, fails at an instance that anybody can check by arithmetic.
public sealed partial record PopulationEnergyBarrier
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Coordinates ±1, d = 2, W* = I, a student of rank 1 with WᵀW = diag(2, 0): it has the output of the "
            + "teacher at all four points, so that its risk is 0.",
        Each =
        [
            ("x1", ["1", "-1"]),
            ("x2", ["1", "-1"]),
        ],
        Where =
        [
            ("student", "2*x1**2"),
            ("teacher", "x1**2 + x2**2"),
        ],
        Holds =
        [
            new("the teacher has norm 2 in square", "teacher == 2"),
        ],
        Fails =
        [
            new("the student errs", "(student - teacher)**2 > 0"),
        ],
    };
}
