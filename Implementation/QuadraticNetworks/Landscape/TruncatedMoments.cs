using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>Moments of a coordinate conditioned on |x| ≤ c, in closed form.</summary>
/// <param name="Mass">P(|x| ≤ c).</param>
/// <param name="Second">μ2(c) = E[x² | |x| ≤ c].</param>
/// <param name="Fourth">μ4(c) = E[x⁴ | |x| ≤ c].</param>
/// <remarks>
/// Gaussian, φ the density and p = P(|x| ≤ c) = 2φ(c)·Σ_k c^(2k+1)/(2k+1)!!: E[x²; |x| ≤ c] = p − 2cφ(c), E[x⁴; |x| ≤
/// c] = 3p − (2c³ + 6c)φ(c), by parts. Laplace with scale b = 1/√2 and y = c/b: E[|x|ⁿ; |x| ≤ c] = bⁿ·n!·(1 −
/// e^(−y)·Σ_{k≤n} y^k/k!). Uniform: on [−min(c, √3), min(c, √3)]. Laws with finitely many values: those within reach.
/// Source: the conditional moments of heading "Optimization Landscape: An Energy Barrier"; arXiv:1912.01599. Errors:
/// the sum of the Gaussian series has positive terms, at most 400 for c ≤ 16, each a product of as many roundings, and
/// the density is within 130u; what is subtracted from 1 or 3 is of size at most 3: the moments of densities are within
/// 10⁻¹² for c ≥ 1. Sums over values lose 20u relative to themselves.
/// </remarks>
public sealed record TruncatedMoments(double Mass, double Second, double Fourth)
{
    /// <summary>C5(c) = min{μ4(c) − μ2(c)², 2μ2(c)²}.</summary>
    public double BarrierConstant => Math.Min(Fourth - Second * Second, 2 * Second * Second);

    /// <summary>Proven bound of the error of <see cref="BarrierConstant"/>: ε of both moments, of size max{1, μ4(c)},
    /// times 1 + 4μ2(c).</summary>
    public double BarrierConstantError => 1e-12 * Math.Max(1, Fourth) * (1 + 4 * Second);

    /// <summary>Whether <see cref="Of"/> knows the law.</summary>
    public static bool HasClosedForm(CoordinateLaw law)
    {
        ArgumentNullException.ThrowIfNull(law);
        return law.Atoms.Count > 0
            || law == CoordinateLaw.Gaussian
            || law == CoordinateLaw.Uniform
            || law == CoordinateLaw.Laplace;
    }

    /// <summary>The conditional moments of a law; NaN where no value of it is within the bound.</summary>
    /// <param name="law">Gaussian, uniform, Laplace, or one with finitely many values.</param>
    /// <param name="c">The bound, 1 to 16.</param>
    /// <exception cref="ArgumentException">There is no closed form for the law.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="c"/> is out of range.</exception>
    public static TruncatedMoments Of(CoordinateLaw law, double c)
    {
        ArgumentNullException.ThrowIfNull(law);
        if (!(c >= 1 && c <= 16))
            throw new ArgumentOutOfRangeException(nameof(c), c, "The bound has to lie between 1 and 16.");
        if (law == CoordinateLaw.Gaussian)
            return Gaussian(c);
        if (law == CoordinateLaw.Laplace)
            return Laplace(c);
        if (law == CoordinateLaw.Uniform)
        {
            double reach = Math.Min(c, Math.Sqrt(3));
            return new(reach / Math.Sqrt(3), reach * reach / 3, reach * reach * reach * reach / 5);
        }

        if (law.Atoms.Count > 0)
            return OverValues(law, c);
        throw new ArgumentException(
            $"There is no closed form of the truncated moments of {law}; gaussian, uniform, laplace and laws with "
                + "finitely many values have one.",
            nameof(law));
    }

    private static TruncatedMoments OverValues(CoordinateLaw law, double c)
    {
        double mass = 0;
        double second = 0;
        double fourth = 0;
        foreach ((double value, double probability) in law.Atoms)
        {
            if (Math.Abs(value) > c)
                continue;
            mass += probability;
            second += probability * value * value;
            fourth += probability * value * value * value * value;
        }

        return new(mass, second / mass, fourth / mass);
    }

    private static TruncatedMoments Gaussian(double c)
    {
        double density = ElementaryFunctions.Exp(-c * c / 2) / Math.Sqrt(2 * Math.PI);
        double term = c;
        double sum = 0;
        for (int k = 1; term > sum * 1e-18; k++)
        {
            sum += term;
            term *= c * c / (2 * k + 1);
        }

        double mass = 2 * density * sum;
        return new(mass, 1 - 2 * c * density / mass, 3 - (2 * c * c * c + 6 * c) * density / mass);
    }

    private static TruncatedMoments Laplace(double c)
    {
        double y = c * Math.Sqrt(2);
        double mass = BelowBound(0);
        return new(mass, BelowBound(2) / mass, 6 * BelowBound(4) / mass);

        // 1 − e^(−y)·Σ_{k≤n} y^k/k!.
        double BelowBound(int n)
        {
            double term = 1;
            double sum = 1;
            for (int k = 1; k <= n; k++)
            {
                term *= y / k;
                sum += term;
            }

            return 1 - ElementaryFunctions.Exp(-y) * sum;
        }
    }
}
