using Verification.Spec.Counterexamples;

namespace Verification.Spec.RandomSystems.Zeros;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record BezoutNumber
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "x₁x₂ = x₁x₃ = 0: the points (0 : 1 : t) are zeros, and different ones for different t. Five of them are "
            + "more than 2·2.",
        Data =
        [
            ("points", "0 1 0; 0 1 1; 0 1 2; 0 1 3; 0 1 4"),
            ("e1", "1; 0; 0"),
            ("e2", "0; 1; 0"),
            ("e3", "0; 0; 1"),
        ],
        Where =
        [
            ("x1", "points @ e1"),
            ("x2", "points @ e2"),
            ("x3", "points @ e3"),
        ],
        Holds =
        [
            new("the first form vanishes at every point", "x1*x2 == 0"),
            new("and the second", "x1*x3 == 0"),
            new("second coordinates are 1, so that points with different third ones are different", "x2 == 1"),
            new("third coordinates are 0, 1, 2, …", "x3 == range(5)"),
        ],
        Fails =
        [
            new("there are no more than p₁p₂ zeros", "sum(x2) <= 2*2"),
        ],
    };
}
