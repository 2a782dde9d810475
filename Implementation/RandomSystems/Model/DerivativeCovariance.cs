using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.RandomSystems.Model;

// F = Σ over monomials of N(0, ξ_k·k!/∏e_j!)·x^e, independently: a covariance of derivatives is a sum over monomials of
// the variance times both derivatives. Nothing of ξ(⟨x, y⟩) as a function is used.

/// <summary>Covariances of derivatives of one equation at two points, from the coefficients' variances.</summary>
public static class DerivativeCovariance
{
    /// <summary>Encloses E[∂_a F(x) ∂_b F(y)], ∂_a the derivative in each of the variables that a lists.</summary>
    /// <param name="mixture">ξ.</param>
    /// <param name="x">A point, of length d.</param>
    /// <param name="y">Another, of length d.</param>
    /// <param name="a">Variables from 0 to d − 1, with repetition; empty for F itself.</param>
    /// <param name="b">Variables of the derivative at y.</param>
    public static Interval Of(
        Mixture mixture, IReadOnlyList<Interval> x, IReadOnlyList<Interval> y, int[] a, int[] b)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        Interval sum = 0;
        var exponents = new int[x.Count];
        for (int k = 0; k <= mixture.Degree; k++)
        {
            if (mixture.Coefficients[k] > 0)
                sum += mixture.Coefficients[k] * OverMonomials(0, k, 1);
        }

        return sum;

        // k!/∏e_j! is a product of binomial coefficients; in doubles it would round from degree 34 on, for d = 3.
        Interval OverMonomials(int variable, int left, Interval multinomial)
        {
            if (variable == x.Count - 1)
            {
                exponents[variable] = left;
                return multinomial * Derivative(exponents, x, a) * Derivative(exponents, y, b);
            }

            Interval total = 0;
            Interval binomial = 1;
            for (int e = 0; e <= left; e++)
            {
                exponents[variable] = e;
                total += OverMonomials(variable + 1, left - e, multinomial * binomial);
                binomial = binomial * (left - e) / (e + 1.0);
            }

            return total;
        }
    }

    private static Interval Derivative(int[] exponents, IReadOnlyList<Interval> x, int[] variables)
    {
        Interval product = 1;
        for (int j = 0; j < exponents.Length; j++)
        {
            int left = exponents[j];
            foreach (int variable in variables)
            {
                if (variable == j)
                    product *= left--;
            }

            if (left < 0)
                return 0;
            product *= Interval.Power(x[j], left);
        }

        return product;
    }
}
