using System.Numerics;

namespace Verification.Implementation.Numerics.Elementary;

// A double is an integer times a power of two, so its remainder modulo π/2 is a division of integers once π is known to
// enough bits: 1024 for the integer part of the quotient, 53 + 53 for the remainder and its tail, and about 64 because
// some double lies within 2⁻⁶² of a multiple of π/2 (J.-M. Muller, Elementary Functions, ch. 11). 1300 leaves a margin
// of a hundred.

/// <summary>Remainder of huge angles modulo a quarter turn, with exact integers.</summary>
internal static class AngleReduction
{
    private const int FractionBits = 1300;

    private static readonly Lazy<BigInteger> HalfPi = new(ComputeHalfPi);

    /// <summary>Writes <paramref name="angle"/> = n·π/2 + r with |r| ≤ π/4.</summary>
    /// <param name="angle">A finite number of magnitude at least 2⁻²⁰⁰ (smaller ones would need more bits).</param>
    /// <returns>n mod 4; r rounded to 53 bits; the rest of r, to 53 bits.</returns>
    public static (int QuarterTurns, double Head, double Tail) Reduce(double angle)
    {
        long bits = BitConverter.DoubleToInt64Bits(angle);
        int exponent = (int)((bits >> 52) & 0x7FF) - 1075;
        BigInteger significand = (bits & 0x000FFFFFFFFFFFFF) | 0x0010000000000000;
        BigInteger scaled = significand << (exponent + FractionBits);

        BigInteger n = BigInteger.DivRem(scaled, HalfPi.Value, out BigInteger remainder);
        if (remainder * 2 > HalfPi.Value)
        {
            n += 1;
            remainder -= HalfPi.Value;
        }

        if (bits < 0)
        {
            n = -n;
            remainder = -remainder;
        }

        double head = TopBits(remainder, out BigInteger rest);
        double tail = TopBits(rest, out _);
        return ((int)(n & 3), head, tail);
    }

    /// <summary>The leading 53 bits of a fixed-point number as a double, and what they leave.</summary>
    private static double TopBits(BigInteger value, out BigInteger rest)
    {
        int drop = Math.Max(0, (int)BigInteger.Abs(value).GetBitLength() - 53);
        BigInteger top = value.Sign * (BigInteger.Abs(value) >> drop);
        rest = value - (top << drop);
        return Math.ScaleB((double)top, drop - FractionBits);
    }

    /// <summary>π/2 in units of 2⁻¹³⁰⁰ by Machin's formula, π/4 = 4 arctan(1/5) − arctan(1/239) (1706).</summary>
    private static BigInteger ComputeHalfPi()
    {
        // A thousand terms, each truncated, lose less than 2¹¹ units: 32 more bits hide them.
        const int Guard = 32;
        BigInteger one = BigInteger.One << (FractionBits + Guard);
        BigInteger quarterPi = 4 * InverseTangentOfReciprocal(5, one) - InverseTangentOfReciprocal(239, one);
        return (2 * quarterPi) >> Guard;
    }

    private static BigInteger InverseTangentOfReciprocal(int q, BigInteger one)
    {
        BigInteger power = one / q;
        BigInteger sum = power;
        for (int k = 1; !power.IsZero; k++)
        {
            power /= -q * q;
            sum += power / (2 * k + 1);
        }

        return sum;
    }
}
