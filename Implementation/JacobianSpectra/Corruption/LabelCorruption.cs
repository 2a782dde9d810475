using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Corruption;

/// <summary>Labels of which some are replaced. "Experiment I" and "Robustness to corruption" of the talk.</summary>
public static class LabelCorruption
{
    /// <summary>A uniform choice of <paramref name="budget"/> of <paramref name="count"/> indices, by the first steps
    /// of a Fisher–Yates shuffle.</summary>
    /// <param name="count">n ≥ 0.</param>
    /// <param name="budget">At most n.</param>
    /// <param name="stream">Where the choice comes from.</param>
    /// <exception cref="ArgumentOutOfRangeException">The budget does not lie between 0 and n.</exception>
    public static int[] Choose(int count, int budget, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(budget, count);
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = 0; i < budget; i++)
        {
            int other = i + stream.NextIndex(count - i);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order[..budget];
    }

    /// <summary>Replaces the labels at some indices.</summary>
    /// <param name="labels">Labels between 0 and K − 1, changed in place.</param>
    /// <param name="touched">The indices.</param>
    /// <param name="classes">K; at least 2 where a label has to differ.</param>
    /// <param name="kind">By what.</param>
    /// <param name="stream">Where the labels come from.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no other label.</exception>
    public static void Replace(
        Span<int> labels, ReadOnlySpan<int> touched, int classes, CorruptionKind kind, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, kind == CorruptionKind.AnyLabel ? 1 : 2);
        foreach (int i in touched)
        {
            labels[i] = kind switch
            {
                CorruptionKind.AnyLabel => stream.NextIndex(classes),
                CorruptionKind.Next => (labels[i] + 1) % classes,
                _ => (labels[i] + 1 + stream.NextIndex(classes - 1)) % classes,
            };
        }
    }

    /// <summary>The samples of clusters of equal size that a placement corrupts, sample i being of cluster
    /// i/size.</summary>
    /// <param name="placement">Which samples.</param>
    /// <param name="clusters">L ≥ 1.</param>
    /// <param name="size">Samples of a cluster, at least 1.</param>
    /// <param name="share">The share, of each cluster, of the first one, or of all samples, in [0, 1]; rounded down to
    /// samples.</param>
    /// <param name="stream">Where a choice comes from.</param>
    public static int[] Place(
        CorruptionPlacement placement, int clusters, int size, double share, RandomStream stream)
    {
        if (placement == CorruptionPlacement.Anywhere)
            return Choose(clusters * size, Budget(share, clusters * size), stream);
        int each = Budget(share, size), of = placement == CorruptionPlacement.OneCluster ? 1 : clusters;
        return
        [
            .. Enumerable.Range(0, of).SelectMany(
                cluster => Enumerable.Range(0, each).Select(i => cluster * size + i)),
        ];
    }

    /// <summary>⌊share·count⌋, forgiving an ulp: 0.3 of 10 are 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside [0, 1].</exception>
    public static int Budget(double share, int count) =>
        share is >= 0 and <= 1
            ? (int)Math.Floor(share * count * (1 + 1e-12))
            : throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
}
