using System.Numerics;
using Verification.Implementation.Numerics;

namespace Verification.Implementation.OnlineSgd;

/// <summary>Exact expectations of polynomials of a standard Gaussian pair (a, b) of correlation m.</summary>
/// <remarks>
/// a = mb + √(1 − m²)c with b, c independent; odd powers of c have mean 0, so that only even powers of the root remain:
/// E a^i b^j = Σ_l binom(i, 2l) m^(i−2l) (1 − m²)^l (2l − 1)!! E b^(i−2l+j).
/// </remarks>
public sealed class GaussianPair
{
    private readonly Dictionary<(int, int), Rational> _moments = [];

    /// <summary>A pair of this correlation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">m lies outside [−1, 1].</exception>
    public GaussianPair(Rational correlation)
    {
        Correlation = correlation;
        Rest = Rational.One - correlation * correlation;
        if (Rest.Sign < 0)
            throw new ArgumentOutOfRangeException(
                nameof(correlation), correlation, "A correlation lies between −1 and 1.");
    }

    /// <summary>m.</summary>
    public Rational Correlation { get; }

    /// <summary>1 − m².</summary>
    public Rational Rest { get; }

    /// <summary>E p(a)q(b).</summary>
    public Rational Mean(RationalPolynomial p, RationalPolynomial q)
    {
        ArgumentNullException.ThrowIfNull(p);
        ArgumentNullException.ThrowIfNull(q);
        Rational mean = Rational.Zero;
        for (int i = 0; i <= p.Degree; i++)
        {
            for (int j = 0; j <= q.Degree; j++)
            {
                if ((i + j) % 2 == 0 && p[i].Sign != 0 && q[j].Sign != 0)
                    mean += p[i] * q[j] * Moment(i, j);
            }
        }

        return mean;
    }

    /// <summary>E a^i b^j, for i and j from 0 on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A power is negative.</exception>
    public Rational Moment(int i, int j)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(i);
        ArgumentOutOfRangeException.ThrowIfNegative(j);
        if (_moments.TryGetValue((i, j), out Rational known))
            return known;
        Rational moment = Rational.Zero;
        BigInteger binomial = BigInteger.One;
        for (int n = 0; n <= i; n++)
        {
            if (n % 2 == 0)
                moment += binomial
                    * RationalPolynomial.NormalMoment(n)
                    * RationalPolynomial.NormalMoment(i - n + j)
                    * (Rational.Power(Correlation, i - n) * Rational.Power(Rest, n / 2));
            binomial = binomial * (i - n) / (n + 1);
        }

        _moments[(i, j)] = moment;
        return moment;
    }
}
