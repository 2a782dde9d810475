using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using static Verification.Implementation.Numerics.Intervals.DirectedRounding;

namespace Verification.Implementation.Numerics.Intervals;

/// <summary>
/// A closed interval [Lower, Upper] of real numbers with doubles as ends, for rigorous bounds: the result of an
/// operation contains the exact result for every choice of numbers from the operands.
/// </summary>
/// <remarks>
/// <para>+, −, ×, ÷, <see cref="Sqrt"/> and <see cref="Square"/> give the tightest ends that doubles allow: an exact
/// end stays, an inexact one moves outward to the next double. Subnormal and overflowing results included; the bits are
/// the same on every machine.</para>
/// <para>Modeled on IEEE 1788 (set-based, without decorations): an infinite end says unbounded, ∞ itself is no member;
/// operations act on the part of their operands where they are defined (the root of [-1, 4] is [0, 2]) and on the empty
/// set give the empty set; x ÷ [0, 0] is empty. NaN is never a member and no end, except that <see cref="Empty"/>
/// reports NaN for both. <c>default</c> is [0, 0]. Immutable.</para>
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct Interval : IEquatable<Interval>
{
    private readonly double _lower;
    private readonly double _upper;

    /// <summary>[lower, upper].</summary>
    /// <exception cref="ArgumentException">An end is NaN, lower exceeds upper, lower is +∞ or upper is -∞.</exception>
    public Interval(double lower, double upper)
    {
        if (!(lower <= upper) || double.IsPositiveInfinity(lower) || double.IsNegativeInfinity(upper))
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"[{lower:R}, {upper:R}] is not an interval: the ends have to be ordered, not NaN, and enclose a "
                        + $"real number."),
                nameof(upper));
        _lower = lower + 0.0; // -0 becomes +0: an end is a number, not a direction
        _upper = upper + 0.0;
    }

    private Interval(bool empty)
    {
        _lower = empty ? double.NaN : double.NegativeInfinity;
        _upper = empty ? double.NaN : double.PositiveInfinity;
    }

    /// <summary>The set without members.</summary>
    public static Interval Empty { get; } = new(empty: true);

    /// <summary>All real numbers, (-∞, ∞).</summary>
    public static Interval Entire { get; } = new(empty: false);

    /// <summary>The least member, -∞ if unbounded below, NaN if empty.</summary>
    public double Lower => _lower;

    /// <summary>The greatest member, +∞ if unbounded above, NaN if empty.</summary>
    public double Upper => _upper;

    /// <summary>Whether there is no member.</summary>
    public bool IsEmpty => double.IsNaN(_lower);

    /// <summary>Whether there is exactly one member.</summary>
    public bool IsPoint => _lower == _upper;

    /// <summary>Upper - Lower, rounded up; NaN if empty.</summary>
    public double Width => IsEmpty ? double.NaN : AddUp(_upper, -_lower);

    /// <summary>A member near the middle, finite whatever the ends; NaN if empty.</summary>
    public double Midpoint =>
        IsEmpty
            ? double.NaN
            : Math.Clamp(
                0.5 * Math.Max(_lower, double.MinValue) + 0.5 * Math.Min(_upper, double.MaxValue), _lower, _upper);

    /// <summary>The greatest absolute value of a member, NaN if empty.</summary>
    public double Magnitude => Math.Max(Math.Abs(_lower), Math.Abs(_upper));

    /// <summary>The double itself, exactly: [value, value]. Mind that <c>0.1</c> is not a tenth; see
    /// <see cref="OfDecimal"/>.</summary>
    /// <exception cref="ArgumentException">NaN or infinite.</exception>
    public static Interval Of(double value) => new(value, value);

    /// <inheritdoc cref="Of(double)"/>
    public static implicit operator Interval(double value) => Of(value);

    /// <summary>The tightest enclosure of numerator/denominator: one double if it is one, else two neighbors.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static Interval OfRational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException("The denominator is 0.");
        if (numerator.IsZero)
            return default;
        (double lower, double upper) = RationalRounding.Enclose(BigInteger.Abs(numerator), BigInteger.Abs(denominator));
        return numerator.Sign * denominator.Sign > 0 ? new Interval(lower, upper) : new Interval(-upper, -lower);
    }

    /// <summary>The tightest enclosure of a decimal number such as <c>-12.5</c>, <c>.1</c> or <c>6.02e23</c>.</summary>
    /// <exception cref="FormatException">
    /// Not of the form sign, digits, point, digits, e, sign, digits (culture plays no part), or an exponent beyond
    /// ±10000.
    /// </exception>
    public static Interval OfDecimal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int e = text.AsSpan().IndexOfAny('e', 'E');
        ReadOnlySpan<char> mantissa = e < 0 ? text : text.AsSpan(0, e);
        int exponent = 0;
        if (
            e >= 0
            && (
                !int.TryParse(
                    text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                || Math.Abs((long)exponent) > 10000))
            throw Unreadable(text);
        int point = mantissa.IndexOf('.');
        string digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        int decimals = point < 0 ? 0 : mantissa.Length - point - 1;
        // Signs and what else the parser of integers forgives may stand neither at the end nor behind the point.
        if (
            digits.Length == 0
            || !char.IsAsciiDigit(digits[^1])
            || (decimals > 0 && !char.IsAsciiDigit(mantissa[point + 1])))
            throw Unreadable(text);
        if (
            !BigInteger.TryParse(
                digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger integer))
            throw Unreadable(text);
        int power = exponent - decimals;
        return power >= 0
            ? OfRational(integer * BigInteger.Pow(10, power), 1)
            : OfRational(integer, BigInteger.Pow(10, -power));
    }

    /// <summary>{a + b}.</summary>
    public static Interval operator +(Interval a, Interval b) =>
        a.IsEmpty || b.IsEmpty ? Empty : new(AddDown(a._lower, b._lower), AddUp(a._upper, b._upper));

    /// <summary>{-a}.</summary>
    public static Interval operator -(Interval a) => a.IsEmpty ? Empty : new(-a._upper, -a._lower);

    /// <summary>{a − b}.</summary>
    public static Interval operator -(Interval a, Interval b) => a + -b;

    /// <summary>{a·b}.</summary>
    public static Interval operator *(Interval a, Interval b)
    {
        if (a.IsEmpty || b.IsEmpty)
            return Empty;
        double lower = Math.Min(
            Math.Min(MultiplyDown(a._lower, b._lower), MultiplyDown(a._lower, b._upper)),
            Math.Min(MultiplyDown(a._upper, b._lower), MultiplyDown(a._upper, b._upper)));
        double upper = Math.Max(
            Math.Max(MultiplyUp(a._lower, b._lower), MultiplyUp(a._lower, b._upper)),
            Math.Max(MultiplyUp(a._upper, b._lower), MultiplyUp(a._upper, b._upper)));
        return new(lower, upper);
    }

    /// <summary>{a/b : b ≠ 0}: unbounded where b comes near 0, empty for b = [0, 0], and all reals where 0 lies inside
    /// both or inside b.</summary>
    public static Interval operator /(Interval a, Interval b)
    {
        if (a.IsEmpty || b.IsEmpty || (b._lower == 0 && b._upper == 0))
            return Empty;
        if (a._lower == 0 && a._upper == 0)
            return a;
        if (b._upper <= 0)
            return -a / -b;
        if (b._lower < 0)
            return Entire;
        // From here on b ≥ 0, and b may approach 0.
        double lower =
            a._lower >= 0 ? DivideDown(a._lower, b._upper)
            : b._lower == 0 ? double.NegativeInfinity
            : DivideDown(a._lower, b._lower);
        double upper =
            a._upper <= 0 ? DivideUp(a._upper, b._upper)
            : b._lower == 0 ? double.PositiveInfinity
            : DivideUp(a._upper, b._lower);
        return new(lower, upper);
    }

    /// <summary>{√x : x ≥ 0}; empty if there is no such member.</summary>
    public static Interval Sqrt(Interval x) =>
        x.IsEmpty || x._upper < 0 ? Empty : new(SqrtDown(Math.Max(x._lower, 0)), SqrtUp(x._upper));

    /// <summary>{x²}, never negative, unlike x·x, which treats its factors as independent.</summary>
    public static Interval Square(Interval x)
    {
        if (x.IsEmpty)
            return Empty;
        Interval y = Abs(x);
        return new(MultiplyDown(y._lower, y._lower), MultiplyUp(y._upper, y._upper));
    }

    /// <summary>{xⁿ}; n may be negative (then x ≠ 0); x⁰ is 1.</summary>
    /// <remarks>About 2·log₂|n| rounded products, so each end is up to about 2|n| units in the last place from the
    /// tightest.</remarks>
    public static Interval Power(Interval x, int n)
    {
        if (x.IsEmpty)
            return Empty;
        if (n == 0)
            return new(1, 1);
        if (n < 0)
            return n == int.MinValue
                ? new Interval(1, 1) / (Power(x, int.MaxValue) * x)
                : new Interval(1, 1) / Power(x, -n);
        if (int.IsEvenInteger(n))
        {
            Interval y = Abs(x);
            return new(PowerOf(y._lower, n, MultiplyDown), PowerOf(y._upper, n, MultiplyUp));
        }
        // An odd power increases: the lower end from the lower end, its magnitude rounded away from the interval.
        double lower = x._lower >= 0 ? PowerOf(x._lower, n, MultiplyDown) : -PowerOf(-x._lower, n, MultiplyUp);
        double upper = x._upper >= 0 ? PowerOf(x._upper, n, MultiplyUp) : -PowerOf(-x._upper, n, MultiplyDown);
        return new(lower, upper);
    }

    /// <summary>{|x|}, exact.</summary>
    public static Interval Abs(Interval x)
    {
        if (x.IsEmpty || x._lower >= 0)
            return x;
        return x._upper <= 0 ? -x : new(0, Math.Max(-x._lower, x._upper));
    }

    /// <summary>{min(a, b)}, exact.</summary>
    public static Interval Min(Interval a, Interval b) =>
        a.IsEmpty || b.IsEmpty ? Empty : new(Math.Min(a._lower, b._lower), Math.Min(a._upper, b._upper));

    /// <summary>{max(a, b)}, exact.</summary>
    public static Interval Max(Interval a, Interval b) =>
        a.IsEmpty || b.IsEmpty ? Empty : new(Math.Max(a._lower, b._lower), Math.Max(a._upper, b._upper));

    /// <summary>The least interval that contains both, exact.</summary>
    public static Interval Hull(Interval a, Interval b)
    {
        if (a.IsEmpty)
            return b;
        return b.IsEmpty ? a : new(Math.Min(a._lower, b._lower), Math.Max(a._upper, b._upper));
    }

    /// <summary>The common members, exact; empty if there are none.</summary>
    public static Interval Intersect(Interval a, Interval b)
    {
        double lower = Math.Max(a._lower, b._lower), upper = Math.Min(a._upper, b._upper);
        return lower <= upper ? new(lower, upper) : Empty; // NaN ends of an empty operand fail the comparison
    }

    /// <summary>Whether the double is a member; false for NaN and infinities.</summary>
    public bool Contains(double value) => double.IsFinite(value) && _lower <= value && value <= _upper;

    /// <summary>Whether every member of <paramref name="other"/> is one of this interval; true for the empty
    /// set.</summary>
    public bool Contains(Interval other) => other.IsEmpty || (_lower <= other._lower && other._upper <= _upper);

    /// <summary>True: every member is less than every member of <paramref name="other"/>. False says nothing; it is
    /// false if either is empty.</summary>
    public bool IsCertainlyLess(Interval other) => _upper < other._lower;

    /// <summary>True: every member is at most every member of <paramref name="other"/>. False says nothing; it is false
    /// if either is empty.</summary>
    public bool IsCertainlyAtMost(Interval other) => _upper <= other._lower;

    /// <summary>Whether this number is less than the other: true or false where all members agree, null where they do
    /// not or a set is empty.</summary>
    public bool? IsLessThan(Interval other)
    {
        if (IsCertainlyLess(other))
            return true;
        return other.IsCertainlyAtMost(this) ? false : null;
    }

    /// <summary>Whether both are the same set; two empty sets are. This is no statement about the numbers
    /// enclosed.</summary>
    public bool Equals(Interval other) => _lower.Equals(other._lower) && _upper.Equals(other._upper);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Interval other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_lower, _upper);

    /// <inheritdoc cref="Equals(Interval)"/>
    public static bool operator ==(Interval a, Interval b) => a.Equals(b);

    /// <summary>Whether the sets differ.</summary>
    public static bool operator !=(Interval a, Interval b) => !a.Equals(b);

    /// <summary>[lower, upper] with as many digits as identify the ends, or ∅; independent of culture.</summary>
    public override string ToString() =>
        IsEmpty ? "∅" : string.Create(CultureInfo.InvariantCulture, $"[{_lower:R}, {_upper:R}]");

    private static double PowerOf(double magnitude, int n, Func<double, double, double> multiply)
    {
        double result = 1, square = magnitude;
        while (true)
        {
            if ((n & 1) != 0)
                result = multiply(result, square);
            n >>= 1;
            if (n == 0)
                return result;
            square = multiply(square, square);
        }
    }

    private static FormatException Unreadable(string text) =>
        new($"\"{text}\" is not a decimal number such as -12.5 or 6.02e23.");
}
