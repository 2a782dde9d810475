using Verification.Implementation.Numerics.Elementary;

namespace Verification.Spec.Verdicts;

/// <summary>How many draws a slope needs, and what it has to tell.</summary>
public static class SlopeDesign
{
    /// <summary>Draws at each abscissa that bring the half-width of a slope through all of their points below a
    /// resolution.</summary>
    /// <remarks>
    /// The half-width is z·scatter/√(draws·Σ(ln x − mean)²) with z² ≤ 2 ln(1/level), as P(|N| &gt; z) ≤ e^(−z²/2). The
    /// reserve covers Student's law and the fluctuation of the scatter itself.
    /// </remarks>
    /// <param name="level">Two-sided level, in (0, 1).</param>
    /// <param name="scatter">Standard deviation of the logarithm of one point, as measured or derived.</param>
    /// <param name="resolution">The half-width to reach, positive.</param>
    /// <param name="abscissas">The abscissas, positive; one that stands twice counts once.</param>
    /// <param name="reserve">Factor of the draws, at least 1; larger where the tails are heavier than normal
    /// ones.</param>
    /// <returns>From 8 to 100,000; 8 where fewer than two abscissas leave no slope.</returns>
    public static int Trials(
        double level, double scatter, double resolution, IEnumerable<double> abscissas, double reserve = 1.2)
    {
        double[] logs = [.. abscissas.Distinct().Select(ElementaryFunctions.Log)];
        double mean = logs.Sum() / logs.Length;
        double spread = logs.Sum(value => (value - mean) * (value - mean));
        double draws =
            reserve * -2 * ElementaryFunctions.Log(level) * scatter * scatter / (resolution * resolution * spread);
        return spread > 0 ? (int)Math.Clamp(Math.Ceiling(draws), 8, 100_000) : 8;
    }

    /// <summary>By how much the exponent of an exact law on other abscissas differs from 1: what a slope has to tell
    /// where <paramref name="true"/> is claimed and <paramref name="wrong"/> is the mutant, or the other way
    /// round.</summary>
    /// <param name="wrong">The scale of the mutant at each size, positive.</param>
    /// <param name="true">The scale that the numbers have, as many, positive.</param>
    /// <returns>|1 − least-squares slope of ln true on ln wrong|; NaN where all sizes have one scale.</returns>
    public static double Gap(IEnumerable<double> wrong, IEnumerable<double> @true)
    {
        double[] x = [.. wrong.Select(ElementaryFunctions.Log)];
        double[] y = [.. @true.Select(ElementaryFunctions.Log)];
        double mean = x.Sum() / x.Length;
        double slope = x.Zip(y, (a, b) => (a - mean) * b).Sum() / x.Sum(a => (a - mean) * (a - mean));
        return Math.Abs(1 - slope);
    }
}
