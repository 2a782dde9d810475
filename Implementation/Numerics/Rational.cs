using System.Numerics;
using System.Runtime.InteropServices;
using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.Numerics;

/// <summary>A rational number in lowest terms, with exact arithmetic. <c>default</c> is not a number of this
/// kind.</summary>
/// <remarks>Polynomials in a Gaussian pair whose correlation is a double have expectations of this kind: every double
/// is a rational number.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Rational
{
    /// <summary>numerator/denominator.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException("The denominator is 0.");
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        Denominator = denominator / divisor;
    }

    /// <summary>0.</summary>
    public static Rational Zero { get; } = new(0, 1);

    /// <summary>1.</summary>
    public static Rational One { get; } = new(1, 1);

    /// <summary>Numerator in lowest terms.</summary>
    public BigInteger Numerator { get; }

    /// <summary>Denominator in lowest terms, positive.</summary>
    public BigInteger Denominator { get; }

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>The number that a double is, exactly.</summary>
    /// <exception cref="ArgumentOutOfRangeException">NaN or infinite.</exception>
    public static Rational Of(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "Only finite numbers are rational.");
        if (value == 0)
            return Zero;
        int shift = 52 - Math.ILogB(value);
        // ScaleB by the exponent is exact, and 53 bits fit a long; subnormal numbers have fewer.
        double whole = value;
        for (int left = shift; left != 0;)
        {
            int part = Math.Clamp(left, -1000, 1000);
            whole = Math.ScaleB(whole, part);
            left -= part;
        }

        return shift >= 0
            ? new((BigInteger)whole, BigInteger.One << shift)
            : new((BigInteger)whole << -shift, BigInteger.One);
    }

    /// <summary>The integer.</summary>
    public static implicit operator Rational(int value) => new(value, 1);

    /// <summary>The integer.</summary>
    public static implicit operator Rational(BigInteger value) => new(value, 1);

    /// <summary>a + b.</summary>
    public static Rational operator +(Rational a, Rational b) =>
        new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    /// <summary>a − b.</summary>
    public static Rational operator -(Rational a, Rational b) =>
        new(a.Numerator * b.Denominator - b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    /// <summary>−a.</summary>
    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator);

    /// <summary>a·b.</summary>
    public static Rational operator *(Rational a, Rational b) =>
        new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    /// <summary>a/b.</summary>
    /// <exception cref="DivideByZeroException">b is 0.</exception>
    public static Rational operator /(Rational a, Rational b) =>
        new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    /// <summary>a^n for n ≥ 0; 0⁰ = 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is negative.</exception>
    public static Rational Power(Rational a, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return new(BigInteger.Pow(a.Numerator, n), BigInteger.Pow(a.Denominator, n));
    }

    /// <summary>C(n, k), the number of subsets of k elements of n; 0 for k > n and for k &lt; 0.</summary>
    /// <remarks>Every partial product is C(n, i): the division leaves no rest.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">n is negative.</exception>
    public static Rational Binomial(int n, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        if (k < 0 || k > n)
            return Zero;
        BigInteger product = BigInteger.One;
        for (int i = 1; i <= Math.Min(k, n - k); i++)
            product = product * (n + 1 - i) / i;
        return product;
    }

    /// <summary>The tightest enclosure by doubles: a single one where the number is a double.</summary>
    public Interval Enclosure() => Interval.OfRational(Numerator, Denominator);

    /// <summary>A double next to the number, with the width of <see cref="Enclosure"/> as its error; 0 where the number
    /// is a double.</summary>
    public Bounded Rounded()
    {
        Interval enclosure = Enclosure();
        return new(enclosure.Lower, enclosure.Width);
    }

    /// <summary>The double that the number is.</summary>
    /// <exception cref="InvalidOperationException">It is none.</exception>
    public double Exactly()
    {
        Interval enclosure = Enclosure();
        return enclosure.IsPoint
            ? enclosure.Lower
            : throw new InvalidOperationException($"{Numerator}/{Denominator} is not a double.");
    }
}
