using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.RandomSystems.Existence;

// Where zeros exist on the sphere, a linear function has critical points on their set. Kac and Rice's formula for these
// and for the multipliers λ ∈ R^n, given F(0) = c with ‖c‖² = nξ_0, has the exponent (over d)
//     ½(1 − α − αξ_0 − αlog α − (1 − α)log(1 − α) + αlog p + (1 − α)log(p − 1)) + max of
//     ½αlog(1 − m²) + φ(y) + (1 − α)Ω((p√(αξ_0)m + y)/√(p(p − 1)(1 − α)))
// over the cosine m of (c, λ) and y = ⟨e, x⟩/(|λ|√d) ≥ 0. Ω is the logarithmic potential of the semicircle of radius 2:
// x²/4 − ½ up to 2 and ψ + ½e^(−2ψ) at x = 2cosh ψ. φ, the
// density of x and of the gradient, is convex; with y = 2√p sinh η it is −η − ½(1 − e^(−2η)). A stationary point
// with y > 0 is a minimum in y where Ω is its parabola, and elsewhere has m² = ξ_0/(1 + ξ_0) and the value 0 for the
// whole exponent: the two critical points of a sphere. What is left is y = 0, where the exponent is concave in C = m²:
//     C = 0 or 1 − 2(p − 1)/(pξ_0) within the semicircle, beyond it the lesser root of
//     C² − (2 − α − (p − 1)α/(pξ_0))C + 1 − α = 0, with e^(−2ψ) = (p − 1)αC/(pξ_0(1 − α)(1 − C)²).

/// <summary>α_UB(ξ_0, p) from the first moment of critical points on the set of zeros, given F(0), for ξ_0 + q^p: where
/// its exponent is negative there are no zeros, and none with more equations.</summary>
/// <remarks>Derived here; the talk plots α_UB and has no formula of it.</remarks>
public static class FirstMomentBound
{
    /// <summary>An enclosure of the exponent at y = 0, over d; where the other stationary point exists, the maximum is
    /// not below 0.</summary>
    /// <param name="α">n/d, between 0 and 1.</param>
    /// <param name="constant">ξ_0, positive.</param>
    /// <param name="p">From 3.</param>
    public static Interval Exponent(double α, double constant, int p)
    {
        if (!(α > 0 && α < 1))
            throw new ArgumentOutOfRangeException(nameof(α), α, "α lies between 0 and 1.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(constant);
        ArgumentOutOfRangeException.ThrowIfLessThan(p, 3);
        Interval ξ = constant, a = α, rest = 1 - a;
        Interval logP = IntervalFunctions.Log(p), logQ = IntervalFunctions.Log(p - 1.0);
        Interval common = (1 - a - a * ξ - a * IntervalFunctions.Log(a) - rest * IntervalFunctions.Log(rest)
            + a * logP + rest * logQ) / 2;
        Interval twice = 2 * Interval.OfRational(p - 1, p);
        Interval slack = Interval.Max(ξ - twice, 0);
        // x² at the maximum within the semicircle.
        Interval square = p * a * slack / ((p - 1.0) * rest);
        Interval within = a * IntervalFunctions.Log(Interval.Min(1, twice / ξ)) / 2 + rest * (square / 4 - 0.5);
        if (square.Upper <= 4)
            return common + within;
        Interval b = 2 - a - (p - 1.0) * a / (p * ξ);
        Interval C = 2 * rest / (b + Interval.Sqrt(Interval.Max(Interval.Square(b) - 4 * rest, 0)));
        Interval e = (p - 1.0) * a * C / (p * ξ * rest * Interval.Square(1 - C));
        Interval beyond = (a * IntervalFunctions.Log(1 - C) + rest * (e - IntervalFunctions.Log(e))) / 2;
        return common + (square.Lower > 4 ? beyond : Interval.Hull(within, beyond));
    }

    /// <summary>An enclosure of α_UB, at most 1: there the exponent changes sign.</summary>
    /// <param name="constant">ξ_0, from 10⁻³ to 10⁶.</param>
    /// <param name="p">From 3 to 10⁶.</param>
    public static Interval Of(double constant, int p)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(constant, 1e-3);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(constant, 1e6);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(p, 1_000_000);
        const double NearOne = 1 - 1e-9;
        if (Exponent(NearOne, constant, p).Upper >= 0)
            return new(Exponent(NearOne, constant, p).Lower >= 0 ? NearOne : Trivial(constant, p).Lower, 1);
        // Below, the other stationary point keeps the maximum at 0.
        double low = Trivial(constant, p).Lower, high = NearOne;
        for (int step = 0; step < 80; step++)
        {
            double middle = 0.5 * (low + high);
            Interval value = Exponent(middle, constant, p);
            if (value.Lower >= 0)
                low = middle;
            else if (value.Upper < 0)
                high = middle;
            else
                break;
        }

        return new(low, high);
    }

    // p/((1 + ξ_0)(p − 1) + p): up to here ψ ≥ 0 at the other point.
    private static Interval Trivial(double constant, int p) =>
        p / ((1 + Interval.Of(constant)) * (p - 1.0) + p);
}
