using BenchmarkDotNet.Attributes;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;

namespace Verification.Benchmarks;

// dotnet run --project Benchmarks -c Release -- --filter '*ElementaryFunctionsBenchmark*'

/// <summary>4096 values of a function over spans, ours against a loop over the platform's.</summary>
public class ElementaryFunctionsBenchmark
{
    private const int N = 4096;

    private readonly double[] _x = new double[N];
    private readonly double[] _y = new double[N];
    private readonly double[] _z = new double[N];

    [GlobalSetup]
    public void Setup() => new RandomStream(StreamKey.Of(1, "benchmark"), 0).FillUniforms(_x);

    [Benchmark(OperationsPerInvoke = N)]
    public void Exp() => ElementaryFunctions.Exp(_x, _y);

    [Benchmark(OperationsPerInvoke = N)]
    public void PlatformExp()
    {
        for (int i = 0; i < N; i++)
            _y[i] = Math.Exp(_x[i]);
    }

    [Benchmark(OperationsPerInvoke = N)]
    public void Log() => ElementaryFunctions.Log(_x, _y);

    [Benchmark(OperationsPerInvoke = N)]
    public void PlatformLog()
    {
        for (int i = 0; i < N; i++)
            _y[i] = Math.Log(_x[i]);
    }

    [Benchmark(OperationsPerInvoke = N)]
    public void SinCos() => ElementaryFunctions.SinCos(_x, _y, _z);

    [Benchmark(OperationsPerInvoke = N)]
    public void PlatformSinCos()
    {
        for (int i = 0; i < N; i++)
            (_y[i], _z[i]) = Math.SinCos(_x[i]);
    }
}
