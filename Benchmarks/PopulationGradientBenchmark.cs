using BenchmarkDotNet.Attributes;
using Verification.Implementation.CrossPredictability.Descent;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Benchmarks;

// dotnet run --project Benchmarks -c Release -- --filter '*PopulationGradientBenchmark*'

/// <summary>Gradients of plain networks on parities: exact over all inputs, and over a batch.</summary>
public class PopulationGradientBenchmark
{
    private const int Variables = 14, Width = 64, Dimension = 30, Batch = 128;

    private readonly PopulationNetwork _population = new(Variables, Width);
    private readonly BatchNetwork _batch = new(Dimension, 10 * Dimension, Stream("batch"));
    private readonly Matrix _inputs = new(Batch, Dimension);
    private readonly double[] _labels = new double[Batch];
    private double[] _gradient = [];

    [GlobalSetup]
    public void Prepare()
    {
        _population.Initialize(Stream("population"));
        _gradient = new double[_population.Parameters.Length];
        RandomStream stream = Stream("inputs");
        foreach (ref double value in _inputs.Values)
            value = 1 - 2 * stream.NextIndex(2);
        Array.Fill(_labels, 1);
    }

    /// <summary>The gradient of the logistic loss over all 2^14 inputs, 64 units.</summary>
    [Benchmark]
    public double Population()
    {
        _population.Gradient(5, _gradient);
        return _gradient[0];
    }

    /// <summary>A step over 128 samples of 30 coordinates, 300 units.</summary>
    [Benchmark]
    public void Step() => _batch.Step(_inputs, _labels, 1e-9);

    private static RandomStream Stream(string name) => new(StreamKey.Of(1, name), 0);
}
