using Verification.Spec.Counterexamples;

namespace Verification.Spec.CrossPredictability.Classes;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record SecondDefinition
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "n = 1 and the one function F = x_1 on two equally likely inputs: F and F′ agree everywhere, while "
            + "F(X)F(X′) has the mean 0 over X for either X′.",
        Data = [("f", "1; -1")],
        Where =
        [
            ("cp", "mean(f*f)**2"),
            ("inside", "mean(f)**4"),
            ("outside", "mean(f)**2"),
        ],
        Holds = [new("the values are signs", "f*f == 1"), new("the definition of the theorem", "cp == 1")],
        Fails =
        [
            new("the mean over X′ inside the square", "inside == cp"),
            new("the mean over X′ outside the square", "outside == cp"),
        ],
    };
}
