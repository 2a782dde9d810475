using System.Text.Json.Nodes;
using Verification.Reproductions.CommandLine;
using Verification.Snapshots.CommandLine;
using Xunit;

namespace Verification.Snapshots.Auditing;

/// <summary>The real program on the real catalogue: kills, signals, and settings of the machine.</summary>
public sealed class ProcessTests : IDisposable
{
    private const string Whole = "*";

    // The shortened run for kills, and for machines without any vector instructions, where fused multiply-adds are emulated.
    private const string Cheap = "quadratic-networks/s*";

    // Far enough for header and several units, far from the end.
    private const long SomeUnits = 20_000;

    private static readonly Dictionary<string, string> Defaults = [];
    private static readonly Lazy<string> WholeReference = new(() => Reference(Whole));
    private static readonly Lazy<string> CheapReference = new(() => Reference(Cheap));

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
        Assert.Equal(CheapReference.Value, Digest(Cheap, Defaults, "--out", _scratch["audit"]));
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

        Assert.Equal(CheapReference.Value, Digest(Cheap, Defaults, "--out", _scratch["audit"]));
    }

    [Theory]
    [InlineData(Whole, "DOTNET_EnableAVX512=0")]
    [InlineData(Whole, "DOTNET_EnableAVX2=0")]
    [InlineData(Cheap, "DOTNET_EnableHWIntrinsic=0")]
    [InlineData(Whole, "DOTNET_TieredCompilation=1")]
    [InlineData(Whole, "GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-FMA,-AVX512F")]
    [InlineData(Whole, "LANG=de_DE.UTF-8 LC_ALL=de_DE.UTF-8 TZ=Asia/Kolkata DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0")]
    public void TheDigestDoesNotDependOnTheMachinesSettings(string filter, string settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var environment = settings.Split(' ').Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        Assert.Equal(filter == Whole ? WholeReference.Value : CheapReference.Value, Digest(filter, environment, "--out", _scratch["audit"]));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("4")]
    public void TheDigestDoesNotDependOnTheNumberOfThreads(string jobs)
    {
        Assert.Equal(WholeReference.Value, Digest(Whole, Defaults, "--jobs", jobs, "--out", _scratch["audit"]));
    }

    private static string Reference(string filter)
    {
        using var scratch = new ScratchFolder();
        return Digest(filter, Defaults, "--out", scratch["reference"]);
    }

    private static string Digest(string filter, Dictionary<string, string> environment, params string[] options)
    {
        RunResult run = ClaimsProcess.Run(environment, ["audit", filter, "--tier", "smoke", .. options, "--json"]);
        Assert.True(run.ExitCode == ExitCode.AsExpected, run.Error);
        return (string)JsonNode.Parse(run.Output)!["digest"]!;
    }

    private ClaimsProcess Start() => ClaimsProcess.Start(Defaults, "audit", Cheap, "--tier", "smoke", "--out", _scratch["audit"]);
}
