using System.Globalization;

namespace Verification.Implementation.Numerics.Intervals;

/// <summary>Ends of enclosures with few decimal digits: what is stored of a bound takes the room of its
/// accuracy.</summary>
/// <remarks>A decimal number of up to 15 digits is the shortest that reads back as the double next to it, and is what
/// is written of it.</remarks>
public static class OutwardDecimal
{
    /// <summary>The least double at or above <paramref name="x"/> that is written with so many digits, or the one after
    /// it.</summary>
    /// <param name="x">Any number; NaN, zeros and infinities are their own bounds.</param>
    /// <param name="digits">Significant decimal digits, from 1 to 15: the result is off by at most one unit of the
    /// last.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is out of range.</exception>
    public static double Above(double x, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 15);
        if (!double.IsFinite(x) || x == 0)
            return x;

        // The nearest decimal D, and the double next to it. Where that is below x, so is D, by half a unit at most: the
        // decimal after D is above x, and so is the double next to it, as rounding keeps order.
        CultureInfo plain = CultureInfo.InvariantCulture;
        string nearest = x.ToString(string.Create(plain, $"E{digits - 1}"), plain);
        double y = double.Parse(nearest, plain);
        if (y >= x)
            return y;
        string[] parts = nearest.Split('E');
        long mantissa = long.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), plain);
        int exponent = int.Parse(parts[1], plain) - (digits - 1);

        // Toward zero the decimal after −1000 is −999.9, not −999.
        bool isPower = x < 0 && parts[0].AsSpan(1).TrimEnd(".0").SequenceEqual("1");
        (long next, int power) = isPower ? (10 * mantissa + 1, exponent - 1) : (mantissa + 1, exponent);
        return double.Parse(string.Create(plain, $"{next}E{power}"), plain);
    }

    /// <summary>The same from below.</summary>
    /// <inheritdoc cref="Above"/>
    public static double Below(double x, int digits) => -Above(-x, digits);
}
