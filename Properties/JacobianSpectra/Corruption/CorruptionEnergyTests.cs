using Verification.Implementation.JacobianSpectra.Corruption;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.JacobianSpectra.Corruption;

/// <summary>Energies of corruptions, against projections of vectors and against sums over all corruptions.</summary>
public sealed class CorruptionEnergyTests
{
    [Theory]
    [InlineData(1, 4, 2)]
    [InlineData(3, 5, 4)]
    [InlineData(6, 2, 3)]
    public void CountsGiveTheNormOfTheProjection(int clusters, int size, int classes)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var stream = new RandomStream(StreamKey.Of((ulong)seed, "energy"), 0);
            int[] clean = [.. Enumerable.Range(0, clusters).Select(_ => stream.NextIndex(classes))];
            int[] labels = [.. Enumerable.Range(0, clusters * size).Select(i => clean[i / size])];
            int[] touched = LabelCorruption.Choose(labels.Length, labels.Length / 2, stream);
            LabelCorruption.Replace(labels, touched, classes, CorruptionKind.StrictlyDifferent, stream);
            var e = new Matrix(labels.Length, classes);
            for (int i = 0; i < labels.Length; i++)
            {
                e[i, labels[i]] += 1;
                e[i, clean[i / size]] -= 1;
            }

            Matrix means = ResidualExperiment.ClusterMeans(e, size);
            Assert.Equal(
                Lanes.Dot(means.Values, means.Values),
                CorruptionEnergy.Projected(clean, labels, classes) / (double)size,
                1e-12);
            Assert.Equal(2 * touched.Length, Lanes.Dot(e.Values, e.Values), 1e-12);
        }
    }

    /// <summary>All placements and all targets, each with the same probability.</summary>
    [Theory]
    [InlineData(2, 2, 3, 1)]
    [InlineData(2, 2, 3, 2)]
    [InlineData(3, 2, 2, 3)]
    [InlineData(1, 4, 4, 3)]
    [InlineData(2, 3, 3, 6)]
    public void TheMeanAnywhereIsThatOverAllCorruptions(int clusters, int size, int classes, int moved)
    {
        int n = clusters * size;
        var clean = new int[clusters];
        Rational sum = 0;
        int count = 0;
        for (int mask = 0; mask < 1 << n; mask++)
        {
            if (int.PopCount(mask) != moved)
                continue;
            int targets = (int)Math.Pow(classes - 1, moved);
            for (int code = 0; code < targets; code++)
            {
                var labels = new int[n];
                int rest = code;
                for (int i = 0; i < n; i++)
                {
                    if ((mask >> i & 1) == 0)
                        continue;
                    labels[i] = 1 + rest % (classes - 1);
                    rest /= classes - 1;
                }

                sum += new Rational(CorruptionEnergy.Projected(clean, labels, classes), 2 * moved * size);
                count++;
            }
        }

        Assert.Equal(sum / count, CorruptionEnergy.MeanAnywhere(moved, n, clusters, classes));
        if (clusters == 1)
            Assert.Equal(sum / count, CorruptionEnergy.MeanInEach(moved, size, classes));
    }

    [Fact]
    public void PlacementsChooseWhatTheySay()
    {
        var stream = new RandomStream(StreamKey.Of(7, "placement"), 0);
        Assert.Equal(
            [0, 1, 2, 10, 11, 12], LabelCorruption.Place(CorruptionPlacement.EachCluster, 2, 10, 0.3, stream));
        Assert.Equal([0, 1, 2], LabelCorruption.Place(CorruptionPlacement.OneCluster, 2, 10, 0.3, stream));
        int[] anywhere = LabelCorruption.Place(CorruptionPlacement.Anywhere, 2, 10, 0.3, stream);
        Assert.Equal(6, anywhere.Distinct().Count());
        Assert.All(anywhere, i => Assert.InRange(i, 0, 19));
        Assert.Empty(LabelCorruption.Place(CorruptionPlacement.Anywhere, 2, 10, 0, stream));
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelCorruption.Budget(1.1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelCorruption.Budget(double.NaN, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelCorruption.Choose(3, 4, stream));
        int[] labels = [0];
        Assert.Throws<ArgumentOutOfRangeException>(
            () => LabelCorruption.Replace(labels, [0], 1, CorruptionKind.StrictlyDifferent, stream));
    }
}
