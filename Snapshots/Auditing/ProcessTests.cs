using System.Text.Json.Nodes;
using Verification.Reproductions.CommandLine;
using Verification.Snapshots.CommandLine;
using Xunit;

namespace Verification.Snapshots.Auditing;

/// <summary>The real program on a few whole claims of the catalogue: kills, signals, threads, and settings of the
/// machine.</summary>
/// <remarks>Every experiment is compared by <see cref="ExperimentBits"/>, the whole catalogue by the build's target
/// Matrix.</remarks>
public sealed class ProcessTests : IDisposable
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
    private static readonly Lazy<string> Reference = new(MeasureReference);

    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void AKilledAuditContinuesToTheSameDigest()
    {
        using (ClaimsProcess process = Start())
        {
            process.AwaitLength(Path.Combine(_scratch["audit"], "journal.jsonl"), SomeUnits);
            process.Kill();
            Assert.NotEqual(ExitCode.AsExpected, process.End().ExitCode);
        }

        Assert.False(File.Exists(Path.Combine(_scratch["audit"], "audit.json")));
        Assert.Equal(Reference.Value, Digest(Defaults, "--out", _scratch["audit"]));
    }

    [Fact]
    public void ATerminatedAuditSaysHowToContinueAndContinuesToTheSameDigest()
    {
        using (ClaimsProcess process = Start())
        {
            process.AwaitLength(Path.Combine(_scratch["audit"], "journal.jsonl"), SomeUnits);
            process.Terminate();
            RunResult run = process.End();
            Assert.Equal(ExitCode.Interrupted, run.ExitCode);
            Assert.Contains("Continue with: claims audit", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        }

        Assert.Equal(Reference.Value, Digest(Defaults, "--out", _scratch["audit"]));
    }

    [Fact]
    public void TwoAuditsInOneFolderWithoutLocksOfTheSystemEndWithTheSecondRefused()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "1",
        };
        using (ClaimsProcess first = ClaimsProcess.Start(environment, Arguments))
        {
            first.AwaitLength(Path.Combine(_scratch["audit"], "journal.jsonl"), SomeUnits);
            first.Hold();
            RunResult second = ClaimsProcess.Run(environment, Arguments);
            first.Resume();
            Assert.Equal(ExitCode.Environment, second.ExitCode);
            Assert.Contains("is at work there", Assert.Single(second.ErrorLines), StringComparison.Ordinal);
            Assert.Equal(ExitCode.AsExpected, first.End().ExitCode);
        }

        Assert.Equal(Reference.Value, Digest(environment, "--out", _scratch["audit"]));
    }

    [Fact]
    public void TheFirstFailureToWriteIsTheOneReported()
    {
        if (OperatingSystem.IsWindows())
            return;

        // A limit on the length of files fails as a full disk does; the runtime's own files have to stay below it.
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOTNET_EnableWriteXorExecute"] = "0",
        };
        string journal = Path.Combine(_scratch["audit"], "journal.jsonl");
        RunResult run = ClaimsProcess.RunInShell(
            "trap '' XFSZ; ulimit -f 64; exec \"$@\"", environment, [.. Arguments, "--jobs", "4"]);
        Assert.Equal(ExitCode.Environment, run.ExitCode);
        Assert.Equal(
            $"claims: cannot read or write {journal}: Specified file length was too large for the file system.",
            Assert.Single(run.ErrorLines));
        Assert.Equal(Reference.Value, Digest(Defaults, "--out", _scratch["audit"]));
    }

    [Theory]
    [InlineData("2>&-", ExitCode.AsExpected)]
    [InlineData("2>/dev/full", ExitCode.AsExpected)]
    [InlineData(">&-", ExitCode.Environment)]
    [InlineData(">/dev/full", ExitCode.Environment)]
    [InlineData("<&- >&-", ExitCode.Environment)]
    [InlineData(">&- 2>&-", ExitCode.Environment)]
    [InlineData("<&- >&- 2>&-", ExitCode.Environment)]
    [InlineData("<&- 2>&-", ExitCode.AsExpected)]
    public void ClosedAndFullStreamsNeverAbort(string redirection, int exitCode)
    {
        if (!OperatingSystem.IsLinux())
            return;
        Assert.Equal(
            exitCode, ClaimsProcess.RunInShell($"exec \"$@\" {redirection}", Defaults, "list", "--json").ExitCode);
        Assert.Equal(
            ExitCode.Usage, ClaimsProcess.RunInShell($"exec \"$@\" {redirection}", Defaults, "nonsense").ExitCode);
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512=0")]
    [InlineData("DOTNET_EnableAVX2=0 DOTNET_TieredCompilation=1")]
    [InlineData("LANG=de_DE.UTF-8 LC_ALL=de_DE.UTF-8 TZ=Asia/Kolkata DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0")]
    public void TheDigestDoesNotDependOnTheMachinesSettings(string settings) =>
        Assert.Equal(Reference.Value, Digest(ClaimsProcess.Environment(settings), "--out", _scratch["audit"]));

    [Theory]
    [InlineData("1")]
    [InlineData("4")]
    public void TheDigestDoesNotDependOnTheNumberOfThreads(string jobs) =>
        Assert.Equal(Reference.Value, Digest(Defaults, "--jobs", jobs, "--out", _scratch["audit"]));

    private static string MeasureReference()
    {
        using var scratch = new ScratchFolder();
        return Digest(Defaults, "--out", scratch["reference"]);
    }

    private static string Digest(IReadOnlyDictionary<string, string> environment, params string[] options)
    {
        RunResult run = ClaimsProcess.Run(
            environment, ["audit", .. Few, "--tier", "smoke", "--no-figures", .. options, "--json"]);

        // Which verdicts they are is asked elsewhere.
        Assert.True(run.ExitCode is ExitCode.AsExpected or ExitCode.Unexpected or ExitCode.Undecided, run.Error);
        return (string)JsonNode.Parse(run.Output)!["digest"]!;
    }

    private string[] Arguments => ["audit", .. Few, "--tier", "smoke", "--no-figures", "--out", _scratch["audit"]];

    private ClaimsProcess Start() => ClaimsProcess.Start(Defaults, Arguments);
}
