using Verification.Spec.Counterexamples;

namespace Verification.Spec.ImplicitBias.MatrixFactorization;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record UnobservedEntries
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "U_0 = αI and V_0 = α(v1; v2) with orthonormal rows, entry (1, 1) observed with label 0. The "
            + "flow moves U_1 and V_1 to c·u + s·v and c·v + s·u, c² − s² = 1, until their product "
            + "vanishes; the unobserved entry (1, 2) changes by 2α²/17.",
        Data =
        [
            ("u", "1; 0"),
            ("v1", "15/17; 8/17"),
            ("v2", "-8/17; 15/17"),
            ("c", "5/4"),
            ("s", "-3/4"),
        ],
        Each =
        [
            ("alpha", ["1", "10", "100"]),
        ],
        Where =
        [
            ("row", "alpha*(c*u + s*v1)"),
            ("column", "alpha*(c*v1 + s*u)"),
        ],
        Holds =
        [
            new("v1 is of norm 1", "sum(v1**2) == 1"),
            new("v2 is of norm 1", "sum(v2**2) == 1"),
            new("and orthogonal to v1", "sum(v1*v2) == 0"),
            new("the point is on the curve of the flow", "c**2 - s**2 == 1"),
            new("the observed entry is fitted", "sum(row*column) == 0"),
        ],
        Fails =
        [
            new(
                "the change of the unobserved entry falls below 1/10",
                "abs(sum(row*(alpha*v2)) - alpha**2*sum(u*v2)) < 1/10"),
        ],
        Unchecked =
            "that the flow follows this curve: both rows change by multiples of each other, so that their "
            + "sum and difference keep their directions",
    };
}
