using Verification.Implementation.Numerics.Elementary;

namespace Verification.Spec.OnlineSgd.Dynamics;

/// <summary>How many paths a slope of hitting times needs.</summary>
internal static class SlopeTrials
{
    /// <summary>Paths at each abscissa that bring the half-width of a slope below a resolution.</summary>
    /// <remarks>
    /// The half-width is z·scatter/√(paths·Σ(ln x − mean)²) with z² ≤ 2 ln(1/level); half as many again cover Student's
    /// law, tails heavier than the normal ones, and the fluctuation of the scatter itself.
    /// </remarks>
    /// <param name="level">Two-sided level.</param>
    /// <param name="scatter">Standard deviation of the logarithm of one hitting time, as measured.</param>
    /// <param name="resolution">The half-width to reach.</param>
    /// <param name="abscissas">The abscissas, positive.</param>
    public static int Needed(double level, double scatter, double resolution, IEnumerable<double> abscissas)
    {
        double[] logs = [.. abscissas.Select(ElementaryFunctions.Log)];
        double mean = logs.Sum() / logs.Length;
        double spread = logs.Sum(value => (value - mean) * (value - mean));
        double paths =
            1.5 * -2 * ElementaryFunctions.Log(level) * scatter * scatter / (resolution * resolution * spread);
        return spread > 0 ? (int)Math.Clamp(Math.Ceiling(paths), 8, 100_000) : 8;
    }
}
