using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.OnlineSgd.Population;

namespace Verification.Implementation.OnlineSgd.Proof;

// g = (f(a) − f(b))f′(b)(a − mb) with a = mb + √(1 − m²)c: of the root only even powers have a mean, so that E g² is a
// polynomial in m, of degree 2k + 2 at most. It is interpolated from its exact values at as many rational points.

/// <summary>Mean and variance of the gradient of one sample along the signal, for f = H_k/√k! and the squared
/// loss.</summary>
public static class ForceVariance
{
    // Of [−1, 1]: on each piece the variance is enclosed by its value in the middle and its slope.
    private const int Pieces = 512;

    private static readonly Lazy<double>[] Bounds =
        [.. Enumerable.Range(1, 8).Select(k => new Lazy<double>(() => Bound(k)))];

    /// <summary>ḡ = km^(k−1)(1 − m²).</summary>
    /// <param name="k">Degree, at least 1.</param>
    /// <param name="m">Overlap, within [−1, 1].</param>
    public static double Drift(int k, double m)
    {
        double drift = k * ((1 - m) * (1 + m));
        for (int i = 1; i < k; i++)
            drift *= m;
        return drift;
    }

    /// <summary>Var g as a polynomial in m, exactly.</summary>
    /// <param name="k">Degree, from 1 to 8.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is out of range.</exception>
    public static RationalPolynomial Polynomial(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, 8);
        RationalPolynomial one = RationalPolynomial.Monomial(0), x = RationalPolynomial.Monomial(1);
        RationalPolynomial second = new(), product = one;
        for (int i = 0; i <= 2 * k + 2; i++)
        {
            // Newton's form: the next term makes up for what the polynomial misses at the next point.
            Rational point = new(i - k - 1, k + 1);
            Rational missing = SampleGradientExperiment.SecondMoment(k, point) - second.At(point);
            second += missing / product.At(point) * product;
            product *= x - point * one;
        }

        RationalPolynomial drift = k * RationalPolynomial.Monomial(k - 1) * (one - x * x);
        return second - drift * drift;
    }

    /// <summary>A bound of Var g over all overlaps, within a thousandth of its maximum.</summary>
    /// <param name="k">Degree, from 1 to 8.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is out of range.</exception>
    public static double Largest(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, Bounds.Length);
        return Bounds[k - 1].Value;
    }

    private static double Bound(int k)
    {
        RationalPolynomial variance = Polynomial(k);
        Interval[] values = Enclosed(variance), slopes = Enclosed(variance.Derivative());
        double largest = 0;
        for (int i = 0; i < Pieces; i++)
        {
            double middle = (2 * i + 1.0) / Pieces - 1;
            var half = new Interval(-1.0 / Pieces, 1.0 / Pieces);
            largest = Math.Max(largest, (At(values, middle) + half * At(slopes, half + middle)).Upper);
        }

        return largest;
    }

    private static Interval[] Enclosed(RationalPolynomial p) =>
        [.. Enumerable.Range(0, p.Degree + 1).Select(i => p[i].Enclosure())];

    private static Interval At(Interval[] coefficients, Interval m)
    {
        Interval value = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
            value = value * m + coefficients[i];
        return value;
    }
}
