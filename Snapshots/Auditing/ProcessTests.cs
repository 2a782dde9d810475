using System.Text.Json.Nodes;
using Verification.Reproductions.CommandLine;
using Verification.Snapshots.CommandLine;
using Xunit;

namespace Verification.Snapshots.Auditing;

/// <summary>The real program on the cheap claims of the real catalogue: kills, signals, and settings of the machine.</summary>
public sealed class ProcessTests : IDisposable
{
    private const string Cheap = "quadratic-networks/s*";

    // Far enough for header and several units, far from the end.
    private const long SomeUnits = 20_000;

    private static readonly Dictionary<string, string> Defaults = [];
    private static readonly Lazy<string> Reference = new(() =>
    {
        using var scratch = new ScratchFolder();
        return Digest(Defaults, "--out", scratch["reference"]);
    });

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
    [InlineData("DOTNET_EnableAVX512F=0")]
    [InlineData("DOTNET_EnableAVX2=0")]
    [InlineData("DOTNET_EnableHWIntrinsic=0")]
    [InlineData("DOTNET_TieredCompilation=0")]
    [InlineData("GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-FMA,-AVX512F")]
    [InlineData("LANG=de_DE.UTF-8 LC_ALL=de_DE.UTF-8 TZ=Asia/Kolkata DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0")]
    public void TheDigestDoesNotDependOnTheMachinesSettings(string settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var environment = settings.Split(' ').Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        Assert.Equal(Reference.Value, Digest(environment, "--out", _scratch["audit"]));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("4")]
    public void TheDigestDoesNotDependOnTheNumberOfThreads(string jobs)
    {
        Assert.Equal(Reference.Value, Digest(Defaults, "--jobs", jobs, "--out", _scratch["audit"]));
    }

    private static string Digest(Dictionary<string, string> environment, params string[] options)
    {
        RunResult run = ClaimsProcess.Run(environment, ["audit", Cheap, "--tier", "smoke", .. options, "--json"]);
        Assert.True(run.ExitCode == ExitCode.AsExpected, run.Error);
        return (string)JsonNode.Parse(run.Output)!["digest"]!;
    }

    private ClaimsProcess Start() => ClaimsProcess.Start(Defaults, "audit", Cheap, "--tier", "smoke", "--out", _scratch["audit"]);
}
