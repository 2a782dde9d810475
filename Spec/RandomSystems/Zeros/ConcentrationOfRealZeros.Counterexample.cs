using Verification.Spec.Counterexamples;

namespace Verification.Spec.RandomSystems.Zeros;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record ConcentrationOfRealZeros
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Linear forms, p_i = 1, are forms of Kostlan's law. d − 1 of them of full rank have the zeros x/‖x‖ and "
            + "−x/‖x‖ on the sphere, in every dimension d: two, where the product of the roots is 1. Here d = 3.",
        Data =
        [
            ("G", "1 2 3; 0 1 -1"),
            ("p", "1; 1"),
            ("x", "-5; 1; 1"),
            ("y", "5; -1; -1"),
        ],
        Where =
        [
            ("product", "prod(sqrt(p))"),
            ("zeros", "2"),
        ],
        Holds =
        [
            new("the forms vanish at x", "G @ x == 0"),
            new("and at y", "G @ y == 0"),
            new("which are antipodes", "x + y == 0"),
            new("and not 0", "sum(x**2) > 0"),
            new("up to factors there are no other zeros", "rank(G) == 3 - 1"),
        ],
        Fails =
        [
            new("the number of zeros is the product, but for a half of it", "abs(zeros/product - 1) <= 1/2"),
        ],
        Unchecked = "that random linear forms have full rank almost surely, whatever d",
    };
}
