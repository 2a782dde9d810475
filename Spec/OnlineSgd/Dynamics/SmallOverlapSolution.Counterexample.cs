using Verification.Spec.Counterexamples;

namespace Verification.Spec.OnlineSgd.Dynamics;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record SmallOverlapSolution
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "k = 4, from m_0 = d^(−½) to 2m_0 under ṁ = 4m³(1 − m²). The time lies between T0 = 3d/32 and "
            + "T0/(1 − 4/d), and the printed (d − 4T)^(−½) grows with T: even at the later one its square "
            + "is below half of (2m_0)² = 4/d.",
        Each =
        [
            ("d", ["100", "10000", "1000000"]),
        ],
        Where =
        [
            ("early", "3*d/32"),
            ("late", "early/(1 - 4/d)"),
        ],
        Holds =
        [
            new("the integral of 1/(4m³) from m_0 to 2m_0", "early == (d - d/4)/8"),
            new("the printed formula is defined", "d - 4*late > 0"),
            new("the corrected one, at the early time, is exact", "1/(d - 8*early) == 4/d"),
        ],
        Fails =
        [
            new("the printed overlap is near 2m_0: its square at least half as large", "1/(d - 4*late) >= 1/2*4/d"),
        ],
        Unchecked = "that the time lies between the two, as 1 − m² lies between 1 − 4/d and 1",
    };
}
