using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>Moments of a coordinate conditioned on |x| ≤ c, in closed form.</summary>
/// <param name="Mass">P(|x| ≤ c).</param>
/// <param name="Second">μ2(c) = E[x² | |x| ≤ c].</param>
/// <param name="Fourth">μ4(c) = E[x⁴ | |x| ≤ c].</param>
/// <remarks>
/// Gaussian, φ the density and p = P(|x| ≤ c) = 2φ(c)·Σ_k c^(2k+1)/(2k+1)!!: E[x²; |x| ≤ c] = p − 2cφ(c), E[x⁴; |x| ≤ c] = 3p − (2c³ + 6c)φ(c), by parts. Laplace with scale
/// b = 1/√2 and y = c/b: E[|x|ⁿ; |x| ≤ c] = bⁿ·n!·(1 − e^(−y)·Σ_{k≤n} y^k/k!). Uniform: on [−min(c, √3), min(c, √3)]. Laws with two values: those within reach.
/// Source: the conditional moments of heading "Optimization Landscape: An Energy Barrier"; arXiv:1912.01599. Relative errors stay below 10⁻¹³ for c ≥ 1.
/// </remarks>
public sealed record TruncatedMoments(double Mass, double Second, double Fourth)
{
    /// <summary>C5(c) = min{μ4(c) − μ2(c)², 2μ2(c)²}.</summary>
    public double BarrierConstant => Math.Min(Fourth - Second * Second, 2 * Second * Second);

    /// <summary>The conditional moments of a law.</summary>
    /// <param name="law">Gaussian, uniform, Laplace, Rademacher or two-point.</param>
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

        if (law == CoordinateLaw.Rademacher)
            return new(1, 1, 1);
        if (law == CoordinateLaw.TwoPoint)
            return c < 2 ? new(2.0 / 3, 1, 1) : new(1, 2, 6);
        throw new ArgumentException($"There is no closed form of the truncated moments of {law}; gaussian, uniform, laplace, rademacher and two-point have one.", nameof(law));
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
