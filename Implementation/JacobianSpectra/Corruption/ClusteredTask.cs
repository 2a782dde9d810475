using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Corruption;

/// <summary>Clusters of equal size, all samples of a cluster at its center, with clean and corrupted labels, and a
/// network on the centers.</summary>
/// <param name="Clean">The class of each cluster, L entries.</param>
/// <param name="Counts">L × K: how often each label occurs in each cluster.</param>
/// <param name="Size">Samples of a cluster.</param>
/// <param name="Centers">L × d, row per cluster.</param>
/// <param name="Network">The network, on the centers.</param>
/// <param name="Weights">W_0.</param>
public sealed record ClusteredTask(
    int[] Clean, int[,] Counts, int Size, Matrix Centers, MulticlassNetwork Network, Matrix Weights)
{
    /// <summary>L.</summary>
    public int Clusters => Clean.Length;

    /// <summary>K.</summary>
    public int Classes => Counts.GetLength(1);

    /// <summary>Corrupted samples.</summary>
    public int Moved => Enumerable.Range(0, Clusters).Sum(MovedIn);

    /// <summary>Centers uniform on the sphere, classes uniform, V with entries ±1/√k, W standard normal.</summary>
    /// <param name="clusters">L ≥ 1.</param>
    /// <param name="size">Samples of a cluster.</param>
    /// <param name="classes">K ≥ 2.</param>
    /// <param name="dimension">d ≥ 2.</param>
    /// <param name="width">k ≥ 1.</param>
    /// <param name="placement">Which samples are corrupted.</param>
    /// <param name="kind">What replaces their labels.</param>
    /// <param name="share">The share of the placement.</param>
    /// <param name="stream">Where the numbers come from.</param>
    public static ClusteredTask Draw(
        int clusters, int size, int classes, int dimension, int width, CorruptionPlacement placement,
        CorruptionKind kind, double share, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Matrix centers = UniformSphere.Rows(stream, clusters, dimension);
        int[] clean = [.. Enumerable.Range(0, clusters).Select(_ => stream.NextIndex(classes))];
        int[] labels = [.. Enumerable.Range(0, clusters * size).Select(i => clean[i / size])];
        LabelCorruption.Replace(
            labels, LabelCorruption.Place(placement, clusters, size, share, stream), classes, kind, stream);
        var counts = new int[clusters, classes];
        for (int i = 0; i < labels.Length; i++)
            counts[i / size, labels[i]]++;
        Matrix V = NetworkWeights.Signs(stream, classes, width, 1 / Math.Sqrt(width));
        return new(
            clean, counts, size, centers, new MulticlassNetwork(Activation.Softplus, centers, V),
            NetworkWeights.Gaussian(stream, width, dimension));
    }

    /// <summary>Corrupted samples of a cluster.</summary>
    public int MovedIn(int cluster) => Size - Counts[cluster, Clean[cluster]];

    /// <summary>L × K: the mean one-hot label of each cluster.</summary>
    public Matrix MeanLabels()
    {
        var means = new Matrix(Clusters, Classes);
        for (int cluster = 0; cluster < Clusters; cluster++)
        {
            for (int a = 0; a < Classes; a++)
                means[cluster, a] = (double)Counts[cluster, a] / Size;
        }

        return means;
    }

    /// <summary>The label that occurs more often than any other in a cluster; −1 where none does.</summary>
    public int Plurality(int cluster)
    {
        int best = 0;
        for (int a = 1; a < Classes; a++)
            best = Counts[cluster, a] > Counts[cluster, best] ? a : best;
        return Lead(cluster, best) > 0 ? best : -1;
    }

    /// <summary>By how many samples a label leads before every other one in a cluster; not positive where it does
    /// not.</summary>
    public int Lead(int cluster, int label)
    {
        int other = 0;
        for (int a = 0; a < Classes; a++)
            other = a == label ? other : Math.Max(other, Counts[cluster, a]);
        return Counts[cluster, label] - other;
    }

    /// <summary>The least of f_label − max_{a ≠ label} f_a over the clusters: positive where the closest one-hot label
    /// is the given one everywhere.</summary>
    /// <param name="outputs">L × K.</param>
    /// <param name="labels">L labels.</param>
    public static double Margin(Matrix outputs, ReadOnlySpan<int> labels)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        double least = double.PositiveInfinity;
        for (int cluster = 0; cluster < labels.Length; cluster++)
        {
            for (int a = 0; a < outputs.Columns; a++)
            {
                if (a != labels[cluster])
                    least = Math.Min(least, outputs[cluster, labels[cluster]] - outputs[cluster, a]);
            }
        }

        return least;
    }
}
