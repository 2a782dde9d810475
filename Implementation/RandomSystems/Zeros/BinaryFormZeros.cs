using System.Numerics;

namespace Verification.Implementation.RandomSystems.Zeros;

/// <summary>The number of zeros of a binary form in the complex projective line, in exact arithmetic.</summary>
public static class BinaryFormZeros
{
    /// <summary>Distinct zeros of Σ c_k x^(p−k) y^k: one at x = 0 where c_p = 0, and p′ − deg gcd(f, f′) of
    /// f(y) = Σ c_k y^k, whose degree is p′.</summary>
    /// <param name="coefficients">c_0, …, c_p, finite; every double is a fraction.</param>
    /// <exception cref="ArgumentException">All are 0, so that every point is a zero.</exception>
    public static int Distinct(ReadOnlySpan<double> coefficients)
    {
        List<BigInteger> f = Polynomial(coefficients);
        // The coefficients of the highest powers of y vanish exactly at x = 0, which is one zero more.
        int atInfinity = f.Count < coefficients.Length ? 1 : 0;
        return atInfinity + f.Count - CommonWithDerivative(f).Count;
    }

    /// <summary>The order to which Σ c_k x^(p−k) y^k vanishes at a point of the projective line, 0 where it does not:
    /// p − max{k: c_k ≠ 0} at (0 : 1), elsewhere how often y − y_0x divides it.</summary>
    /// <param name="coefficients">c_0, …, c_p, finite.</param>
    /// <param name="x">0 or 1, the first coordinate.</param>
    /// <param name="y">The second one, 1 where the first is 0.</param>
    /// <exception cref="ArgumentException">All coefficients are 0, or the point is not so normalized.</exception>
    public static int Order(ReadOnlySpan<double> coefficients, int x, int y)
    {
        if (!(x == 1 || (x == 0 && y == 1)))
            throw new ArgumentException("The first coordinate is 1, or 0 with 1 as the second.", nameof(x));
        List<BigInteger> f = Polynomial(coefficients);
        if (x == 0)
            return coefficients.Length - f.Count;
        int order = 0;
        while (TryDivide(f, y))
            order++;
        return order;
    }

    // By y − root, with Horner's scheme; false, and f as it was, where a rest is left.
    private static bool TryDivide(List<BigInteger> f, int root)
    {
        List<BigInteger> values = [.. f];
        for (int k = f.Count - 2; k >= 0; k--)
            values[k] += root * values[k + 1];
        if (!values[0].IsZero)
            return false;
        for (int k = 1; k < f.Count; k++)
            f[k - 1] = values[k];
        f.RemoveAt(f.Count - 1);
        return true;
    }

    private static List<BigInteger> Polynomial(ReadOnlySpan<double> coefficients)
    {
        List<BigInteger> f = Integers(coefficients);
        Trim(f);
        return f.Count > 0 ? f : throw new ArgumentException("The form is 0.", nameof(coefficients));
    }

    private static List<BigInteger> CommonWithDerivative(List<BigInteger> f)
    {
        List<BigInteger> g = [.. f.Select((c, k) => c * k).Skip(1)];
        Trim(g);
        while (g.Count > 0)
            (f, g) = (g, PseudoRemainder(f, g));
        return f;
    }

    // A multiple of the remainder of f by g, without its content.
    private static List<BigInteger> PseudoRemainder(List<BigInteger> f, List<BigInteger> g)
    {
        List<BigInteger> rest = [.. f];
        while (rest.Count >= g.Count)
        {
            BigInteger head = rest[^1];
            int shift = rest.Count - g.Count;
            for (int k = 0; k < rest.Count; k++)
                rest[k] = rest[k] * g[^1] - (k >= shift ? head * g[k - shift] : 0);
            Trim(rest);
        }

        BigInteger content = rest.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        return [.. rest.Select(c => c / content)];
    }

    private static List<BigInteger> Integers(ReadOnlySpan<double> values)
    {
        // 2^1074 makes an integer of every double; the least power that these need keeps the numbers short.
        int shift = 0;
        foreach (double value in values)
        {
            if (value != 0)
                shift = Math.Max(shift, 52 - Math.ILogB(value));
        }

        List<BigInteger> integers = [];
        foreach (double value in values)
        {
            int own = value == 0 ? 0 : 52 - Math.ILogB(value);
            integers.Add((BigInteger)Math.ScaleB(value, own) << (shift - own));
        }

        return integers;
    }

    private static void Trim(List<BigInteger> f)
    {
        while (f.Count > 0 && f[^1].IsZero)
            f.RemoveAt(f.Count - 1);
    }
}
