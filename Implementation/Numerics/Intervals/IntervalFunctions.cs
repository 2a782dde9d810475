using System.Numerics;

namespace Verification.Implementation.Numerics.Intervals;

// Enclosed by construction: Taylor polynomials with Lagrange's remainder in interval arithmetic, after a reduction by
// multiples of an enclosed π/2. No error bound of a library, nor of ElementaryFunctions, is trusted.

/// <summary>Enclosures of sin x, cos x, sin(x)/x and its derivative, exp x, tanh x, log x, log(1 + x) and (1 − x)^T
/// over intervals.</summary>
/// <remarks>
/// Each result contains the exact range. At points up to 2²⁰ in magnitude the width is below 10⁻¹⁴; on wide intervals
/// the ends are those of the range up to such an error. Beyond 2²⁰ nothing is known of the angle and the range is [-1,
/// 1]. The empty set gives the empty set.
/// </remarks>
public static partial class IntervalFunctions
{
    private const double LargestAngle = 1048576;

    // Up to here the series of sin(x)/x is used, beyond the quotient.
    private const double NearZero = 0.5;

    // Terms of the series; |x|²⁵/25! < 10⁻²⁷ for |x| ≤ 0.8.
    private const int Terms = 12;

    private static readonly Interval Unit = new(-1, 1);

    // π/2 as a double and the enclosed rest; n·(the double) is exact within a fused multiply-add where the result is.
    private const double HalfPiHead = 1.5707963267948966;
    private static readonly Interval HalfPiRest =
        Interval.OfDecimal("6.1232339957367658861e-17") + new Interval(-1e-35, 1e-35);

    // (−1)^k/(2k)!, (−1)^k/(2k+1)! and the coefficients 2k(−1)^k/(2k+1)! of the derivative of sin(x)/x times x.
    private static readonly Interval[] CosineCoefficients = Coefficients(k => (BigInteger.One, Factorial(2 * k)));
    private static readonly Interval[] SineCoefficients = Coefficients(k => (BigInteger.One, Factorial(2 * k + 1)));
    private static readonly Interval[] SlopeCoefficients = Coefficients(k => (2 * k, Factorial(2 * k + 1)));

    /// <summary>An enclosure of π, two neighboring doubles.</summary>
    public static Interval Pi { get; } = Interval.OfDecimal("3.1415926535897932384626433832795028841971693993751");

    /// <summary>{sin x}.</summary>
    public static Interval Sin(Interval x) => Wave(x, quarter: 0);

    /// <summary>{cos x}.</summary>
    public static Interval Cos(Interval x) => Wave(x, quarter: 1);

    /// <summary>{sin(x)/x}, 1 at 0.</summary>
    public static Interval Sinc(Interval x)
    {
        if (x.IsEmpty)
            return x;
        if (x.Magnitude <= NearZero)
            return Interval.Intersect(Series(SineCoefficients, Interval.Square(x)), Unit);
        // |sin x / x| ≤ 1 everywhere; the quotient is all reals where x may vanish.
        return Interval.Intersect(Sin(x) / x, Unit);
    }

    /// <summary>{(sin(x)/x)′} = {(cos x − sin(x)/x)/x}, 0 at 0.</summary>
    public static Interval SincSlope(Interval x)
    {
        if (x.IsEmpty)
            return x;
        if (x.Magnitude <= NearZero)
        {
            // Divided by x the series starts at k = 1: x·Σ_{k≥1} (±2k/(2k+1)!) x^{2k−2}.
            return x * Series(SlopeCoefficients.AsSpan(1), Interval.Square(x));
        }

        // sin(x)/x = ∫₀¹ cos(xt)dt, hence |derivative| ≤ ∫₀¹ t dt = ½.
        return Interval.Intersect((Cos(x) - Sinc(x)) / x, new Interval(-0.5, 0.5));
    }

    private static Interval Wave(Interval x, int quarter)
    {
        if (x.IsEmpty)
            return x;
        if (!(x.Magnitude <= LargestAngle) || x.Width >= 7)
            return Unit;
        Interval ends = Interval.Hull(AtPoint(x.Lower, quarter), AtPoint(x.Upper, quarter));
        // Extrema of sin lie at (k + ½)π, of cos at kπ: +1 for even k, −1 for odd.
        Interval k = x / Pi - (quarter == 0 ? Interval.Of(0.5) : default);
        for (double extremum = Math.Ceiling(k.Lower); extremum <= Math.Floor(k.Upper); extremum++)
            ends = Interval.Hull(ends, Math.IEEERemainder(extremum, 2) == 0 ? 1 : -1);
        return Interval.Intersect(ends, Unit);
    }

    // sin(x + quarter·π/2) at a double.
    private static Interval AtPoint(double x, int quarter)
    {
        double n = Math.Round(x / HalfPiHead);
        // For n ≠ 0 both x and n·head are multiples of 2⁻⁵³ and their difference is below 1: the fused multiply-add is
        // exact.
        Interval r = Math.FusedMultiplyAdd(-n, HalfPiHead, x) - n * HalfPiRest;
        Interval square = Interval.Square(r);
        return (((long)n + quarter) & 3) switch
        {
            0 => r * Series(SineCoefficients, square),
            1 => Series(CosineCoefficients, square),
            2 => -(r * Series(SineCoefficients, square)),
            _ => -Series(CosineCoefficients, square),
        };
    }

    // Σ c_k s^k with the remainder ±|c_last| s^last in place of the last term: the terms alternate and fall for s ≤ 1,
    // so that the tail is bounded by its first term.
    private static Interval Series(ReadOnlySpan<Interval> c, Interval s)
    {
        Interval sum = Unit * c[^1];
        for (int k = c.Length - 2; k >= 0; k--)
            sum = c[k] + s * sum;
        return sum;
    }

    private static Interval[] Coefficients(Func<int, (BigInteger Numerator, BigInteger Denominator)> magnitude) =>
    [
        .. Enumerable.Range(0, Terms + 1).Select(k =>
        {
            (BigInteger numerator, BigInteger denominator) = magnitude(k);
            return Interval.OfRational(k % 2 == 0 ? numerator : -numerator, denominator);
        }),
    ];

    private static BigInteger Factorial(int n)
    {
        BigInteger product = BigInteger.One;
        for (int k = 2; k <= n; k++)
            product *= k;
        return product;
    }
}
