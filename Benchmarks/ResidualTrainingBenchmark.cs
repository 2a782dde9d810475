using BenchmarkDotNet.Attributes;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Benchmarks;

// dotnet run --project Benchmarks -c Release -- --filter '*ResidualTraining*'

/// <summary>A residual network of 4248 weights (K = 3 classes, d = 30, width 24, three blocks) on 240 samples, 300
/// epochs in batches of 20.</summary>
public class ResidualTrainingBenchmark
{
    private const int Classes = 3, Dimension = 30, Width = 24, Blocks = 3, Samples = 240, Epochs = 300;

    private readonly LabeledInputs _data =
        new ImageLikeMixture(Classes, Classes, Dimension, 1).Draw(Stream("data"), Samples);

    [Params(NetworkOptimizer.Sgd, NetworkOptimizer.Adam)]
    public NetworkOptimizer Optimizer { get; set; }

    [Benchmark]
    public Matrix Train()
    {
        var network = new ResidualNetwork(Stream("start"), Activation.Tanh, Dimension, Width, Blocks, Classes, 0.3);
        new NetworkTraining(Optimizer, NetworkLoss.Squared, Optimizer == NetworkOptimizer.Sgd ? 0.2 : 0.002, 20)
            .Train(network, _data, Epochs, Stream("orders"), _ => { }, CancellationToken.None);
        return network.Weights[0];
    }

    private static RandomStream Stream(string name) => new(StreamKey.Of(1, "benchmark/residual-" + name), 0);
}
