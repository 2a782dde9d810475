using BenchmarkDotNet.Attributes;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Benchmarks;

// dotnet run --project Benchmarks -c Release -- --filter '*ThresholdBenchmark*'

/// <summary>The threshold of Hessian descent for ξ_0 + q^p, and the path of the equation for a mixture.</summary>
public class ThresholdBenchmark
{
    private static readonly DescentField Field = new(Mixture.Parse("4:q:q3", null), 0.7);

    [Params(3, 11)]
    public int Degree { get; set; }

    [Benchmark]
    public Interval EnclosedThreshold() => PowerThreshold.Of(3, Degree);

    [Benchmark]
    public Interval EnclosedPathOfThousandPieces() => ThresholdPath.Of(Field, 1000).LastRoot;

    [Benchmark]
    public double PathWithoutBound() => ThresholdPath.LastRootOf(Field, 1000);
}
