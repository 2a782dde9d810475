using Verification.Implementation.Numerics.Elementary;

namespace Verification.Spec.PolyakLojasiewicz;

/// <summary>How many draws a slope needs.</summary>
internal static class SlopeDesign
{
    /// <summary>Draws at each abscissa that bring the half-width of a slope through all of their points below a
    /// resolution.</summary>
    /// <remarks>
    /// The half-width is z·scatter/√(draws·Σ(ln x − mean)²) with z² ≤ 2 ln(1/level), as P(|N| &gt; z) ≤ e^(−z²/2). A
    /// fifth more draws cover Student's law and the fluctuation of the scatter itself.
    /// </remarks>
    /// <param name="level">Two-sided level.</param>
    /// <param name="scatter">Standard deviation of the logarithm of one point, as measured.</param>
    /// <param name="resolution">The half-width to reach.</param>
    /// <param name="abscissas">The abscissas, positive.</param>
    public static int Trials(double level, double scatter, double resolution, IEnumerable<double> abscissas)
    {
        double[] logs = [.. abscissas.Distinct().Select(ElementaryFunctions.Log)];
        double mean = logs.Sum() / logs.Length;
        double spread = logs.Sum(value => (value - mean) * (value - mean));
        double draws =
            1.2 * -2 * ElementaryFunctions.Log(level) * scatter * scatter / (resolution * resolution * spread);
        return spread > 0 ? (int)Math.Clamp(Math.Ceiling(draws), 8, 100_000) : 8;
    }
}
