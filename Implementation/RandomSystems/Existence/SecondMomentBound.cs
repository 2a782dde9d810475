using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.RandomSystems.Existence;

// Given F(0) with ‖F(0)‖² = nξ_0, pairs of zeros at overlap r weigh exp(d·(½log(1 − r²) + α(−½log(1 − ρ²) +
// ξ_0ρ/(1 + ρ)))) in the second moment of the volume of zeros over the square of the first, ρ = r^p: the density of
// (G(x), G(y)) at (−c, −c); the determinants do not count at this scale. The second moment serves where the exponent is
// not positive for any r in (0, 1). With S = Σ_{k<p} r^(2k) = (1 − ρ²)/(1 − r²) that says
//     1/α ≥ 1 + sup_r h(r),    h = (T − ½log S)/(−½log(1 − r²)),    T = ξ_0ρ/(1 + ρ),
// where nothing is singular but the last logarithm.

/// <summary>α_LB(ξ_0, p): up to here the second moment of the number or volume of zeros, given F(0), is the square of
/// the first but for a factor e^(o(d)); ξ = ξ_0 + q^p.</summary>
/// <remarks>Derived here; the talk plots α_LB and has no formula of it. Without conditioning on F(0) the second moment
/// fails for every ξ_0 &gt; 0, as pairs at right angles show.</remarks>
public static class SecondMomentBound
{
    // r this close to 1 is left to a bound of the whole tail.
    private const double Nearest = 8.8817841970012523e-16; // 2⁻⁵⁰

    /// <summary>An enclosure of α_LB, at most 1.</summary>
    /// <param name="constant">ξ_0, from 10⁻³ to 10⁶.</param>
    /// <param name="p">From 3 to 10⁶.</param>
    /// <param name="width">The width of the enclosure that is aimed at, from 10⁻⁷.</param>
    public static Interval Of(double constant, int p, double width = 2e-5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(constant, 1e-3);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(constant, 1e6);
        ArgumentOutOfRangeException.ThrowIfLessThan(p, 3);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(p, 1_000_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1e-7);
        var at = new Exponent(constant, p);
        // Up to r = 0.49/ξ_0 and a tenth h is negative: T ≤ ξ_0r³ is below 98 % of −½log(1 − r²) ≥ ½r², and ½log S is
        // 99 % of it at least.
        double farthest = 1 - Math.Min(0.1, 0.49 / constant);
        // 1/α = 1 + sup h: an error e of the supremum moves α by α²e. Any h is a lower bound of the supremum.
        double best = 0;
        for (double δ = farthest; δ > Nearest; δ /= 1.25)
            best = Math.Max(best, at.Ratio(δ).Lower);
        var minimum = IntervalMinimum.Of(
            δ => -at.Ratio(δ),
            at.Slope,
            new(Nearest, farthest),
            0.5 * width * (1 + best) * (1 + best),
            evaluations: 50_000);
        // Nearer to 1 the numerator is at most ξ_0/2 − ½log S and the denominator at least its value here.
        Interval near = Nearest;
        Interval tail = Interval.Max(0, constant / Interval.Of(2) - at.Root(near)) / Exponent.Entropy(near);
        double upper = Math.Max(Math.Max(-minimum.Value.Lower, tail.Upper), 0);
        double lower = Math.Max(-minimum.Value.Upper, 0);
        return 1 / (1 + new Interval(lower, upper));
    }

    // Everything at r = 1 − δ; increasing in r, so that an interval needs its ends.
    private sealed class Exponent(double constant, int p)
    {
        internal Interval Ratio(Interval δ)
        {
            Interval far = δ.Upper, near = δ.Lower;
            Interval numerator = new(
                (Attraction(far) - Root(near)).Lower, (Attraction(near) - Root(far)).Upper);
            Interval denominator = new(Entropy(far).Lower, Entropy(near).Upper);
            return numerator / denominator;
        }

        // −½log(1 − r²), 1 − r² = δ(2 − δ).
        internal static Interval Entropy(Interval δ) => -0.5 * IntervalFunctions.Log(δ * (2 - δ));

        // ½log S; S lies between p·r^(p−1), by the inequality of the means, and p.
        internal Interval Root(Interval δ)
        {
            Interval r = 1 - δ, last = Interval.Power(r, p - 1);
            Interval sum = (1 - Interval.Square(r * last)) / (δ * (2 - δ));
            return 0.5 * IntervalFunctions.Log(
                Interval.Intersect(sum, new(Math.Max(1, (p * last).Lower), p)));
        }

        // dh/dr = −dh/dδ. The slope of ½log S in log r is the mean of k under the weights r^(2k), which increases up to
        // (p − 1)/2.
        internal Interval Slope(Interval δ)
        {
            Interval r = 1 - δ, last = Interval.Power(r, p - 1), gap = δ * (2 - δ);
            Interval attraction = constant * p * last / Interval.Square(1 + r * last);
            var mean = new Interval(Mean(δ.Upper).Lower, Mean(δ.Lower).Upper);
            return (attraction - mean / r - Ratio(δ) * r / gap) / Entropy(δ);
        }

        private Interval Mean(Interval δ)
        {
            Interval r = 1 - δ, square = Interval.Square(Interval.Power(r, p));
            Interval mean = Interval.Square(r) / (δ * (2 - δ)) - p * square / (1 - square);
            return Interval.Intersect(mean, new(0, 0.5 * (p - 1)));
        }

        private Interval Attraction(Interval δ)
        {
            Interval ρ = Interval.Power(1 - δ, p);
            return constant * ρ / (1 + ρ);
        }
    }
}
