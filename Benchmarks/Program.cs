using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Perfolizer.Horology;

// Within the process that was started: generated projects would have to know the framework's newest name. The default
// is a short job, three iterations of a fifth of a second after three to warm up, so that all benchmarks together take
// a few minutes; --full measures as long as the spread asks for.
bool full = args.Contains("--full");
Job job = full ? Job.Default : Job.ShortRun.WithIterationTime(TimeInterval.FromMilliseconds(200));
IConfig config = DefaultConfig.Instance.AddJob(job.WithToolchain(InProcessNoEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run([.. args.Where(argument => argument != "--full")], config);
