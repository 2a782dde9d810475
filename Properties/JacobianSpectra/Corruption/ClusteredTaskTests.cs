using Verification.Implementation.JacobianSpectra.Corruption;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.JacobianSpectra.Corruption;

/// <summary>Descent at the centers of clusters stands for descent on all samples.</summary>
public sealed class ClusteredTaskTests
{
    [Fact]
    public void TheGradientAtTheCentersIsThatOfAllSamples()
    {
        const int L = 3, m = 4, K = 3, d = 5, k = 7;
        var stream = new RandomStream(StreamKey.Of(3, "clusters"), 0);
        var task = ClusteredTask.Draw(
            L, m, K, d, k, CorruptionPlacement.EachCluster, CorruptionKind.StrictlyDifferent, 0.5, stream);
        Assert.Equal(6, task.Moved);
        MulticlassPoint point = task.Network.At(task.Weights);
        Matrix r = point.Outputs(), collapsed = new(k, d), whole = new(k, d);
        Lanes.Axpy(-1, task.MeanLabels().Values, r.Values);
        point.TransposeMultiply(r, collapsed);
        Lanes.Scale(m, collapsed.Values);

        Matrix X = new(L * m, d), residual = new(L * m, K), outputs = point.Outputs();
        for (int cluster = 0, i = 0; cluster < L; cluster++)
        {
            for (int label = 0; label < K; label++)
            {
                for (int copy = 0; copy < task.Counts[cluster, label]; copy++, i++)
                {
                    task.Centers.Row(cluster).CopyTo(X.Row(i));
                    outputs.Row(cluster).CopyTo(residual.Row(i));
                    residual[i, label] -= 1;
                }
            }
        }

        task.Network.On(X).At(task.Weights).TransposeMultiply(residual, whole);
        for (int at = 0; at < whole.Values.Length; at++)
            Assert.Equal(whole.Values[at], collapsed.Values[at], 1e-12);
    }

    [Fact]
    public void LeadersAndMarginsAreCounted()
    {
        var stream = new RandomStream(StreamKey.Of(4, "clusters"), 0);
        ClusteredTask task = ClusteredTask.Draw(
            2, 10, 3, 4, 5, CorruptionPlacement.OneCluster, CorruptionKind.Next, 0.5, stream);
        Assert.Equal(-1, task.Plurality(0));
        Assert.Equal(task.Clean[1], task.Plurality(1));
        Assert.Equal(10, task.Lead(1, task.Clean[1]));
        Assert.Equal(-10, task.Lead(1, (task.Clean[1] + 1) % 3));
        Assert.Equal(0.0, ClusteredTask.Margin(task.MeanLabels(), task.Clean), 1e-15);
        Assert.Equal((5, 0), (task.MovedIn(0), task.MovedIn(1)));
    }
}
