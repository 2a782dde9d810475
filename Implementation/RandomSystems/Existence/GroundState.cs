using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.RandomSystems.Existence;

// The complexity of minima at energy −E√d of a Gaussian polynomial with covariance q^p is, for E = E∞cosh ψ with
// E∞ = 2√((p − 1)/p),
//     Θ_p = ½log(p − 1) − ((p − 2)/p)cosh²ψ − ½sinh 2ψ + ψ,
// which falls in ψ from a value that is not negative; its zero is the ground state. (A. Auffinger, G. Ben Arous,
// J. Černý, arXiv:1003.1129, theorem 2.5; E. Subag, arXiv:1504.02251, that minima of that energy exist.)

/// <summary>GS_p, the limit of max_{‖x‖=1} f(x)/√d for a Gaussian f on the sphere with covariance q^p.</summary>
public static class GroundState
{
    /// <summary>An enclosure of GS_p, about 10⁻¹³ wide.</summary>
    /// <param name="p">From 3 to 10⁶.</param>
    public static Interval Of(int p)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(p, 3);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(p, 1_000_000);
        // Θ_p ≤ ½log(p − 1) + ψ − ½sinh 2ψ, which is negative at 4 for every p allowed.
        double low = 0, high = 4;
        for (int step = 0; step < 60; step++)
        {
            double middle = 0.5 * (low + high);
            Interval value = Complexity(middle, p);
            if (value.Lower > 0)
                low = middle;
            else if (value.Upper < 0)
                high = middle;
            else
                break;
        }

        var ψ = new Interval(low, high);
        return 2 * Interval.Sqrt(Interval.OfRational(p - 1, p)) * Cosh(ψ);
    }

    private static Interval Complexity(double ψ, int p)
    {
        Interval e = IntervalFunctions.Exp(2 * ψ), cosh = Cosh(ψ);
        return IntervalFunctions.Log(p - 1.0) / 2
            - Interval.OfRational(p - 2, p) * Interval.Square(cosh)
            - (e - 1 / e) / 4
            + ψ;
    }

    private static Interval Cosh(Interval ψ)
    {
        Interval e = IntervalFunctions.Exp(ψ);
        return (e + 1 / e) / 2;
    }
}
