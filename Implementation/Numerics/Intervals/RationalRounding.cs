using System.Numerics;

namespace Verification.Implementation.Numerics.Intervals;

/// <summary>Rational numbers to neighboring doubles.</summary>
internal static class RationalRounding
{
    /// <summary>The greatest double ≤ n/d and the least double ≥ n/d (∞ if there is none) for positive n and
    /// d.</summary>
    internal static (double Lower, double Upper) Enclose(BigInteger n, BigInteger d)
    {
        // 2^(e-1) < n/d < 2^(e+1); a quotient in units of 2^shift has then 53 or 54 bits, or fewer among subnormals,
        // whose unit is 2⁻¹⁰⁷⁴.
        int e = (int)(n.GetBitLength() - d.GetBitLength());
        int shift = Math.Max(e - 53, -1074);
        (BigInteger units, bool exact) = Quotient(n, d, shift);
        if (units.GetBitLength() > 53)
        {
            shift++;
            (units, exact) = Quotient(n, d, shift);
        }
        if (shift > 971) // 2⁵³ units of 2⁹⁷¹ are the first number beyond the largest double
            return (double.MaxValue, double.PositiveInfinity);
        double lower = Math.ScaleB((double)units, shift);
        return (lower, exact ? lower : Math.BitIncrement(lower));
    }

    private static (BigInteger Units, bool Exact) Quotient(BigInteger n, BigInteger d, int shift)
    {
        BigInteger units =
            shift >= 0
                ? BigInteger.DivRem(n, d << shift, out BigInteger rest)
                : BigInteger.DivRem(n << -shift, d, out rest);
        return (units, rest.IsZero);
    }
}
