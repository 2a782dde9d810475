using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.OnlineSgd.Dynamics;

// 1/(k m^(k−1)(1 − m²)) = (1/k)·(m^(−(k−1)) + m^(−(k−3)) + … + rest), rest = 1/(1 − m²) for odd k and m/(1 − m²) + 1/m
// for even k. Integrated,
//
//     k odd:  F = (1/k)·(artanh m − Σ_{j = 1, 3, …, k−2} m^(−j)/j)
//     k even: F = (1/k)·(log(m/√(1 − m²)) − Σ_{j = 2, 4, …, k−2} m^(−j)/j)

/// <summary>How long the gradient flow ṁ = km^(k−1)(1 − m²) of the overlap takes.</summary>
/// <remarks>Source: section "Gradient flow limit", for f = H_k/√k!.</remarks>
public static class GradientFlowTime
{
    /// <summary>The time from one overlap to a larger one, in closed form.</summary>
    /// <param name="k">Degree, at least 1.</param>
    /// <param name="from">m₀ in (0, 1).</param>
    /// <param name="to">m₁ in (0, 1).</param>
    /// <returns>F(m₁) − F(m₀) with a relative error of a few units of rounding of F.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static double Between(int k, double from, double to)
    {
        Validate(k, from, to);
        return (Antiderivative(k, to) - Antiderivative(k, from)) / k;
    }

    /// <summary>The same time enclosed by interval arithmetic from the integral of 1/(km^(k−1)(1 − m²))
    /// alone.</summary>
    /// <remarks>
    /// Geometric pieces; on each the integrand is convex, so that the midpoint rule bounds the integral from below and
    /// the trapezoidal rule from above (1/(1 − m²) and m^(−(k−1)) are logarithmically convex on (0, 1)).
    /// </remarks>
    /// <param name="k">Degree, at least 1.</param>
    /// <param name="from">m₀ in (0, 1).</param>
    /// <param name="to">m₁ in (0, 1), at least m₀.</param>
    /// <param name="pieces">Number of pieces.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static Interval Enclosed(int k, double from, double to, int pieces)
    {
        Validate(k, from, to);
        ArgumentOutOfRangeException.ThrowIfLessThan(pieces, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        double ratio = ElementaryFunctions.Log(to / from) / pieces;
        Interval sum = 0;
        double left = from;
        for (int i = 1; i <= pieces && left < to; i++)
        {
            // The meshpoints are doubles as they come; only their order matters.
            double right = i == pieces ? to : Math.Min(to, from * ElementaryFunctions.Exp(i * ratio));
            if (right <= left)
                continue;
            double middle = left + (right - left) / 2;
            Interval width = Interval.Of(right) - left;
            // A tangent at any interior point lies below a convex function: its value at the exact midpoint is at least
            // this one less the slope times the offset of the rounded midpoint, which the tangent's other half returns.
            Interval offset = (Interval.Of(left) + right) / 2 - middle;
            Interval value = Integrand(k, middle);
            Interval tangent = value + offset * Slope(k, middle);
            Interval chord = (Integrand(k, left) + Integrand(k, right)) / 2;
            sum += width * Interval.Hull(tangent, chord);
            left = right;
        }

        return sum / k;
    }

    private static Interval Integrand(int k, Interval m) =>
        1 / (Interval.Power(m, k - 1) * (1 - Interval.Square(m)));

    // d/dm of the integrand: itself times (2m/(1 − m²) − (k − 1)/m).
    private static Interval Slope(int k, Interval m) =>
        Integrand(k, m) * (2 * m / (1 - Interval.Square(m)) - (k - 1) / m);

    private static double Antiderivative(int k, double m)
    {
        double value = k % 2 != 0
            ? 0.5 * (ElementaryFunctions.Log1p(m) - ElementaryFunctions.Log1p(-m))
            : ElementaryFunctions.Log(m) - 0.5 * (ElementaryFunctions.Log1p(m) + ElementaryFunctions.Log1p(-m));
        double power = k % 2 != 0 ? 1 / m : 1 / (m * m);
        for (int j = k % 2 != 0 ? 1 : 2; j <= k - 2; j += 2)
        {
            value -= power / j;
            power /= m * m;
        }

        return value;
    }

    private static void Validate(int k, double from, double to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        if (!(from > 0 && from < 1))
            throw new ArgumentOutOfRangeException(nameof(from), from, "An overlap has to lie between 0 and 1.");
        if (!(to > 0 && to < 1))
            throw new ArgumentOutOfRangeException(nameof(to), to, "An overlap has to lie between 0 and 1.");
    }
}
