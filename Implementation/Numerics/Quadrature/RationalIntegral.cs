using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.Numerics.Quadrature;

// On [c − h, c + h] the quotient f = N/D is its Taylor polynomial of degree K − 1 at c and a rest f_K(x)(x − c)^K, with
// f_K, the K-th Taylor coefficient, taken over the whole piece. Coefficients follow from N = D·f, at a point as over a
// piece: f_k = (n_k − Σ_{j≥1} d_j f_{k−j})/d_0.

/// <summary>Rigorous integrals of quotients of polynomials.</summary>
public static class RationalIntegral
{
    // Even, so that (x − c)^K is not negative and integrates to 2h^(K+1)/(K + 1).
    private const int Order = 14;

    private const int MostHalvings = 60;

    /// <summary>Encloses the integral from 0 to 1, or [−∞, ∞] where the denominator may vanish.</summary>
    /// <param name="numerator">Coefficients in ascending order.</param>
    /// <param name="denominator">Coefficients in ascending order, of at least one.</param>
    /// <param name="tolerance">Width of the rest that is allowed for, over the whole interval; positive.</param>
    public static Interval Enclose(
        IReadOnlyList<Interval> numerator, IReadOnlyList<Interval> denominator, double tolerance = 1e-15)
    {
        ArgumentNullException.ThrowIfNull(numerator);
        ArgumentNullException.ThrowIfNull(denominator);
        if (denominator.Count == 0)
            throw new ArgumentException("The denominator has no coefficient.", nameof(denominator));
        if (!(tolerance > 0))
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "The tolerance has to be positive.");
        return Over(0, 1, 0);

        Interval Over(double from, double to, int halvings)
        {
            // Ends are multiples of a power of two: the middle and half the width are exact.
            double middle = 0.5 * (from + to), h = 0.5 * (to - from);
            Interval[]? piece = Series(numerator, denominator, new(from, to));
            if (piece is not null)
            {
                Interval rest = 2 * Interval.Power(h, Order + 1) / (Order + 1.0) * piece[Order];
                if (rest.Width <= 2 * tolerance * h)
                    return rest + Polynomial(Series(numerator, denominator, middle)!, h);
            }

            return halvings == MostHalvings
                ? Interval.Entire
                : Over(from, middle, halvings + 1) + Over(middle, to, halvings + 1);
        }
    }

    // ∫ of Σ_{k<K} f_k (x − c)^k: odd powers cancel.
    private static Interval Polynomial(Interval[] f, double h)
    {
        Interval sum = 0, power = h;
        for (int k = 0; k < Order; k += 2)
        {
            sum += 2 * f[k] * power / (k + 1.0);
            power *= h * Interval.Of(h);
        }

        return sum;
    }

    // f_0, …, f_K at a point or over a piece; null where the denominator may vanish.
    private static Interval[]? Series(
        IReadOnlyList<Interval> numerator, IReadOnlyList<Interval> denominator, Interval x)
    {
        Interval[] n = Taylor(numerator, x), d = Taylor(denominator, x);
        if (d[0].Contains(0))
            return null;
        var f = new Interval[Order + 1];
        for (int k = 0; k <= Order; k++)
        {
            Interval sum = k < n.Length ? n[k] : 0;
            for (int j = 1; j <= k && j < d.Length; j++)
                sum -= d[j] * f[k - j];
            f[k] = sum / d[0];
        }

        return f;
    }

    // Coefficients in powers of (y − x), by repeated division by y − x (Horner's scheme).
    private static Interval[] Taylor(IReadOnlyList<Interval> coefficients, Interval x)
    {
        Interval[] shifted = [.. coefficients];
        for (int i = 0; i < shifted.Length; i++)
        {
            for (int k = shifted.Length - 2; k >= i; k--)
                shifted[k] += x * shifted[k + 1];
        }

        return shifted;
    }
}
