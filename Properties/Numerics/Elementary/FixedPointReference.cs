using System.Numerics;

namespace Verification.Properties.Numerics.Elementary;

/// <summary>
/// Elementary functions of doubles to at least 200 bits (60 digits) by series over integers: slow, and simple enough to
/// be believed. A result is mantissa·2^exponent.
/// </summary>
internal static class FixedPointReference
{
    private const int Bits = 200;

    private static readonly Dictionary<int, BigInteger> Pis = [];
    private static readonly Dictionary<int, BigInteger> LogsOfTwo = [];

    public readonly record struct Value(BigInteger Mantissa, int Exponent);

    /// <summary>|computed − exact| in units in the last place of the exact value (of 2⁻¹⁰⁷⁴ where that is
    /// subnormal).</summary>
    public static double UlpError(double computed, Value exact)
    {
        if (exact.Mantissa.IsZero)
            return computed == 0 ? 0 : double.PositiveInfinity;
        int leading = (int)BigInteger.Abs(exact.Mantissa).GetBitLength() - 1 + exact.Exponent;
        if (leading >= 1024)
            return double.IsInfinity(computed) ? 0 : double.PositiveInfinity;
        if (!double.IsFinite(computed))
        {
            // Rounding up to infinity is an error of one unit at the top of the range.
            return double.IsInfinity(computed) && leading == 1023
                ? UlpError(double.MaxValue, exact) + 1
                : double.PositiveInfinity;
        }

        int ulp = Math.Max(leading - 52, -1074);
        Value c = Exact(computed);
        int common = Math.Min(c.Exponent, exact.Exponent);
        BigInteger difference = BigInteger.Abs(
            (c.Mantissa << (c.Exponent - common)) - (exact.Mantissa << (exact.Exponent - common)));
        return ToDouble(new Value(difference, common - ulp));
    }

    public static double ToDouble(Value value)
    {
        int drop = Math.Max(0, (int)BigInteger.Abs(value.Mantissa).GetBitLength() - 64);
        return Math.ScaleB((double)(value.Mantissa >> drop), value.Exponent + drop);
    }

    /// <summary>A finite double as an integer times a power of two.</summary>
    public static Value Exact(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int field = (int)((bits >> 52) & 0x7FF);
        BigInteger significand = bits & 0xFFFFFFFFFFFFF;
        if (field > 0)
            significand += BigInteger.One << 52;
        return new Value(bits < 0 ? -significand : significand, Math.Max(field, 1) - 1075);
    }

    public static Value Exp(double x)
    {
        int precision = PrecisionFor(x);
        (BigInteger e, int k) = Exp(Fixed(x, precision), precision);
        return new Value(e, k - precision);
    }

    public static Value Expm1(double x)
    {
        int precision = PrecisionFor(x);
        (BigInteger e, int k) = Exp(Fixed(x, precision), precision);
        return k >= 0
            ? new Value((e << k) - (BigInteger.One << precision), -precision)
            : new Value(e - (BigInteger.One << (precision - k)), k - precision);
    }

    public static Value Log(double x)
    {
        Value v = Exact(x);
        return Log(v.Mantissa, v.Exponent, Bits + 64);
    }

    public static Value Log1p(double x)
    {
        int precision = PrecisionFor(x);
        return Log((BigInteger.One << precision) + Fixed(x, precision), -precision, precision + 64);
    }

    public static Value Tanh(double x)
    {
        int precision = PrecisionFor(x);
        (BigInteger e, int k) = Exp(-2 * BigInteger.Abs(Fixed(x, precision)), precision);
        BigInteger one = BigInteger.One << (precision - k);
        BigInteger ratio = ((one - e) << precision) / (one + e);
        return new Value(x < 0 ? -ratio : ratio, -precision);
    }

    public static (Value Sin, Value Cos) SinCos(double x)
    {
        Value v = Exact(x);
        int precision = PrecisionFor(x) + Math.Max(0, v.Exponent + 53);
        BigInteger halfPi = Pi(precision) >> 1;
        BigInteger n = BigInteger.DivRem(Fixed(x, precision), halfPi, out BigInteger r);
        if (x < 0 && !r.IsZero)
        {
            n -= 1;
            r += halfPi;
        }

        if (2 * r > halfPi)
        {
            n += 1;
            r -= halfPi;
        }

        BigInteger one = BigInteger.One << precision;
        BigInteger square = (r * r) >> precision;
        BigInteger sin = r;
        BigInteger cos = one;
        BigInteger sinTerm = r;
        BigInteger cosTerm = one;
        for (int k = 1; !sinTerm.IsZero || !cosTerm.IsZero; k++)
        {
            cosTerm = -((cosTerm * square) >> precision) / ((2 * k - 1) * 2 * k);
            sinTerm = -((sinTerm * square) >> precision) / (2 * k * (2 * k + 1));
            cos += cosTerm;
            sin += sinTerm;
        }

        (BigInteger s, BigInteger c) = (int)(n & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
        return (new Value(s, -precision), new Value(c, -precision));
    }

    /// <summary>π in units of 2^−precision by Gauss's formula, π/4 = 12 arctan(1/18) + 8 arctan(1/57) − 5
    /// arctan(1/239).</summary>
    public static BigInteger Pi(int precision)
    {
        lock (Pis)
        {
            if (!Pis.TryGetValue(precision, out BigInteger pi))
            {
                BigInteger one = BigInteger.One << (precision + 64);
                pi = (4 * (12 * ArcTangent(18, one) + 8 * ArcTangent(57, one) - 5 * ArcTangent(239, one))) >> 64;
                Pis.Add(precision, pi);
            }

            return pi;
        }
    }

    private static BigInteger ArcTangent(int q, BigInteger one)
    {
        BigInteger power = one / q;
        BigInteger sum = power;
        for (int k = 3; !power.IsZero; k += 2)
        {
            power = -power / (q * q);
            sum += power / k;
        }

        return sum;
    }

    // Small arguments get as many bits more as they have leading zeros, for results that are as small.
    private static int PrecisionFor(double x) => Bits + Math.Max(0, -(Exact(x).Exponent + 53)) + 64;

    private static BigInteger Fixed(double x, int precision)
    {
        Value v = Exact(x);
        int shift = v.Exponent + precision;
        return shift >= 0 ? v.Mantissa << shift : v.Mantissa >> -shift;
    }

    /// <summary>exp(x) = e·2^k with e in [0.7, 1.5), all in units of 2^−precision.</summary>
    private static (BigInteger E, int K) Exp(BigInteger x, int precision)
    {
        BigInteger log2 = LogOfTwo(precision);
        int k = (int)BigInteger.Divide(2 * x + (x.Sign < 0 ? -log2 : log2), 2 * log2);
        BigInteger r = x - k * log2;
        BigInteger term = BigInteger.One << precision;
        BigInteger sum = term;
        for (int j = 1; !term.IsZero; j++)
        {
            term = ((term * r) >> precision) / j;
            if (term == BigInteger.MinusOne)
                break;
            sum += term;
        }

        return (sum, k);
    }

    private static Value Log(BigInteger mantissa, int exponent, int precision)
    {
        // m in [¾, 3/2), so that numbers near 1 keep exponent 0 and their relative precision.
        int k = (int)mantissa.GetBitLength() + exponent;
        int shift = precision - k + exponent;
        BigInteger m = shift >= 0 ? mantissa << shift : mantissa >> -shift;
        BigInteger one = BigInteger.One << precision;
        if (4 * m < 3 * one)
        {
            m *= 2;
            k -= 1;
        }

        return new Value(k * LogOfTwo(precision) + TwiceArTanh(m - one, m + one, precision), -precision);
    }

    private static BigInteger LogOfTwo(int precision)
    {
        lock (LogsOfTwo)
        {
            if (!LogsOfTwo.TryGetValue(precision, out BigInteger log))
            {
                log = TwiceArTanh(1, 3, precision);
                LogsOfTwo.Add(precision, log);
            }

            return log;
        }
    }

    private static BigInteger TwiceArTanh(BigInteger numerator, BigInteger denominator, int precision)
    {
        BigInteger s = (numerator << precision) / denominator;
        BigInteger square = (s * s) >> precision;
        BigInteger sum = BigInteger.Zero;
        BigInteger power = s;
        for (int k = 1; BigInteger.Abs(power) > 1; k += 2)
        {
            sum += power / k;
            power = (power * square) >> precision;
        }

        return 2 * sum;
    }
}
