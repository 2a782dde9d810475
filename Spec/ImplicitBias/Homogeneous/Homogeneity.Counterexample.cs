using Verification.Spec.Counterexamples;

namespace Verification.Spec.ImplicitBias.Homogeneous;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record Homogeneity
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words = "One ReLU unit f(w, x) = v·max(u·x, 0) at u = v = x = 1, and c = −1.",
        Data =
        [
            ("u", "1"),
            ("v", "1"),
            ("x", "1"),
            ("c", "-1"),
        ],
        Fails =
        [
            new("f(cw, x) = c²·f(w, x)", "c*v*max(c*u*x, 0) == c**2*v*max(u*x, 0)"),
        ],
    };
}
