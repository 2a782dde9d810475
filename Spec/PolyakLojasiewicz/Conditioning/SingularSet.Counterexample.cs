using Verification.Spec.Counterexamples;

namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record SingularSet
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "A tanh network of four neurons in one dimension, f(w, x) = ½Σv_j·tanh(w_j·x), first layer "
            + "trained, at w = 0: outputs 0, derivatives ½v_j·x. For the labels −u, u orthogonal to x, the "
            + "gradient vanishes and the loss is ½‖u‖².",
        Data =
        [
            ("x", "1/2; 1"),
            ("v", "1; 1; -1; -1"),
            ("u", "2; -1"),
        ],
        Each =
        [
            ("mu", ["1/1000000", "1"]),
        ],
        Where =
        [
            ("J", "x @ transpose(v)/2"),
            ("L", "sum(u**2)/2"),
            ("gradient", "transpose(J) @ u"),
        ],
        Holds =
        [
            new("the tangent kernel is singular", "rank(J @ transpose(J)) < 2"),
            new("the point is stationary", "gradient == 0"),
            new("its loss is not 0", "L > 0"),
        ],
        Fails =
        [
            new("PL*: ½‖∇L‖² ≥ μL", "sum(gradient**2)/2 >= mu*L"),
        ],
        Unchecked = "that it is so at every width: with more neurons J is x·vᵀ/√m as before",
    };
}
