using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Verification.Benchmarks;

/// <summary>
/// Runs benchmarks within the process that was started: this version of BenchmarkDotNet does not know the framework's newest name, which
/// its generated projects would need.
/// </summary>
public sealed class InProcessConfiguration : ManualConfig
{
    public InProcessConfiguration()
    {
        AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance));
    }
}
