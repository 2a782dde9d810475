using BenchmarkDotNet.Attributes;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Zeros;

namespace Verification.Benchmarks;

// dotnet run --project Benchmarks -c Release -- --filter '*ZerosBenchmark*'

/// <summary>All 4096 zeros of 12 quadrics in 13 variables: following the paths, and certifying their ends.</summary>
public class ZerosBenchmark
{
    private const double Angle = 1, Tolerance = 1e-3;

    private readonly SquareSystem _system =
        SquareSystem.Kostlan([.. Enumerable.Repeat(2, 12)], new RandomStream(StreamKey.Of(1, "quadrics"), 0));

    private readonly (double Re, double Im)[] _ends, _points;

    public ZerosBenchmark()
    {
        _ends = new (double, double)[_system.BezoutNumber * _system.Variables];
        _points = new (double, double)[_ends.Length];
        Follow();
        SystemZeros zeros = Certify();
        if (!zeros.IsComplete)
            throw new InvalidOperationException($"Only {zeros.Distinct} zeros were found.");
    }

    [Benchmark(Baseline = true)]
    public void Follow() =>
        new HomotopyPaths(_system, Angle, Tolerance).Follow(0, _system.BezoutNumber, _ends, default);

    [Benchmark]
    public SystemZeros Certify()
    {
        _ends.CopyTo(_points, 0);
        return SystemZeros.Certify(_system, _points);
    }
}
