using System.Text.Json.Serialization;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Probability;

namespace Verification.Spec.Verdicts;

/// <summary>What is known about the law of a number whose mean is judged; it decides which interval is valid.</summary>
/// <remarks>A mean of indicators has none of these: shares go by <see cref="ShareAgreement"/>.</remarks>
public sealed record MeanLaw
{
    private MeanLaw(string name) => Name = name;

    /// <summary>Exactly normal: Student's interval.</summary>
    public static MeanLaw Normal { get; } = new("normal");

    /// <summary>Nothing is known but that a variance exists. Student's interval describes, and can only leave open what
    /// it contradicts.</summary>
    public static MeanLaw Unknown { get; } = new("unknown");

    /// <summary>Name of the law in data.</summary>
    public string Name { get; }

    /// <summary>Least value, for bounded numbers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Lower { get; private init; }

    /// <summary>Greatest value, for bounded numbers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Upper { get; private init; }

    /// <summary>Bound of the standard deviation, for numbers of which only that is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Deviation { get; private init; }

    /// <summary>Whether the interval covers the mean with the probability that it states.</summary>
    [JsonIgnore]
    public bool IsValid => this != Unknown;

    /// <summary>Surely within [<paramref name="lower"/>, <paramref name="upper"/>]: the empirical Bernstein
    /// interval.</summary>
    /// <remarks>Maurer and Pontil, "Empirical Bernstein bounds and sample variance penalization", COLT 2009, Theorem 4,
    /// on both sides.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty or not finite.</exception>
    public static MeanLaw Within(double lower, double upper)
    {
        if (!(upper > lower && double.IsFinite(upper - lower)))
            throw new ArgumentOutOfRangeException(
                nameof(upper), upper, $"The upper end has to be finite and above {lower}.");
        return new("bounded") { Lower = lower, Upper = upper };
    }

    /// <summary>Of a standard deviation of at most <paramref name="deviation"/>, whatever the law: the median of the
    /// means of blocks.</summary>
    /// <remarks>By Chebyshev a block of b trials misses by 2·deviation/√b with probability ¼ at most; the median misses
    /// only if half of the blocks do.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The deviation is not positive or not finite.</exception>
    public static MeanLaw OfDeviation(double deviation)
    {
        if (!(deviation > 0 && double.IsFinite(deviation)))
            throw new ArgumentOutOfRangeException(
                nameof(deviation), deviation, "The standard deviation has to be positive and finite.");
        return new("finite-variance") { Deviation = deviation };
    }

    /// <summary>The estimate of the mean whose interval this law has.</summary>
    /// <param name="values">One number a trial, in trial order.</param>
    /// <param name="level">Error level, both sides together.</param>
    public double Estimate(IReadOnlyList<double> values, double level)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (Deviation is null || values.Count == 0)
            return values.Sum() / values.Count;
        int blocks = Math.Min(Blocks(level), values.Count);
        int size = values.Count / blocks;
        double[] means =
        [
            .. Enumerable.Range(0, blocks).Select(block => values.Skip(block * size).Take(size).Sum() / size).Order(),
        ];
        return means[blocks / 2];
    }

    /// <summary>Half-width of the interval around <see cref="Estimate"/>; infinite where there are too few
    /// trials.</summary>
    /// <param name="trials">Number of trials.</param>
    /// <param name="standardError">√(sample variance / trials).</param>
    /// <param name="level">Error level, both sides together.</param>
    public double HalfWidth(int trials, double standardError, double level)
    {
        if (trials < 2)
            return double.PositiveInfinity;
        if (Deviation is { } deviation)
        {
            int blocks = Blocks(level);
            return trials < blocks ? double.PositiveInfinity : 2 * deviation / Math.Sqrt(trials / blocks);
        }

        if (Lower is { } lower && Upper is { } upper)
        {
            double log = ElementaryFunctions.Log(4 / level);
            return standardError * Math.Sqrt(2 * log) + 7 * (upper - lower) * log / (3 * (trials - 1.0));
        }

        return StudentT.TwoSidedQuantile(level, trials - 1) * standardError;
    }

    // The fewest odd number of blocks of which half miss with probability at most the level: P(Bin(k, ¼) ≥ (k + 1)/2) =
    // I_¼((k + 1)/2, (k + 1)/2).
    private static int Blocks(double level)
    {
        int half = 1;
        while (IncompleteBeta.Regularized(0.25, half, half) > level)
            half++;
        return 2 * half - 1;
    }
}
