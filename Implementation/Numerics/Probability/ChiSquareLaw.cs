using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.Numerics.Probability;

/// <summary>The distribution function of chi-square variables with a whole number of degrees of freedom.</summary>
public static class ChiSquareLaw
{
    private const double HalfRootOfPi = 0.886226925452758; // Γ(3/2) = √π/2

    /// <summary>P(χ²_ν ≤ <paramref name="x"/>).</summary>
    /// <remarks>
    /// DLMF 8.7.1: γ*(a, z) as a series of positive terms, P = z^a e^(−z)/Γ(a + 1)·(1 + z/(a + 1) + z²/((a + 1)(a + 2))
    /// + …) with a = ν/2, z = x/2. No cancellation: the relative error is that of the power, about (ν + x)·10⁻¹⁶.
    /// </remarks>
    /// <param name="x">Not negative, at most 1000; NaN gives NaN.</param>
    /// <param name="degreesOfFreedom">ν, 1 to 300.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Probability(double x, int degreesOfFreedom)
    {
        if (x < 0 || x > 1000)
            throw new ArgumentOutOfRangeException(nameof(x), x, "The threshold has to lie between 0 and 1000.");
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degreesOfFreedom, 300);
        if (double.IsNaN(x))
            return x;
        double z = x / 2;

        // z^a/Γ(a + 1), one factor z/k at a time, from z^0/Γ(1) or √z/Γ(3/2).
        bool odd = degreesOfFreedom % 2 == 1;
        double power = odd ? Math.Sqrt(z) / HalfRootOfPi : 1;
        for (double k = odd ? 1.5 : 1; k <= degreesOfFreedom / 2.0; k++)
            power *= z / k;

        double sum = 0;
        double term = 1;
        for (double k = degreesOfFreedom / 2.0 + 1; sum + term != sum; k++)
        {
            sum += term;
            term *= z / k;
        }

        return Math.Min(1, power * ElementaryFunctions.Exp(-z) * sum);
    }
}
