using BenchmarkDotNet.Attributes;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.OnlineSgd.Dynamics;

namespace Verification.Benchmarks;

// dotnet run --project Benchmarks -c Release -- --filter '*OnlineSgdBenchmark*'

/// <summary>A step of projected SGD at d = 1000 against the normals of its sample, and a step of the overlap
/// chain.</summary>
public class OnlineSgdBenchmark
{
    private const int Dimension = 1000, Steps = 1000;

    private readonly double[] _sample = new double[Dimension];
    private readonly RandomStream _stream = new(StreamKey.Of(1, "normals"), 0);
    private readonly ProjectedSgd _sgd;
    private readonly OverlapChain _chain = new(
        HermiteSeries.Hermite(3), SampleLoss.Squared, Dimension, 1e-5, 0.03, new(StreamKey.Of(1, "chain"), 0));

    public OnlineSgdBenchmark()
    {
        double[] signal = new double[Dimension], start = new double[Dimension];
        (signal[0], start[1]) = (1, 1);
        _sgd = new(
            HermiteSeries.Hermite(3), SampleLoss.Squared, signal, start, 1e-5, new(StreamKey.Of(1, "sgd"), 0));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Steps)]
    public void NormalsOfASample()
    {
        for (int t = 0; t < Steps; t++)
            _stream.FillNormals(_sample);
    }

    [Benchmark(OperationsPerInvoke = Steps)]
    public void ProjectedSgdStep()
    {
        for (int t = 0; t < Steps; t++)
            _sgd.Advance();
    }

    [Benchmark(OperationsPerInvoke = Steps)]
    public long OverlapChainStep() => _chain.RunTo(2, either: false, Steps, default);
}
