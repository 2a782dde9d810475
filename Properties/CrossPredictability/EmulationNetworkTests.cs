using System.Numerics;
using Verification.Implementation.CrossPredictability;
using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.CrossPredictability;

public sealed class EmulationNetworkTests
{
    // Counted by an independent prototype in Python, whose sizes leave out the leaf.
    [Theory]
    [InlineData(2, 252, 664, 30)]
    [InlineData(4, 1019, 2910, 48)]
    [InlineData(6, 2494, 7460, 66)]
    [InlineData(8, 4869, 15034, 84)]
    public void TheSizesAreThoseOfThePrototype(int coordinates, int vertices, int edges, int depth)
    {
        ReluGraph graph = EmulationNetwork.Of(new EmulationDesign(coordinates, 2 * coordinates, 0.0625)).Graph;
        Assert.Equal((vertices + 1, edges, depth), (graph.Vertices, graph.Edges, graph.Depth));
    }

    /// <summary>Edges are sorted by target, and sources come before their targets.</summary>
    [Fact]
    public void VerticesAreInTopologicalOrder()
    {
        ReluGraph graph = EmulationNetwork.Of(new EmulationDesign(3, 5, 0.25)).Graph;
        for (int v = 0; v < graph.Vertices; v++)
        {
            int level = -1;
            for (int e = graph.FirstEdge[v]; e < graph.FirstEdge[v + 1]; e++)
            {
                Assert.True(graph.Sources[e] < v);
                level = Math.Max(level, graph.Levels[graph.Sources[e]]);
            }

            Assert.Equal(level + 1, graph.Levels[v]);
        }
    }

    /// <summary>All sequences of three samples of two coordinates with all targets.</summary>
    [Fact]
    public void EverySequenceOfSamplesIsLearntAsByElimination()
    {
        ReluGraph graph = EmulationNetwork.Of(new EmulationDesign(2, 3, 0.5)).Graph;
        for (uint sequence = 0; sequence < 64; sequence++)
        {
            uint[] inputs = [sequence & 3, sequence >> 2 & 3, sequence >> 4];
            for (uint target = 0; target < 4; target++)
            {
                int[] labels = [.. inputs.Select(x => ParityFunction.Value(target, x))];
                var network = new ReluNetwork(graph);
                for (int t = 0; t < 3; t++)
                    Train(network, inputs[t], labels[t], 0.5);
                uint learned = ParityElimination.Solve(inputs, labels).Parity;
                Assert.Equal(
                    [0, 1, 2, 3], network.EvaluateAll().Select((o, x) => o == Value(learned, x) ? x : -1));
            }
        }

        static double Value(uint parity, int x) => ParityFunction.Value(parity, (uint)x);
    }

    private static void Train(ReluNetwork network, uint input, int label, double rate)
    {
        double[] gradient = new double[network.Graph.Edges];
        network.AddGradient(network.Forward(input) - label, gradient);
        for (int e = 0; e < gradient.Length; e++)
            network.Weights[e] -= rate * gradient[e];
    }

    [Fact]
    public void RefusedSizesAreNamed()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulationNetwork.Of(new EmulationDesign(0, 1, 0.5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulationNetwork.Of(new EmulationDesign(2, 65, 0.5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulationNetwork.Of(new EmulationDesign(2, 2, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulationNetwork.Of(new EmulationDesign(2, 2, double.NaN)));
    }

    /// <summary>The parity that elimination finds fits, leaves the free coordinates out, and its rank is that of a
    /// count of the span.</summary>
    [Fact]
    public void EliminationFitsAndItsRankCountsTheSpan()
    {
        var stream = new RandomStream(StreamKey.Of(3, "test/elimination"), 0);
        for (int trial = 0; trial < 200; trial++)
        {
            int n = 1 + stream.NextIndex(5);
            int samples = stream.NextIndex(8);
            uint mask = (1u << n) - 1, target = (uint)stream.NextBits() & mask;
            uint[] inputs = [.. Enumerable.Range(0, samples).Select(_ => (uint)stream.NextBits() & mask)];
            int[] labels = [.. inputs.Select(x => ParityFunction.Value(target, x))];
            (uint parity, int rank) = ParityElimination.Solve(inputs, labels);
            Assert.Equal(labels, inputs.Select(x => ParityFunction.Value(parity, x)));
            HashSet<uint> span = [0];
            foreach (uint x in inputs)
                span.UnionWith([.. span.Select(y => y ^ x)]);
            Assert.Equal(span.Count, 1 << rank);
            Assert.True(BitOperations.PopCount(parity) <= rank);
        }
    }

    [Fact]
    public void ContradictingLabelsAreRefused() =>
        Assert.Throws<ArgumentException>(() => ParityElimination.Solve([1, 1], [1, -1]));

    /// <summary>All matrices of a few small sizes.</summary>
    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(2, 5)]
    public void TheLawOfTheRankCountsAllMatrices(int n, int samples)
    {
        int[] counts = new int[n + 1];
        for (int matrix = 0; matrix < 1 << (n * samples); matrix++)
        {
            uint[] rows = [.. Enumerable.Range(0, samples).Select(t => (uint)(matrix >> (n * t)) & ((1u << n) - 1))];
            counts[ParityElimination.Solve(rows, new int[samples]).Rank]++;
        }

        Assert.Equal(
            counts.Select(count => new Implementation.Numerics.Rational(count, 1 << (n * samples))),
            BinaryRankLaw.Probabilities(n, samples));
    }

    // E[2^{r−n}] by the same recursion in Python's fractions.
    [Fact]
    public void TheRecoveryHasItsReferenceValues()
    {
        // Of the 512 matrices of three bits by three 1, 49, 294 and 168 have the rank 0, 1, 2 and 3.
        Assert.Equal(new Implementation.Numerics.Rational(2619, 4096), BinaryRankLaw.Recovery(3, 3));
        Assert.Equal(0.99806, (double)BinaryRankLaw.Recovery(8, 16).Numerator
            / (double)BinaryRankLaw.Recovery(8, 16).Denominator, 1e-5);
    }

    /// <summary>Of eight coordinates, in one trial each.</summary>
    [Fact]
    public void LargerNetworksEmulateToo()
    {
        var runner = new ExperimentRunner(1, new InMemoryMeasurements(), jobs: 1);
        EmulationCell[] cells =
        [
            new(8, 16),
            new(8, 16) { Rate = 0.5, Inhibition = EmulationDesign.LeastInhibition(8, 0.5) },
            new(8, 12) { Learner = EmulatedLearner.Conjunctions },
            new(1, 1),
        ];
        Assert.All(
            runner.Measure(new EmulationExperiment(), cells, 2),
            observation => Assert.True(observation.Outcome.IsLearner));
    }
}
