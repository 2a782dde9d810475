using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.CrossPredictability;

public sealed class ReluNetworkTests
{
    private static readonly ReluGraph Emulation =
        EmulationNetwork.Of(new EmulationDesign(coordinates: 2, slots: 2, rate: 0.125)).Graph;

    /// <summary>Three steps, which write two samples and predict; every activation and derivative as in exact rational
    /// arithmetic by recursion.</summary>
    [Fact]
    public void TrainingIsExact()
    {
        var network = new ReluNetwork(Emulation);
        double[] gradient = new double[Emulation.Edges];
        foreach ((uint input, int label) in ((uint, int)[])[(1, -1), (2, 1), (3, 1)])
        {
            double output = network.Forward(input);
            Array.Clear(gradient);
            network.AddGradient(output - label, gradient);
            var exact = new RecursiveNetwork(Emulation, network.Weights.ToArray(), input);
            for (int v = 0; v < Emulation.Vertices; v++)
                Assert.Equal(exact.Activation(v), Rational.Of(network.Activations[v]));
            for (int e = 0; e < Emulation.Edges; e++)
                Assert.Equal(exact.Derivative(e, label), Rational.Of(gradient[e]));
            for (int e = 0; e < Emulation.Edges; e++)
                network.Weights[e] -= 0.125 * gradient[e];
        }
    }

    /// <summary>Small random graphs with Gaussian weights, away from kinks: central differences of the loss.</summary>
    [Fact]
    public void BackpropagationIsTheDerivative()
    {
        for (ulong trial = 0; trial < 20; trial++)
        {
            ReluGraph graph = RandomGraph(trial);
            var network = new ReluNetwork(graph);
            double[] gradient = new double[graph.Edges];
            uint input = (uint)trial % 4;
            network.AddGradient(network.Forward(input) - 1, gradient);
            const double h = 1e-6;
            for (int e = 0; e < graph.Edges; e++)
            {
                double weight = network.Weights[e];
                network.Weights[e] = weight + h;
                double above = Loss(network.Forward(input));
                network.Weights[e] = weight - h;
                double below = Loss(network.Forward(input));
                network.Weights[e] = weight;
                Assert.Equal((above - below) / (2 * h), gradient[e], 1e-6 * (1 + Math.Abs(gradient[e])));
            }
        }

        static double Loss(double output) => 0.5 * (output - 1) * (output - 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void EightInputsAtOnceGiveTheBitsOfEach(int coordinates)
    {
        ReluGraph graph = EmulationNetwork.Of(new EmulationDesign(coordinates, 3, 0.1)).Graph;
        var network = new ReluNetwork(graph);
        double[] noise = new RandomStream(StreamKey.Of(1, "test/noise"), 0).Normals(graph.Edges);
        for (int e = 0; e < noise.Length; e++)
            network.Weights[e] += 0.01 * noise[e];
        double[] all = network.EvaluateAll();
        Assert.Equal(1 << coordinates, all.Length);
        for (uint x = 0; x < all.Length; x++)
            Assert.Equal(network.Forward(x), all[x]);
    }

    private static ReluGraph RandomGraph(ulong trial)
    {
        var stream = new RandomStream(StreamKey.Of(2, "test/graph"), trial);
        var circuit = new CircuitBuilder(2);
        var leaf = new List<(int, double)>();
        for (int vertex = 3; vertex < 12; vertex++)
        {
            Wire z = Wire.Zero;
            for (int source = 0; source < vertex; source++)
                z += stream.NextNormal() * Wire.Of(source);
            leaf.Add((circuit.Vertex(z), stream.NextNormal()));
        }

        return circuit.Close(leaf);
    }
}
