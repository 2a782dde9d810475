using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Verification.Benchmarks;

/// <summary>
/// Runs benchmarks within the process that was started, three short iterations each: no project is generated and built for every row, and
/// the whole set ends in minutes on a busy machine. Ratios within one run are what <c>docs/performance.md</c> states.
/// </summary>
public sealed class InProcessConfiguration : ManualConfig
{
    public InProcessConfiguration()
    {
        AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance));
    }
}
