using System.Numerics;

namespace Verification.Implementation.Numerics.Intervals;

// e^x = 2ⁿe^r with r = x − n·log 2, n the integer nearest to x/log 2, and Taylor's polynomial with Lagrange's
// remainder: |r| < 0.36, r¹⁶/16!·e^0.36 < 6·10⁻²¹.
public static partial class IntervalFunctions
{
    // Beyond, the ends of the range: e^(−708) and e^709 are normal doubles.
    private const double LargestExponent = 708;

    private const int ExponentialTerms = 16;

    // log 2 as a double of 33 bits, whose products with n are exact, and the enclosed rest.
    private const double Log2Head = 0.6931471803691238;
    private static readonly Interval Log2Rest = Interval.OfDecimal("1.90821492927058781614426568075500134e-10")
        + new Interval(-1e-44, 1e-44);

    private static readonly Interval[] ExponentialCoefficients =
        [.. Enumerable.Range(0, ExponentialTerms).Select(k => Interval.OfRational(BigInteger.One, Factorial(k)))];

    private static readonly Interval ExponentialRemainder =
        Interval.OfRational(BigInteger.One, Factorial(ExponentialTerms)) * 1.5;

    /// <summary>{e^x}. Beyond 708 the upper end is ∞, below −708 the lower end is 0.</summary>
    public static Interval Exp(Interval x) =>
        x.IsEmpty ? x : new(ExpAtPoint(x.Lower).Lower, ExpAtPoint(x.Upper).Upper);

    /// <summary>{tanh x}, odd: tanh x = t/(t + 2) with t = e^(2x) − 1; within [−1, 1].</summary>
    /// <remarks>The error is absolute: near 0 the width is about 2⁻⁵², not relative to the value.</remarks>
    public static Interval Tanh(Interval x) =>
        x.IsEmpty ? x : new(TanhAtPoint(x.Lower).Lower, TanhAtPoint(x.Upper).Upper);

    private static Interval ExpAtPoint(double x)
    {
        if (x < -LargestExponent)
            return new(0, double.MinValue < x ? ExpAtPoint(-LargestExponent).Upper : 0);
        if (x > LargestExponent)
            return new(ExpAtPoint(LargestExponent).Lower, double.PositiveInfinity);
        double n = Math.Round(x / (Log2Head + Log2Rest.Lower));
        Interval r = Interval.Of(x) - n * Log2Head - n * Log2Rest;
        Interval sum = ExponentialCoefficients[^1];
        for (int k = ExponentialTerms - 2; k >= 0; k--)
            sum = ExponentialCoefficients[k] + r * sum;
        Interval remainder = Interval.Power(r, ExponentialTerms) * ExponentialRemainder;
        return (sum + Interval.Hull(-remainder, remainder)) * Math.ScaleB(1, (int)n);
    }

    private static Interval TanhAtPoint(double x)
    {
        if (x < 0)
            return -TanhAtPoint(-x);
        if (x == 0)
            return default;
        // 1 − tanh x < 2e^(−2x).
        return x > LargestExponent / 2
            ? new(Math.BitDecrement(1), 1)
            : Interval.Intersect(1 - 2 / (ExpAtPoint(2 * x) + 1), new(0, 1));
    }
}
