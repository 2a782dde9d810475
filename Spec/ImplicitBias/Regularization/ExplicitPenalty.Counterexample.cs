using Verification.Spec.Counterexamples;

namespace Verification.Spec.ImplicitBias.Regularization;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record ExplicitPenalty
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "One coordinate, α = 2, β = 128/9. All weights with u² − v² = β have |u| ≥ 377/100, so that R_2(β) ≥ "
            + "(177/100)². At b = β/α² = 32/9 the quartic has the root r = 10/9, below that; R_2(β) is 40/9 = 4r, at "
            + "u = 4, v = 4/3.",
        Data =
        [
            ("alpha", "2"),
            ("beta", "128/9"),
            ("r", "10/9"),
            ("u", "4"),
            ("v", "4/3"),
            ("least", "377/100"),
        ],
        Where =
        [
            ("b", "beta/alpha**2"),
            ("quartic", "r**4 - 6*r**3 + (12 - 2*b**2)*r**2 - (8 + 10*b**2)*r + b**2 + b**4"),
            ("distance", "(u - alpha)**2 + (v - alpha)**2"),
        ],
        Holds =
        [
            new("r solves the quartic", "quartic == 0"),
            new("every u with u² ≥ β exceeds 377/100 in size", "least**2 < beta"),
            new("the weights (4, 4/3) have the output β", "u**2 - v**2 == beta"),
            new("at the distance 4r", "distance == alpha**2*r"),
        ],
        Fails =
        [
            new("R_2(β) = r, for which (377/100 − 2)² ≤ r is necessary", "(least - alpha)**2 <= r"),
        ],
        Unchecked =
            "that r(b) is the smaller of the two real roots: the other, at 8.93, is no less wrong, as it exceeds the "
            + "distance 40/9 at (4, 4/3)",
    };
}
