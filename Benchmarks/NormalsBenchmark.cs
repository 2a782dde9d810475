using BenchmarkDotNet.Attributes;
using Verification.Implementation.Numerics.Random;

namespace Verification.Benchmarks;

// dotnet run --project Benchmarks -c Release -- --filter '*NormalsBenchmark*'

/// <summary>65 536 standard normals: ours against MathNet's array-filling form with its default generator.</summary>
public class NormalsBenchmark
{
    private readonly double[] _normals = new double[65_536];
    private readonly RandomStream _stream = new(StreamKey.Of(1, "benchmark"), 0);

    [Benchmark(Baseline = true, OperationsPerInvoke = 65_536)]
    public void MathNet() => global::MathNet.Numerics.Distributions.Normal.Samples(_normals, 0, 1);

    [Benchmark(OperationsPerInvoke = 65_536)]
    public void FillNormals() => _stream.FillNormals(_normals);

    [Benchmark(OperationsPerInvoke = 65_536)]
    public void FillUniforms() => _stream.FillUniforms(_normals);

    [Benchmark(OperationsPerInvoke = 65_536)]
    public void FillLaplace() => _stream.FillLaplace(_normals);
}
