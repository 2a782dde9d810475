using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.Numerics.Probability;

/// <summary>Statistics of a sample of numbers. Sums run in the order given, so that bits are the same
/// everywhere.</summary>
public static class SampleStatistics
{
    /// <summary>The middle one of ascending numbers, or the mean of the middle two.</summary>
    /// <param name="sorted">Ascending, not empty, without NaN.</param>
    /// <exception cref="ArgumentException">There are no numbers.</exception>
    public static double MedianOfSorted(ReadOnlySpan<double> sorted)
    {
        if (sorted.IsEmpty)
            throw new ArgumentException("An empty sample has no median.", nameof(sorted));
        double lower = sorted[(sorted.Length - 1) / 2];
        double upper = sorted[sorted.Length / 2];

        // Halves of numbers beyond 2¹⁰²³ are exact, their sum is not finite.
        double sum = lower + upper;
        return double.IsInfinity(sum) ? lower / 2 + upper / 2 : sum / 2;
    }

    /// <summary>The first and the last decile of ascending numbers: a tenth of them, rounded down, lie before the one
    /// and behind the other.</summary>
    /// <param name="sorted">Ascending, not empty, without NaN.</param>
    /// <exception cref="ArgumentException">There are no numbers.</exception>
    public static (double First, double Last) DecilesOfSorted(ReadOnlySpan<double> sorted)
    {
        if (sorted.IsEmpty)
            throw new ArgumentException("An empty sample has no deciles.", nameof(sorted));
        int outside = sorted.Length / 10;
        return (sorted[outside], sorted[^(1 + outside)]);
    }

    /// <summary>The median of numbers in any order; NaN if one of them is.</summary>
    /// <exception cref="ArgumentException">There are no numbers.</exception>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];

        // NaN sorts before every number.
        return sorted.Length > 0 && double.IsNaN(sorted[0]) ? double.NaN : MedianOfSorted(sorted);
    }

    /// <summary>exp of the mean of the logarithms: 0 if a value is 0; NaN if a value is negative or NaN, or if there
    /// are none.</summary>
    public static double GeometricMean(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double sum = 0;
        int count = 0;
        foreach (double value in values)
        {
            sum += ElementaryFunctions.Log(value);
            count++;
        }

        return ElementaryFunctions.Exp(sum / count);
    }
}
