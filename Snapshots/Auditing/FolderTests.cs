using System.Globalization;
using System.Text.Json.Nodes;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.CommandLine;
using Verification.Snapshots.CommandLine;
using Verification.Snapshots.Toys;
using Verification.Spec;
using Xunit;

namespace Verification.Snapshots.Auditing;

/// <summary>What stands in an audit's folder beside the audit: locks, links, pipes, results of another one.</summary>
public sealed class FolderTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    private string Folder => _scratch["audit"];

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void TheLockNamesItsHolderAndGoesWithIt()
    {
        var settings = new AuditSettings([], Tier.Standard, 1, 0.001, 1, Folder);
        using (AuditFolder.Open(ToySuite.Sound, settings, []))
        {
            JsonNode holder = JsonNode.Parse(File.ReadAllText(InFolder("journal.lock")))!;
            Assert.Equal(Environment.ProcessId, (int)holder["Process"]!);
            string line = Assert.Single(Audit(ExitCode.Environment).ErrorLines);
            Assert.Contains(
                string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on "), line,
                StringComparison.Ordinal);
        }

        Assert.False(File.Exists(InFolder("journal.lock")));
    }

    [Fact]
    public void ALockOfAnEndedProcessIsTakenOver()
    {
        var settings = new AuditSettings([], Tier.Standard, 1, 0.001, 1, Folder);
        string mine;
        using (AuditFolder.Open(ToySuite.Sound, settings, []))
            mine = File.ReadAllText(InFolder("journal.lock"));
        JsonNode other = JsonNode.Parse(mine)!;
        other["Started"] = "1";
        File.WriteAllText(InFolder("journal.lock"), other.ToJsonString());
        Audit(ExitCode.AsExpected);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Folder),
            path => Path.GetFileName(path).StartsWith("journal.lock", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"Host":"elsewhere","Process":7,"Started":"1"}""", "process 7 on elsewhere")]
    [InlineData("garbage", "a process that is not named")]
    [InlineData("", "a process that is not named")]
    public void ALockOfAnotherHostIsRespected(string content, string holder)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(InFolder("journal.lock"), content);
        string line = Assert.Single(Audit(ExitCode.Environment).ErrorLines);
        Assert.Contains(holder, line, StringComparison.Ordinal);
        Assert.Contains("delete that file if it has ended", line, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(InFolder("journal.lock")));
    }

    [Fact]
    public void AJournalThatGrewBehindItsBackIsLeftAlone()
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(Folder);
        using var journal = Journal.Open(InFolder("journal.jsonl"), JournalHeader.Of(ToySuite.Sound, 1, Tier.Standard));
        journal.Keep(new("toys/sum", "{}", 0), "[1]");

        // Without locks of the operating system, as on some network file systems, nothing keeps another program from
        // writing.
        using (var other = System.Diagnostics.Process.Start("sh", ["-c", $"printf x >> {InFolder("journal.jsonl")}"]))
            other.WaitForExit();
        for (int i = 1; i < 3; i++)
        {
            var refused = Assert.Throws<RefusedFolderException>(() =>
                journal.Keep(new("toys/sum", "{}", 4 * i), "[2]"));
            Assert.Equal(FolderFault.InUse, refused.Fault);
        }

        Assert.Equal("[1]", journal.Find(new("toys/sum", "{}", 0)));
        Assert.Null(journal.Find(new("toys/sum", "{}", 4)));
    }

    [Theory]
    [InlineData("audit.json.tmp")]
    [InlineData("verdicts.md.tmp")]
    [InlineData("figures/toys-sums.csv.tmp")]
    [InlineData("junit.xml")]
    public void ALinkInAFilesPlaceIsReplacedAndNotFollowed(string name)
    {
        Audit(ExitCode.AsExpected);
        File.WriteAllText(_scratch["precious"], "precious");
        File.Delete(InFolder(name));
        File.CreateSymbolicLink(InFolder(name), _scratch["precious"]);
        Audit(ExitCode.AsExpected);
        Assert.Equal("precious", File.ReadAllText(_scratch["precious"]));
        Assert.Null(new FileInfo(InFolder(name)).LinkTarget);
    }

    [Fact]
    public void ALinkThatLeadsNowhereIsNotFollowedEither()
    {
        Audit(ExitCode.AsExpected);
        File.CreateSymbolicLink(InFolder("audit.json.tmp"), _scratch["nowhere"]);
        Audit(ExitCode.AsExpected);
        Assert.False(File.Exists(_scratch["nowhere"]));
    }

    [Theory]
    [InlineData("elsewhere")]
    [InlineData("nowhere")]
    public void AJournalThatIsALinkIsRefused(string target)
    {
        Directory.CreateDirectory(Folder);
        if (target == "elsewhere")
            File.WriteAllText(_scratch[target], "");
        File.CreateSymbolicLink(InFolder("journal.jsonl"), _scratch[target]);
        string line = Assert.Single(Audit(ExitCode.Environment).ErrorLines);
        Assert.Contains("journal.jsonl is no regular file", line, StringComparison.Ordinal);
        Assert.Equal(target == "elsewhere" ? "" : null, File.Exists(_scratch[target]) ? Text(target) : null);

        string Text(string name) => File.ReadAllText(_scratch[name]);
    }

    [Theory]
    [InlineData("audit.json.tmp")]
    [InlineData("audit.json")]
    [InlineData("journal.jsonl")]
    [InlineData("journal.lock")]
    [InlineData("figures/toys-sums.csv")]
    public void AFolderInAFilesPlaceIsRefusedByName(string name)
    {
        Directory.CreateDirectory(InFolder(name));
        if (name != "journal.jsonl")
            File.WriteAllText(InFolder("journal.jsonl"), "");
        string line = Assert.Single(Audit(ExitCode.Environment).ErrorLines);
        Assert.Contains(name.Replace(".tmp", "", StringComparison.Ordinal), line, StringComparison.Ordinal);
        Assert.True(Directory.Exists(InFolder(name)));
    }

    [Theory]
    [InlineData("journal.jsonl")]
    [InlineData("journal.lock")]
    [InlineData("audit.json")]
    public void APipeInAFilesPlaceIsNeitherReadNorWaitedFor(string name)
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(Folder);
        if (name != "journal.jsonl")
            File.WriteAllText(InFolder("journal.jsonl"), "");
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [InFolder(name)]))
            mkfifo.WaitForExit();
        Audit(name == "audit.json" ? ExitCode.AsExpected : ExitCode.Environment);
    }

    [Fact]
    public void AFinishedAuditIsNotReplacedByANarrowerOne()
    {
        Audit(ExitCode.AsExpected);
        string before = File.ReadAllText(InFolder("audit.json"));
        RunResult narrower = ClaimsInProcess.Run("audit", "toys/holds", "--out", Folder);
        Assert.Equal(ExitCode.Usage, narrower.ExitCode);
        Assert.Contains(
            "1 claim that these filters leave out", Assert.Single(narrower.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(InFolder("audit.json")));
    }

    [Fact]
    public void AFinishedAuditIsNotReplacedByOneWithoutItsFigures()
    {
        Audit(ExitCode.AsExpected);
        string before = File.ReadAllText(InFolder("audit.json"));
        RunResult bare = ClaimsInProcess.Run("audit", "--no-figures", "--out", Folder);
        Assert.Equal(ExitCode.Usage, bare.ExitCode);
        Assert.Contains("which --no-figures leaves out", Assert.Single(bare.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(InFolder("audit.json")));
    }

    [Fact]
    public void AFinishedAuditIsExtendedByAWiderOne()
    {
        Assert.Equal(ExitCode.AsExpected, ClaimsInProcess.Run("audit", "toys/holds", "--out", Folder).ExitCode);
        Audit(ExitCode.AsExpected);
        Assert.Equal(2, JsonNode.Parse(File.ReadAllText(InFolder("audit.json")))!["claims"]!.AsArray().Count);
    }

    [Fact]
    public void EveryTierSeedRiskAndSelectionHasADefaultFolderOfItsOwn()
    {
        Assert.Equal("artifacts/audit", DefaultFolder.Of(Tier.Standard, 1, 1e-3, []));
        Assert.Equal("artifacts/audit-smoke", DefaultFolder.Of(Tier.Smoke, 1, 1e-3, []));
        Assert.Equal("artifacts/audit-full-seed-7", DefaultFolder.Of(Tier.Full, 7, 1e-3, []));
        Assert.Equal("artifacts/audit-risk-0-01", DefaultFolder.Of(Tier.Standard, 1, 0.01, []));
        Assert.Equal("artifacts/audit-risk-1e-06", DefaultFolder.Of(Tier.Standard, 1, 1e-6, []));
        Assert.Equal("artifacts/audit-toys-holds", DefaultFolder.Of(Tier.Standard, 1, 1e-3, ["toys/holds"]));
        string[][] selections =
        [
            [],
            ["toys/holds"],
            ["toys-holds"],
            ["toys/*"],
            ["toys/?"],
            ["toys*"],
            ["*toys"],
            ["*"],
            ["a", "b"],
            ["b", "a"],
            ["a-b"],
            ["a/b"],
            ["../x"],
            ["TOYS"],
            [new string('a', 300)],
            [new string('a', 301)],
            ["…"],
            ["con:"],
        ];
        string[] folders = [.. selections.Select(filters => DefaultFolder.Of(Tier.Standard, 1, 1e-3, filters))];
        Assert.Equal(folders.Length, folders.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(folders, folder => Assert.Matches("^artifacts/[a-z0-9-]{1,90}$", folder));
    }

    private string InFolder(string name) => Path.Combine(Folder, name);

    private RunResult Audit(int exitCode)
    {
        RunResult run = ClaimsInProcess.Run("audit", "--out", Folder);
        Assert.True(run.ExitCode == exitCode, run.Error);
        return run;
    }
}
