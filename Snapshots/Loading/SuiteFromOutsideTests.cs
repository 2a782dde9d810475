using System.Text.Json.Nodes;
using Verification.Reproductions.CommandLine;
using Verification.Snapshots.CommandLine;
using Xunit;

namespace Verification.Snapshots.Loading;

/// <summary>Every command works with a suite from outside, whose claims nothing in this catalogue knows: the paper of
/// the template, loaded from its assembly.</summary>
public sealed class SuiteFromOutsideTests : IDisposable
{
    private const string Erratum = "my-paper/pinsker-constant";

    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("list", "2 claims, 2 of them printed and of these 1 wrong, 4 mutants")]
    [InlineData("list --coverage", "The inequality was found by Pinsker")]
    [InlineData("list --not-examined", "my-paper/history")]
    [InlineData("show my-paper/history", "Who found it first")]
    [InlineData($"show {Erratum}", "D(P‖Q) ≥ ½‖P-Q‖₁²")]
    [InlineData($"probe {Erratum} --set n=3", "holds")]
    [InlineData("bits", "my-paper/divergence ")]
    public void ACommandShowsWhatIsTheSuites(string commandLine, string shown)
    {
        ArgumentNullException.ThrowIfNull(commandLine);
        RunResult run = Run(ExitCode.AsExpected, commandLine.Split(' '));
        Assert.Contains(shown, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAuditIsTheSuitesInAllItsFiles()
    {
        Run(ExitCode.AsExpected, "audit", "--tier", "smoke", "--out", _scratch["audit"]);
        JsonNode audit = JsonNode.Parse(File.ReadAllText(_scratch["audit/audit.json"]))!;
        Assert.Equal("MyPaper", (string?)audit["suite"]);
        Assert.Contains(
            "\"suite\":\"MyPaper\"", File.ReadLines(_scratch["audit/journal.jsonl"]).First(), StringComparison.Ordinal);
        Assert.Contains(
            "Suite `MyPaper`: the claims of My paper, by A. Author.",
            File.ReadAllText(_scratch["audit/verdicts.md"]), StringComparison.Ordinal);
        Assert.Contains(
            "https://spdx.org/licenses/CC-BY-4.0",
            File.ReadAllText(_scratch["audit/ro-crate-metadata.json"]), StringComparison.Ordinal);
        Assert.Contains(
            "\"A. Author\"", File.ReadAllText(_scratch["audit/codecheck.yml"]), StringComparison.Ordinal);
        Assert.True(File.Exists(_scratch["audit/figures/my-paper-divergence-against-distance.csv"]));
        Assert.True(File.Exists(_scratch["audit/counterexamples/my-paper-pinsker-constant.json"]));

        Run(ExitCode.AsExpected, "report", _scratch["audit"]);
        Run(ExitCode.AsExpected, "verify", _scratch["audit"]);
        Run(ExitCode.AsExpected, "compare", _scratch["audit"], _scratch["audit"]);
        Run(ExitCode.AsExpected, "pack", _scratch["audit"]);
        string token = (string?)audit["claims"]![1]!["printedEvidence"]!["replay"] ?? "";
        Assert.Contains(
            "refuted again", Run(ExitCode.AsExpected, "replay", token).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ShardsOfItAreMerged()
    {
        foreach (string part in (string[])["1", "2"])
            Run(ExitCode.AsExpected, "audit", "--tier", "smoke", "--shard", $"{part}/2", "--out", _scratch[part]);
        Run(ExitCode.AsExpected, "merge", _scratch["1"], _scratch["2"], "--out", _scratch["whole"]);
        Run(ExitCode.AsExpected, "audit", "--tier", "smoke", "--out", _scratch["at-once"]);
        Assert.Equal(Digest("at-once"), Digest("whole"));
    }

    [Fact]
    public void FiguresPagesAndCalibrationAreThoseOfTheSuite()
    {
        Run(ExitCode.AsExpected, "reproduce", "--format", "csv", "--out", _scratch["figures"]);
        Assert.True(File.Exists(_scratch["figures/my-paper-divergence-against-distance.csv"]));
        Run(ExitCode.AsExpected, "calibrate", "--seeds", "2", "--out", _scratch["calibration.jsonl"]);
        Assert.Contains(Erratum, File.ReadAllText(_scratch["calibration.md"]), StringComparison.Ordinal);
        Directory.CreateDirectory(_scratch["paper/docs"]);
        File.WriteAllText(_scratch["paper/README.md"], "<!-- catalogue: counts -->\n<!-- end -->\n");
        Run(ExitCode.AsExpected, "docs", _scratch["paper"]);
        Assert.Contains("2 claims", File.ReadAllText(_scratch["paper/README.md"]), StringComparison.Ordinal);
    }

    [Fact]
    public void CommandLinesToContinueWithNameIt() => Assert.Contains(
        $"claims --suite {SuiteFixture.Assembly} replay ",
        Run(ExitCode.Unexpected, "probe", Erratum, "--variant", "printed").Output, StringComparison.Ordinal);

    /// <summary>Toys stand for the catalogue: they have its name.</summary>
    [Fact]
    public void AnAuditOfAnotherSuiteIsRefused()
    {
        Run(ExitCode.AsExpected, "audit", "--tier", "smoke", "--out", _scratch["outside"]);
        RunResult other = ClaimsInProcess.Run("report", _scratch["outside"]);
        Assert.Equal(ExitCode.Usage, other.ExitCode);
        Assert.Contains(
            "is of the suite MyPaper, and this is Verification", Assert.Single(other.ErrorLines),
            StringComparison.Ordinal);

        ClaimsInProcess.Run("audit", "--tier", "smoke", "--out", _scratch["toys"]);
        File.Delete(_scratch["toys/audit.json"]);
        foreach (string[] command in (string[][])[["report"], ["audit", "--tier", "smoke", "--out"]])
        {
            RunResult run = Run(ExitCode.Usage, [.. command, _scratch["toys"]]);
            Assert.Contains(
                "is of the suite Verification, and this is MyPaper", Assert.Single(run.ErrorLines),
                StringComparison.Ordinal);
        }
    }

    private string? Digest(string folder) =>
        (string?)JsonNode.Parse(File.ReadAllText(_scratch[$"{folder}/audit.json"]))!["digest"];

    private static RunResult Run(int exitCode, params string[] arguments)
    {
        RunResult run = ClaimsInProcess.Run([.. arguments, "--suite", SuiteFixture.Assembly]);
        Assert.True(run.ExitCode == exitCode, $"{run.ExitCode}: {run.Error}{run.Output}");
        return run;
    }
}
