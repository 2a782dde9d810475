using System.Globalization;

namespace Verification.Implementation.Numerics.Intervals;

/// <summary>Numbers with few decimal digits: what is stored of a statistic takes the room of what judging reads of
/// it. Of a bound see <see cref="OutwardDecimal"/>.</summary>
public static class ShortDecimal
{
    /// <summary>The double next to the decimal number of so many digits that is nearest to <paramref name="x"/>.
    /// Order is kept, in the weak sense.</summary>
    /// <param name="x">Any number; NaN, zeros, infinities, and what would become one, are their own.</param>
    /// <param name="digits">Significant decimal digits, from 1 to 15.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is out of range.</exception>
    public static double Nearest(double x, int digits)
    {
        Validate(digits);
        if (!double.IsFinite(x) || x == 0)
            return x;
        CultureInfo plain = CultureInfo.InvariantCulture;
        double nearest = double.Parse(x.ToString(string.Create(plain, $"E{digits - 1}"), plain), plain);
        return double.IsFinite(nearest) ? nearest : x;
    }

    /// <summary>The same of each number.</summary>
    /// <inheritdoc cref="Nearest(double, int)"/>
    public static double[] Nearest(IEnumerable<double> x, int digits) => [.. x.Select(each => Nearest(each, digits))];

    /// <summary>A bound of |y − x|/|x| for y next to x with so many digits, and of |y − x|/|y| from 3 digits on; for x
    /// that are not subnormal.</summary>
    /// <remarks>Half a unit of the last digit is 5·10^(−digits) of the least number with that many, and the double next
    /// to it is off by 1.2·10^(−16) of it: below 5.2·10^(−digits) together, which also divides by 1 −
    /// 5·10^(−3).</remarks>
    /// <param name="digits">Significant decimal digits, from 1 to 15.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is out of range.</exception>
    public static double RelativeError(int digits)
    {
        Validate(digits);
        double error = 5.2;
        for (int i = 0; i < digits; i++)
            error /= 10;
        return error;
    }

    private static void Validate(int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 15);
    }
}
