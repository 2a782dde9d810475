using Verification.Spec.Counterexamples;

namespace Verification.Spec.PolyakLojasiewicz.Conditions;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record PlStarConvention
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "L = ½w² satisfies the printed PL* with μ = 2; a step η = 1/10 leaves 81 % of the loss, not "
            + "80 %.",
        Data =
        [
            ("mu", "2"),
            ("step", "1/10"),
        ],
        Each =
        [
            ("w", ["1", "-3"]),
        ],
        Where =
        [
            ("L", "w**2/2"),
            ("after", "(w - step*w)**2/2"),
        ],
        Holds =
        [
            new("‖∇L‖² ≥ μL", "w**2 >= mu*L"),
        ],
        Fails =
        [
            new("L(w_1) ≤ (1 − ημ)L(w_0)", "after <= (1 - step*mu)*L"),
        ],
    };
}
