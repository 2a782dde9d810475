using Verification.Implementation.Numerics.Elementary;

namespace Verification.Spec.Verdicts;

/// <summary>Uniform confidence bands of distribution functions.</summary>
/// <remarks>P(sup|F_n − F| &gt; ε) ≤ 2 exp(−2nε²) for every distribution and n: Dvoretzky, Kiefer and Wolfowitz (1956)
/// with Massart's constant, Ann. Probab. 18 (1990), Corollary 1.</remarks>
public static class DvoretzkyKieferWolfowitz
{
    /// <summary>Half-width ε of the band that holds with probability at least 1 − <paramref name="level"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No samples, or a level outside (0, 1).</exception>
    public static double HalfWidth(int samples, double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(
                nameof(level), level, "The level has to lie strictly between 0 and 1.");
        return Math.Sqrt(-ElementaryFunctions.Log(level / 2) / (2.0 * samples));
    }

    /// <summary>Largest distance between the empirical distribution function of <paramref name="sorted"/> (ascending)
    /// and <paramref name="distribution"/>.</summary>
    /// <exception cref="ArgumentException">The sample is empty or not ascending.</exception>
    public static double Distance(ReadOnlySpan<double> sorted, Func<double, double> distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        if (sorted.IsEmpty)
            throw new ArgumentException("The sample is empty.", nameof(sorted));
        double distance = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i > 0 && !(sorted[i] >= sorted[i - 1]))
                throw new ArgumentException("The sample has to be ascending.", nameof(sorted));
            double f = distribution(sorted[i]);
            distance = Math.Max(distance, Math.Max(f - (double)i / sorted.Length, (double)(i + 1) / sorted.Length - f));
        }

        return distance;
    }
}
