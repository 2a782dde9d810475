using BenchmarkDotNet.Attributes;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Benchmarks;

// dotnet run --project Benchmarks -c Release -- --filter '*HessianDescent*'

/// <summary>A run of Hessian descent by conditioning, ξ = 20 + q³, δ = 1/10, n = d/2.</summary>
public class HessianDescentBenchmark
{
    private readonly DescentPathExperiment _experiment = new();

    [Params(100, 400)]
    public int D { get; set; }

    [Benchmark]
    public DescentPathOutcome Descend() => _experiment.Run(
        new(Mixture.ConstantAndPower(20, 3), D, D / 2, 10, 0),
        new RandomStream(StreamKey.Of(1, "descent"), 0),
        default);
}
