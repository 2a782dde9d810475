using Verification.Spec.Counterexamples;

namespace Verification.Spec.PolyakLojasiewicz.Networks;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record NonlinearOutputHessian
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words = "φ(z) = z²/2 and f(t) = 2t: second differences of φ(f(t)) = 2t² are exact and are 4.",
        Each =
        [
            ("t", ["0", "1", "-3"]),
        ],
        Where =
        [
            ("second", "2*(t + 1)**2 - 2*2*t**2 + 2*(t - 1)**2"),
            ("slope", "2"),
            ("bend", "0"),
            ("first", "2*t"),
            ("curvature", "1"),
        ],
        Holds =
        [
            new("the chain rule, φ''(f)·f'² + φ'(f)·f''", "second == curvature*slope**2 + first*bend"),
        ],
        Fails =
        [
            new("as printed, φ''(f)·f' + φ'(f)·f''", "second == curvature*slope + first*bend"),
        ],
    };
}
