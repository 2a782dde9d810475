using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Verification.Snapshots.NumericTables;

/// <summary>A number as its decimal text says it: <paramref name="Digits"/> · 10^<paramref name="Exponent"/>, without
/// rounding.</summary>
/// <remarks>In doubles, 1 − 0.995 exceeds 0.005, and a tolerance would not hold on its edge.</remarks>
internal readonly partial record struct ExactDecimal(BigInteger Digits, int Exponent)
{
    // Beyond the exponents of doubles a text is no measured number, and aligning it would cost memory without bound.
    private const int LargestExponent = 400;

    public bool IsZero => Digits.IsZero;

    public bool IsNegative => Digits.Sign < 0;

    public ExactDecimal Magnitude => this with { Digits = BigInteger.Abs(Digits) };

    /// <summary>⌊log₁₀ |x|⌋ for x ≠ 0.</summary>
    public int LeadingExponent => Exponent + BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture).Length - 1;

    public static ExactDecimal operator -(ExactDecimal left, ExactDecimal right)
    {
        (BigInteger l, BigInteger r, int exponent) = Align(left, right);
        return new ExactDecimal(l - r, exponent);
    }

    /// <summary>Reads an ordinary decimal text; false for everything else, NaN and infinities included.</summary>
    public static bool TryParse(string text, out ExactDecimal number)
    {
        number = default;
        Match match = DecimalText().Match(text);
        if (!match.Success)
            return false;
        string fraction = match.Groups["fraction"].Value;
        string power = match.Groups["power"].Value;
        int exponent = 0;
        if (
            power.Length > 0
            && (
                !int.TryParse(power, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                || Math.Abs(exponent) > LargestExponent))
            return false;
        BigInteger digits = BigInteger.Parse(
            match.Groups["whole"].Value + fraction, NumberStyles.None, CultureInfo.InvariantCulture);
        number = new ExactDecimal(match.Groups["sign"].Value == "-" ? -digits : digits, exponent - fraction.Length);
        return true;
    }

    public bool IsAtMost(ExactDecimal other)
    {
        (BigInteger l, BigInteger r, _) = Align(this, other);
        return l <= r;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Digits}e{Exponent}");

    private static (BigInteger Left, BigInteger Right, int Exponent) Align(ExactDecimal left, ExactDecimal right)
    {
        int exponent = Math.Min(left.Exponent, right.Exponent);
        return (
            left.Digits * BigInteger.Pow(10, left.Exponent - exponent),
            right.Digits * BigInteger.Pow(10, right.Exponent - exponent), exponent);
    }

    [GeneratedRegex(
        @"^(?<sign>[+-]?)(?<whole>[0-9]+)(\.(?<fraction>[0-9]+))?([eE](?<power>[+-]?[0-9]+))?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex DecimalText();
}
