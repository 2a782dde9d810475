using Verification.Spec.Counterexamples;

namespace Verification.Spec.ImplicitBias.DiagonalNetworks;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record InducedDynamics
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "One coordinate, α = 1, w = (2, ½): β = 15/4 and w₊w₋ = α². The velocity follows from ẇ = −∇L "
            + "by the product rule, g the slope of the loss in β.",
        Data =
        [
            ("plus", "2"),
            ("minus", "1/2"),
            ("alpha", "1"),
        ],
        Each =
        [
            ("g", ["1", "-3"]),
        ],
        Where =
        [
            ("beta", "plus**2 - minus**2"),
            ("velocity", "2*plus*(-2*g*plus) - 2*minus*(2*g*minus)"),
        ],
        Holds =
        [
            new("the point is on the conserved curve", "plus*minus == alpha**2"),
            new("the corrected velocity", "velocity == -4*sqrt(beta**2 + 4*alpha**4)*g"),
        ],
        Fails =
        [
            new("the printed velocity", "velocity == -sqrt(beta**2 + 4*alpha**4)*g"),
        ],
    };
}
