using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Verification.Implementation.Numerics;

namespace Verification.Spec.Counterexamples;

/// <summary>A number between two rational ones: a single one, exact, until a root or a logarithm is taken.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Enclosure
{
    // Roots and logarithms are enclosed by neighboring multiples of 2^-Bits of what they are at scale 1.
    private const int Bits = 200;

    private Enclosure(Rational lower, Rational upper)
    {
        Lower = lower;
        Upper = upper;
    }

    /// <summary>The lower end.</summary>
    public Rational Lower { get; }

    /// <summary>The upper end, at least <see cref="Lower"/>.</summary>
    public Rational Upper { get; }

    /// <summary>Whether the number is known exactly.</summary>
    public bool IsExact => Lower == Upper;

    /// <summary>The number itself.</summary>
    /// <exception cref="FormatException">It is not known exactly.</exception>
    public Rational Exactly =>
        IsExact ? Lower : throw new FormatException("this function asks for numbers that are known exactly");

    /// <summary>The exact number.</summary>
    public static implicit operator Enclosure(Rational value) => new(value, value);

    /// <summary>The integer.</summary>
    public static implicit operator Enclosure(int value) => (Rational)value;

    /// <summary>a + b.</summary>
    public static Enclosure operator +(Enclosure a, Enclosure b) => new(a.Lower + b.Lower, a.Upper + b.Upper);

    /// <summary>a − b.</summary>
    public static Enclosure operator -(Enclosure a, Enclosure b) => new(a.Lower - b.Upper, a.Upper - b.Lower);

    /// <summary>−a.</summary>
    public static Enclosure operator -(Enclosure a) => new(-a.Upper, -a.Lower);

    /// <summary>a·b.</summary>
    public static Enclosure operator *(Enclosure a, Enclosure b) => a.IsExact && b.IsExact
        ? a.Lower * b.Lower
        : Hull(a.Lower * b.Lower, a.Lower * b.Upper, a.Upper * b.Lower, a.Upper * b.Upper);

    /// <summary>a/b.</summary>
    /// <exception cref="FormatException">b may be 0.</exception>
    public static Enclosure operator /(Enclosure a, Enclosure b) => b.Lower.Sign * b.Upper.Sign > 0
        ? a * new Enclosure(1 / b.Upper, 1 / b.Lower)
        : throw new FormatException("a divisor may be 0");

    /// <summary>The number from text: an integer or <c>p/q</c>.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static Enclosure Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split('/');
        return parts.Length <= 2
            && Integer(parts[0], out BigInteger numerator)
            && Integer(parts.Length == 2 ? parts[1] : "1", out BigInteger denominator)
            && !denominator.IsZero
            ? new Rational(numerator, denominator)
            : throw new FormatException($"'{text}' is no integer and no p/q");
    }

    /// <summary>a^n for an integer n; 0⁰ = 1.</summary>
    /// <exception cref="FormatException">n is negative and a may be 0.</exception>
    public static Enclosure Power(Enclosure a, int n)
    {
        if (n < 0)
            return 1 / Power(a, -n);
        if (a.IsExact)
            return Rational.Power(a.Lower, n);
        Enclosure power = 1;
        for (int k = 0; k < n; k++)
            power *= a;
        return power;
    }

    /// <summary>|a|.</summary>
    public static Enclosure Abs(Enclosure a) => Max(a, -a);

    /// <summary>The smaller one.</summary>
    public static Enclosure Min(Enclosure a, Enclosure b) => -Max(-a, -b);

    /// <summary>The larger one.</summary>
    public static Enclosure Max(Enclosure a, Enclosure b) => new(Larger(a.Lower, b.Lower), Larger(a.Upper, b.Upper));

    /// <summary>√a; exact for squares of rational numbers.</summary>
    /// <exception cref="FormatException">a may be negative.</exception>
    public static Enclosure Sqrt(Enclosure a) => a.Lower.Sign < 0
        ? throw new FormatException("a root is taken of what may be negative")
        : new(RootBelow(a.Lower, out _), RootAbove(a.Upper));

    /// <summary>log a; exact at 1.</summary>
    /// <exception cref="FormatException">a may be 0 or negative.</exception>
    public static Enclosure Log(Enclosure a) => a.Lower.Sign <= 0
        ? throw new FormatException("a logarithm is taken of what may be 0 or negative")
        : a.IsExact ? NaturalLog(a.Lower)
        : new(NaturalLog(a.Lower).Lower, NaturalLog(a.Upper).Upper);

    /// <summary><c>p/q</c>; of what is not exact, both ends to 40 decimals, rounded outward, with two dots
    /// between.</summary>
    public override string ToString() => IsExact
        ? Fraction(Lower)
        : $"{Decimal(Lower, up: false)}..{Decimal(Upper, up: true)}";

    private static bool Integer(string text, out BigInteger value) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static Enclosure Hull(params ReadOnlySpan<Rational> ends)
    {
        (Rational lower, Rational upper) = (ends[0], ends[0]);
        foreach (Rational end in ends)
        {
            upper = Larger(upper, end);
            lower = -Larger(-lower, -end);
        }

        return new(lower, upper);
    }

    private static Rational Larger(Rational a, Rational b) => (a - b).Sign >= 0 ? a : b;

    private static Rational RootBelow(Rational a, out bool exact)
    {
        // √(p/q) = √(pq)/q, and the integer root of 4^Bits·pq is 2^Bits√(pq), rounded down.
        BigInteger radicand = (a.Numerator * a.Denominator) << (2 * Bits);
        BigInteger root = IntegerRoot(radicand);
        exact = root * root == radicand;
        return new(root, a.Denominator << Bits);
    }

    private static Rational RootAbove(Rational a)
    {
        Rational below = RootBelow(a, out bool exact);
        return exact ? below : below + new Rational(1, a.Denominator << Bits);
    }

    // Newton's method from above falls until it is at the root, rounded down.
    private static BigInteger IntegerRoot(BigInteger n)
    {
        if (n.IsZero)
            return 0;
        BigInteger root = BigInteger.One << (int)((n.GetBitLength() + 1) / 2);
        while (true)
        {
            BigInteger next = (root + n / root) >> 1;
            if (next >= root)
                return root;
            root = next;
        }
    }

    private static readonly Lazy<Enclosure> LogTwo = new(() => 2 * Artanh(new Rational(1, 3)));

    // a = 2^e·m with 1/2 < m < 2, and log m = 2 artanh((m − 1)/(m + 1)), |(m − 1)/(m + 1)| < 1/3.
    private static Enclosure NaturalLog(Rational a)
    {
        int exponent = (int)(a.Numerator.GetBitLength() - a.Denominator.GetBitLength());
        Rational mantissa = exponent >= 0
            ? a / (BigInteger.One << exponent)
            : a * (BigInteger.One << -exponent);
        return 2 * Artanh((mantissa - 1) / (mantissa + 1)) + exponent * LogTwo.Value;
    }

    // Σ z^(2k+1)/(2k+1); behind 9^-k < 2^-Bits the rest is below z^(2k+1)/(1 − z²) ≤ 9/8·|z|^(2k+1).
    private static Enclosure Artanh(Rational z)
    {
        Enclosure sum = 0;
        Enclosure power = z;
        for (int k = 0; k <= Bits / 3; k++)
        {
            sum = Rounded(sum + power / (2 * k + 1));
            power = Rounded(power * z * z);
        }

        Enclosure rest = Abs(power) * new Rational(9, 8);
        return new(sum.Lower - rest.Upper, sum.Upper + rest.Upper);
    }

    // Outward to multiples of 2^-(Bits + 20), so that numerators stay small.
    private static Enclosure Rounded(Enclosure a) =>
        new(Floor(a.Lower), -Floor(-a.Upper));

    private static Rational Floor(Rational a) => new(
        FloorDivide(a.Numerator << (Bits + 20), a.Denominator), BigInteger.One << (Bits + 20));

    private static BigInteger FloorDivide(BigInteger n, BigInteger d) =>
        n.Sign >= 0 ? n / d : -((-n + d - 1) / d);

    private static string Fraction(Rational a) => a.Denominator.IsOne
        ? a.Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{a.Numerator}/{a.Denominator}");

    private static string Decimal(Rational a, bool up)
    {
        const int places = 40;
        BigInteger scaled = a.Numerator * BigInteger.Pow(10, places);
        BigInteger units = up ? -FloorDivide(-scaled, a.Denominator) : FloorDivide(scaled, a.Denominator);
        string digits = BigInteger.Abs(units)
            .ToString(CultureInfo.InvariantCulture)
            .PadLeft(places + 1, '0');
        return $"{(units.Sign < 0 ? "-" : "")}{digits[..^places]}.{digits[^places..]}";
    }
}
