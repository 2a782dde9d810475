using System.Numerics;
using Verification.Implementation.Numerics;

namespace Verification.Implementation.OnlineSgd;

/// <summary>A polynomial in one variable with rational coefficients, and exact arithmetic. Immutable.</summary>
public sealed class RationalPolynomial
{
    private readonly Rational[] _coefficients;

    /// <summary>c₀ + c₁x + … .</summary>
    /// <param name="coefficients">c₀, c₁, …; leading zeros are dropped, none is the polynomial 0.</param>
    public RationalPolynomial(params ReadOnlySpan<Rational> coefficients)
    {
        int length = coefficients.Length;
        while (length > 0 && coefficients[length - 1].Sign == 0)
            length--;
        _coefficients = coefficients[..length].ToArray();
    }

    /// <summary>Degree; −1 for the polynomial 0.</summary>
    public int Degree => _coefficients.Length - 1;

    /// <summary>The coefficient of x^<paramref name="power"/>, a power from 0 on; 0 beyond the degree.</summary>
    public Rational this[int power] => power < _coefficients.Length ? _coefficients[power] : Rational.Zero;

    /// <summary>x^p.</summary>
    /// <exception cref="ArgumentOutOfRangeException">p is negative.</exception>
    public static RationalPolynomial Monomial(int power)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(power);
        Rational[] coefficients = new Rational[power + 1];
        Array.Fill(coefficients, Rational.Zero);
        coefficients[power] = Rational.One;
        return new(coefficients);
    }

    /// <summary>The Hermite polynomial of the weight e^(−x²/2), H_k = Σ_j (−1)^j k!/(2^j j! (k − 2j)!)
    /// x^(k−2j).</summary>
    /// <remarks>The explicit sum, from which recurrence, derivative and orthogonality are examined.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">k is negative.</exception>
    public static RationalPolynomial Hermite(int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        Rational[] coefficients = new Rational[k + 1];
        Array.Fill(coefficients, Rational.Zero);
        for (int j = 0; 2 * j <= k; j++)
        {
            BigInteger size = Factorial(k) / ((BigInteger.One << j) * Factorial(j) * Factorial(k - 2 * j));
            coefficients[k - 2 * j] = j % 2 == 0 ? size : -size;
        }

        return new(coefficients);
    }

    /// <summary>n!.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is negative.</exception>
    public static BigInteger Factorial(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        BigInteger product = BigInteger.One;
        for (int i = 2; i <= n; i++)
            product *= i;
        return product;
    }

    /// <summary>E G^n for a standard normal G: (n − 1)!! for even n, else 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is negative.</exception>
    public static BigInteger NormalMoment(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        if (n % 2 != 0)
            return BigInteger.Zero;
        BigInteger product = BigInteger.One;
        for (int i = n - 1; i > 1; i -= 2)
            product *= i;
        return product;
    }

    /// <summary>p + q.</summary>
    public static RationalPolynomial operator +(RationalPolynomial p, RationalPolynomial q) => Combine(p, q, 1);

    /// <summary>p − q.</summary>
    public static RationalPolynomial operator -(RationalPolynomial p, RationalPolynomial q) => Combine(p, q, -1);

    /// <summary>p·q.</summary>
    public static RationalPolynomial operator *(RationalPolynomial p, RationalPolynomial q)
    {
        ArgumentNullException.ThrowIfNull(p);
        ArgumentNullException.ThrowIfNull(q);
        Rational[] product = new Rational[Math.Max(0, p.Degree + q.Degree + 1)];
        Array.Fill(product, Rational.Zero);
        for (int i = 0; i <= p.Degree; i++)
        {
            for (int j = 0; j <= q.Degree; j++)
                product[i + j] += p[i] * q[j];
        }

        return new(product);
    }

    /// <summary>c·p.</summary>
    public static RationalPolynomial operator *(Rational c, RationalPolynomial p)
    {
        ArgumentNullException.ThrowIfNull(p);
        return new([.. p._coefficients.Select(coefficient => c * coefficient)]);
    }

    /// <summary>The derivative.</summary>
    public RationalPolynomial Derivative() =>
        new([.. _coefficients.Select((coefficient, power) => power * coefficient).Skip(1)]);

    /// <summary>The value at <paramref name="x"/>.</summary>
    public Rational At(Rational x)
    {
        Rational value = Rational.Zero;
        for (int i = Degree; i >= 0; i--)
            value = value * x + _coefficients[i];
        return value;
    }

    /// <summary>E p(G) for a standard normal G.</summary>
    public Rational NormalMean()
    {
        Rational mean = Rational.Zero;
        for (int i = 0; i <= Degree; i += 2)
            mean += _coefficients[i] * NormalMoment(i);
        return mean;
    }

    /// <summary>The coefficients as doubles, c₀ first.</summary>
    /// <exception cref="InvalidOperationException">One of them is no double.</exception>
    public double[] Exactly() => [.. _coefficients.Select(coefficient => coefficient.Exactly())];

    private static RationalPolynomial Combine(RationalPolynomial p, RationalPolynomial q, int sign)
    {
        ArgumentNullException.ThrowIfNull(p);
        ArgumentNullException.ThrowIfNull(q);
        Rational[] sum = new Rational[Math.Max(p.Degree, q.Degree) + 1];
        for (int i = 0; i < sum.Length; i++)
            sum[i] = p[i] + sign * q[i];
        return new(sum);
    }
}
