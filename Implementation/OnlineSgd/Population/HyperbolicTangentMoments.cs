using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.OnlineSgd.Population;

// The trapezoidal rule of step h = 1/8 on the whole line. For g analytic in |Im x| < a whose modulus has integrals of
// at most M along the lines of the strip it is off by at most 2M/(e^(2πa/h) − 1) (L. Trefethen, J. Weideman, SIAM
// Review 56 (2014), Theorem 5.1). With a = 1: |tanh(x + ib)|² = (sinh²x + sin²b)/(sinh²x + cos²b) ≤ tan²1 < 2.43,
// |φ(x + ib)| ≤ e^½φ(x), and E|h_j(g + ib)|² = Σ_l binom(j, l)b^(2l)/l! ≤ 2^j for the normalized h_j = H_j/√j!. The
// factor 2/(e^(16π) − 1) is below 3·10⁻²².
//
// What is left out beyond R = 16: |h_j(x)| ≤ 1.09e^(x²/4) (Cramér; M. Abramowitz, I. Stegun, 22.14.17), so that all
// terms together are below h·Σ φ(x)e^(x²/4) < 10⁻²⁷.

/// <summary>Hermite coefficients of tanh and its correlations E tanh(a)tanh(b), enclosed.</summary>
/// <remarks>No closed forms are known; the sums are in interval arithmetic, with the quadrature's proven
/// error.</remarks>
public static class HyperbolicTangentMoments
{
    private const double Step = 0.125, Reach = 16;

    // Weights are below 10⁻²² beyond 10, where |tanh| ≤ 1: what a sum over two variables leaves out there is below
    // 2·10⁻²², and is part of the margin.
    private const int Half = (int)(Reach / Step), Inner = (int)(10 / Step);

    private static readonly Interval[] Weights = [.. Enumerable.Range(0, Half + 1).Select(Weight)];

    private static readonly Interval[] Values =
        [.. Enumerable.Range(0, Half + 1).Select(k => IntervalFunctions.Tanh(k * Step))];

    /// <summary>(μ_j/√j!)² for j = 0, …, <paramref name="terms"/>; exactly 0 for even j.</summary>
    /// <param name="terms">J, from 0 to 40.</param>
    /// <exception cref="ArgumentOutOfRangeException">J is out of range.</exception>
    public static Interval[] Energies(int terms)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(terms);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(terms, 40);
        var sums = new Interval[terms + 1];
        for (int k = 1; k <= Half; k++)
        {
            // h_{j+1} = (x·h_j − √j·h_{j−1})/√(j + 1); both signs of x count alike for odd j.
            Interval x = k * Step, before = 0, h = 1, weight = 2 * Weights[k] * Values[k];
            for (int j = 0; j <= terms; j++)
            {
                if (j % 2 != 0)
                    sums[j] += weight * h;
                (before, h) = (h, (x * h - Interval.Sqrt(j) * before) / Interval.Sqrt(j + 1));
            }
        }

        for (int j = 1; j <= terms; j += 2)
            sums[j] = Interval.Square(sums[j] + Margin(2.6 * Math.ScaleB(1, (j + 1) / 2)));
        return sums;
    }

    /// <summary>E tanh²(g).</summary>
    public static Interval SecondMoment()
    {
        Interval sum = 0;
        for (int k = 1; k <= Half; k++)
            sum += 2 * Weights[k] * Interval.Square(Values[k]);
        return sum + Margin(4.1);
    }

    /// <summary>E tanh(a)tanh(b) for standard normals of correlation m.</summary>
    /// <remarks>a and then c of b = ma + rc are summed over; the strip is that of one variable, since m and r are at
    /// most 1.</remarks>
    /// <param name="m">An enclosure of m within [0, 1].</param>
    /// <param name="r">One of √(1 − m²).</param>
    public static Interval Correlation(Interval m, Interval r)
    {
        Interval sum = 0;
        for (int k = 1; k <= Inner; k++)
        {
            Interval shift = m * (k * Step);
            Interval inner = Weights[0] * IntervalFunctions.Tanh(shift);
            for (int l = 1; l <= Inner; l++)
            {
                Interval rest = r * (l * Step);
                inner += Weights[l] * (IntervalFunctions.Tanh(shift + rest) + IntervalFunctions.Tanh(shift - rest));
            }

            // (a, c) and (−a, −c) have the same product.
            sum += 2 * Weights[k] * Values[k] * inner;
        }

        return sum + Margin(8);
    }

    private static Interval Weight(int k) =>
        Step * IntervalFunctions.Exp(-(k * Step) * (k * Step) / 2) / Interval.Sqrt(2 * IntervalFunctions.Pi);

    // M·3·10⁻²² for the quadrature, and 10⁻²¹ for what lies beyond the reach.
    private static Interval Margin(double bound) => (Interval.Of(bound) * 3e-22 + 1e-21) * new Interval(-1, 1);
}
