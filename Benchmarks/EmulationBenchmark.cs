using BenchmarkDotNet.Attributes;
using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Implementation.Numerics.Random;

namespace Verification.Benchmarks;

// dotnet run --project Benchmarks -c Release -- --filter '*EmulationBenchmark*'

/// <summary>A trial of the emulation network: T = 2n steps of SGD on a random parity, then all 2ⁿ inputs.</summary>
public class EmulationBenchmark
{
    private readonly EmulationExperiment _experiment = new();

    /// <summary>n.</summary>
    [Params(4, 8)]
    public int Coordinates { get; set; }

    /// <summary>Samples over which a step averages.</summary>
    [Params(1, 4)]
    public int Batch { get; set; }

    [Benchmark]
    public EmulationOutcome Trial()
    {
        EmulationOutcome outcome = _experiment.Run(
            new EmulationCell(Coordinates, 2 * Coordinates) { Batch = Batch },
            new RandomStream(StreamKey.Of(1, "emulation"), 0),
            default);
        return Batch > 1 || outcome.IsLearner ? outcome
            : throw new InvalidOperationException("The run is not that of the learner.");
    }
}
