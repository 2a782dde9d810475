using System.Text.Json.Nodes;
using Verification.Reproductions.CommandLine;
using Verification.Snapshots.CommandLine;
using Xunit;

namespace Verification.Snapshots.Auditing;

/// <summary>The real program on a few whole claims of the catalogue: kills, signals, threads, and settings of the machine.</summary>
/// <remarks>Every experiment is compared by <see cref="ExperimentBits"/>, the whole catalogue by the build's target Matrix.</remarks>
public sealed class ProcessTests : IDisposable
{
    private static readonly string[] Few = ["quadratic-networks/s*", "polyak-lojasiewicz/chain*"];

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
        RunResult run = ClaimsProcess.Run(environment, ["audit", .. Few, "--tier", "smoke", "--no-figures", .. options, "--json"]);
        Assert.True(run.ExitCode == ExitCode.AsExpected, run.Error);
        return (string)JsonNode.Parse(run.Output)!["digest"]!;
    }

    private ClaimsProcess Start() =>
        ClaimsProcess.Start(Defaults, ["audit", .. Few, "--tier", "smoke", "--no-figures", "--out", _scratch["audit"]]);
}
