using Verification.Reproductions.CommandLine;
using Verification.Snapshots.CommandLine;
using Xunit;

namespace Verification.Snapshots.Verifying;

/// <summary>The real program: shards that are killed and merged, and a verification that is terminated and
/// continued.</summary>
public sealed class VerifyProcessTests : IDisposable
{
    private static readonly string[] Few =
    [
        "quadratic-networks/s*",
        "polyak-lojasiewicz/chain*",
        "implicit-bias/layered-norm",
        "online-sgd/hermite-recurrence",
    ];

    // Far enough for header and several units, far from the end.
    private const long SomeUnits = 20_000;

    private static readonly Dictionary<string, string> Defaults = [];

    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void ShardsThatWereKilledAndMergedAreVerifiedAfterAnInterruption()
    {
        string[] shards = [_scratch["1"], _scratch["2"]];
        foreach ((int i, string shard) in shards.Index())
        {
            string[] arguments =
            [
                "audit", .. Few, "--tier", "smoke", "--no-figures", "--shard", $"{i + 1}/2", "--out", shard,
            ];
            using (ClaimsProcess process = ClaimsProcess.Start(Defaults, arguments))
            {
                process.AwaitLength(Path.Combine(shard, "journal.jsonl"), SomeUnits);
                process.Kill();
            }

            RunResult run = ClaimsProcess.Run(Defaults, arguments);
            Assert.True(run.ExitCode is ExitCode.AsExpected or ExitCode.Undecided, run.Error);
        }

        string merged = _scratch["merged"], again = _scratch["again"];
        RunResult merge = ClaimsProcess.Run(Defaults, ["merge", .. shards, "--out", merged]);
        Assert.True(merge.ExitCode is ExitCode.AsExpected or ExitCode.Undecided, merge.Error);
        using (ClaimsProcess process = ClaimsProcess.Start(Defaults, "verify", merged, "--out", again))
        {
            process.AwaitLength(Path.Combine(again, "journal.jsonl"), SomeUnits);
            process.Terminate();
            RunResult run = process.End();
            Assert.Equal(ExitCode.Interrupted, run.ExitCode);
            Assert.EndsWith(
                $"Continue with: claims verify {merged} --out {again}", Assert.Single(run.ErrorLines),
                StringComparison.Ordinal);
        }

        RunResult verified = ClaimsProcess.Run(Defaults, "verify", merged, "--out", again);
        Assert.True(verified.ExitCode == ExitCode.AsExpected, verified.Output + verified.Error);
        Assert.EndsWith("✓ as published, measured again\n", verified.Output, StringComparison.Ordinal);
    }
}
