using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.OnlineSgd.Dynamics;

// The mean dynamics dm/dt = ηS′(m)(1 − m²) − ½η²Vm of the chain with a smoothed student. For k = 3, λ = d^(1/4), η =
// δd^(−1/2) and d → ∞, z = d^(1/4)m has dz/ds = 3δ(1 + z²) − 3δ²z in s = td^(−3/2), without d: T is of order
// d^(3/2).

/// <summary>How many steps online SGD with a smoothed student needs by its mean dynamics.</summary>
public static class SmoothedTime
{
    // The integrand is smooth in log m: the midpoint rule is off by its second derivative over 24·1024².
    private const int Pieces = 1024;

    /// <summary>λ = d^(1/4), the largest radius of the theorem.</summary>
    /// <param name="d">Dimension, at least 1.</param>
    public static double Radius(int d) => Math.Sqrt(Math.Sqrt(d));

    /// <summary>η = δd^(−k/2)λ^(2k−2), which is δ/√d at the radius d^(1/4), whatever k.</summary>
    /// <param name="d">Dimension, at least 1.</param>
    /// <param name="δ">Scaled step.</param>
    public static double Step(int d, double δ) => δ / Math.Sqrt(d);

    /// <summary>Steps from one overlap to a larger one.</summary>
    /// <param name="link">The smoothed student.</param>
    /// <param name="step">η, positive and finite.</param>
    /// <param name="from">m₀ in (0, 1).</param>
    /// <param name="to">m₁ in (m₀, 1).</param>
    /// <returns>A real number of steps; infinity where the mean dynamics does not grow on the way.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The overlaps are not ordered within (0, 1), or the step is out of
    /// range.</exception>
    public static double Steps(SmoothedLink link, double step, double from, double to)
    {
        ArgumentNullException.ThrowIfNull(link);
        if (!(step > 0 && double.IsFinite(step)))
            throw new ArgumentOutOfRangeException(nameof(step), step, "A step is positive.");
        if (!(from > 0 && from < to && to < 1))
            throw new ArgumentOutOfRangeException(nameof(to), to, "Needed is 0 < from < to < 1.");
        double shrinkage = link.Shrinkage();
        double length = ElementaryFunctions.Log(to / from) / Pieces;
        double sum = 0;
        for (int i = 0; i < Pieces; i++)
        {
            double m = from * ElementaryFunctions.Exp((i + 0.5) * length);
            double speed = step * (link.Drift(m) - 0.5 * step * shrinkage * m);
            if (!(speed > 0))
                return double.PositiveInfinity;
            sum += length * m / speed;
        }

        return sum;
    }
}
