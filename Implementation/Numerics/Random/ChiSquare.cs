using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.Numerics.Random;

/// <summary>Chi-square variables with any positive number of degrees of freedom.</summary>
public static class ChiSquare
{
    /// <summary>One chi-square variable (mean ν, variance 2ν).</summary>
    /// <remarks>
    /// Twice a Gamma variable of shape ν/2 by G. Marsaglia and W. Tsang, "A simple method for generating gamma
    /// variables" (2000, doi:10.1145/358407.358414); shapes below 1 by their boost, Gamma(a) = Gamma(a + 1)·U^(1/a). An
    /// attempt consumes two blocks (a normal, then a uniform) or one where the normal alone decides, and succeeds with
    /// probability above 0.95.
    /// </remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="degreesOfFreedom">ν, positive and finite.</param>
    /// <returns>A nonnegative number; 0 only by underflow for tiny ν.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degreesOfFreedom"/> is not positive and
    /// finite.</exception>
    public static double Draw(RandomStream stream, double degreesOfFreedom)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!(degreesOfFreedom > 0) || double.IsPositiveInfinity(degreesOfFreedom))
            throw new ArgumentOutOfRangeException(
                nameof(degreesOfFreedom), degreesOfFreedom, "Degrees of freedom have to be positive and finite.");

        double shape = degreesOfFreedom / 2;
        if (shape >= 1)
            return 2 * Gamma(stream, shape);
        double boosted = Gamma(stream, shape + 1);
        return 2 * boosted * ElementaryFunctions.Exp(ElementaryFunctions.Log(1 - stream.NextUniform()) / shape);
    }

    /// <summary>A Gamma variable of shape a ≥ 1 and scale 1.</summary>
    private static double Gamma(RandomStream stream, double a)
    {
        double d = a - 1.0 / 3;
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = stream.NextNormal();
            double root = 1 + c * x;
            if (root <= 0)
                continue;
            double v = root * root * root;
            double u = 1 - stream.NextUniform();
            if (ElementaryFunctions.Log(u) < 0.5 * x * x + d * (1 - v + ElementaryFunctions.Log(v)))
                return d * v;
        }
    }
}
