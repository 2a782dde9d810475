using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Formalization;

/// <summary>Cell of <see cref="ThresholdExperiment"/>.</summary>
/// <param name="Degree">k, from 1 to 16; all thresholds are listed up to k = 5.</param>
public sealed record ThresholdCell(int Degree);

/// <summary>How many of 2^k inputs affine thresholds classify as the parity of all k coordinates does.</summary>
/// <param name="Best">The best of all affine thresholds, by listing; that of the listed majorities where
/// k &gt; 5.</param>
/// <param name="Majority">The best of thresholds of ±Σx_i.</param>
/// <param name="IsAll">Whether <paramref name="Best"/> is over all thresholds.</param>
/// <param name="Certificate">max over i = 0, …, k of |Σ_x χ(x)x_i|, x_0 = 1:
/// where it is 0, no threshold classifies all.</param>
public sealed record ThresholdOutcome(double Best, double Majority, bool IsAll, double Certificate);

/// <summary>Affine thresholds against a parity.</summary>
/// <remarks>Every threshold function of up to five variables has integer weights of modulus 5 at most (S. Muroga,
/// Threshold Logic and Its Applications, 1971: 1, 1, 2, 3, 5 for 1 to 5 variables). Permutations keep the parity, and
/// changes of sign keep it up to its own sign: weights sorted and not negative are enough, with both signs of the
/// parity. Thresholds lie between the integers that ⟨w, x⟩ takes.</remarks>
public sealed class ThresholdExperiment : Experiment<ThresholdCell, ThresholdOutcome>
{
    private const int ListedAtMost = 5;

    // The largest weight that threshold functions of 1, 2, …, 5 variables need.
    private static readonly int[] LargestWeight = [1, 1, 2, 3, 5];

    /// <inheritdoc/>
    public override string Id => "cross-predictability/threshold";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override ThresholdOutcome Run(ThresholdCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        int k = cell.Degree;
        if (k is < 1 or > 16)
            throw new ArgumentException("k lies between 1 and 16.", nameof(cell));
        long majority = Majority(k);
        bool isAll = k <= ListedAtMost;
        return new(isAll ? Best(k) : majority, majority, isAll, Certificate(k));
    }

    /// <summary>The largest number of inputs in {±1}^k that an affine threshold classifies as their parity.</summary>
    /// <remarks>Over 2^n inputs, n ≥ k, it is 2^(n − k) times this: for each setting of the coordinates that the parity
    /// leaves out, a threshold of all n is one of the k.</remarks>
    /// <param name="degree">k, from 1 to 5.</param>
    public static long Best(int degree)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degree, ListedAtMost);
        return Sorted(degree, LargestWeight[degree - 1]).Max(Best);
    }

    private static int Sign(int x) => ParityFunction.Value(-1, x);

    private static IEnumerable<int[]> Sorted(int length, int most)
    {
        if (length == 0)
            return [[]];
        return Enumerable.Range(0, most + 1)
            .SelectMany(first => Sorted(length - 1, first).Select(rest => (int[])[first, .. rest]));
    }

    private static long Best(int[] w)
    {
        int total = w.Sum();
        // At each value of ⟨w, x⟩ the sum of the parity: a threshold takes what lies above, less what lies below.
        long[] byValue = new long[2 * total + 1];
        for (int x = 0; x < 1 << w.Length; x++)
        {
            int value = total;
            for (int i = 0; i < w.Length; i++)
                value += (x >> i & 1) == 0 ? w[i] : -w[i];
            byValue[value] += Sign(x);
        }

        return OfSums(byValue, 1L << w.Length);
    }

    private static long Majority(int k)
    {
        long[] byMinuses = new long[k + 1];
        for (int j = 0; j <= k; j++)
            byMinuses[j] = (j % 2 == 0 ? 1 : -1) * (long)Rational.Binomial(k, j).Numerator;

        return OfSums(byMinuses, 1L << k);
    }

    // Right minus wrong is the sum on one side less that on the other, in modulus, over all cuts.
    private static long OfSums(long[] sums, long points)
    {
        long all = sums.Sum();
        long below = 0;
        long largest = Math.Abs(all);
        foreach (long sum in sums)
        {
            below += sum;
            largest = Math.Max(largest, Math.Abs(all - 2 * below));
        }

        return (points + largest) / 2;
    }

    private static long Certificate(int k)
    {
        long largest = 0;
        for (int i = -1; i < k; i++)
        {
            long sum = 0;
            for (int x = 0; x < 1 << k; x++)
                sum += Sign(x) * (i >= 0 && (x >> i & 1) == 1 ? -1 : 1);
            largest = Math.Max(largest, Math.Abs(sum));
        }

        return largest;
    }
}
