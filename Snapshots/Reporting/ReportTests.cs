using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.CommandLine;
using Verification.Snapshots.CommandLine;
using Verification.Snapshots.Toys;
using Xunit;

namespace Verification.Snapshots.Reporting;

/// <summary>What <c>claims audit</c> and <c>claims report</c> write into <c>report.html</c>, around a template that is
/// nothing but data.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    // As if it had been built without Node.
    private static Suite Bare => ToySuite.Sound with { ReportPage = null };

    private string Folder => _scratch["audit"];

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void AnAuditEndsWithItsPageAndTheSamePageIsWrittenAgain()
    {
        Run(ExitCode.AsExpected, "audit", "--out", Folder);
        string page = File.ReadAllText(Page);
        File.Delete(Page);
        RunResult result = Run(ExitCode.AsExpected, "report", Folder);
        Assert.Equal($"{Page}: 2 claims, 1 figure\n", result.Output);
        Assert.Equal(page, File.ReadAllText(Page));
    }

    [Fact]
    public void ThePageStandsOutsideTheDigest()
    {
        Run(ExitCode.AsExpected, "audit", "--out", Folder);
        ClaimsInProcess.RunOn(Bare, default, "audit", "--out", _scratch["bare"]);
        Assert.False(File.Exists(Path.Combine(_scratch["bare"], "report.html")));
        Assert.Equal((string?)Result(_scratch["bare"])["digest"], (string?)Result(Folder)["digest"]);
    }

    [Fact]
    public void AProgramWithoutThePageSaysSoInOneLineAndDoesAllElse()
    {
        RunResult audit = ClaimsInProcess.RunOn(Bare, default, "audit", "--out", Folder);
        Assert.Equal(ExitCode.AsExpected, audit.ExitCode);
        Assert.Single(
            audit.Output.Split('\n'), line => line.Contains("writes no report.html", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(Folder, "audit.json")));
        RunResult report = ClaimsInProcess.RunOn(Bare, default, "report", Folder);
        Assert.Equal(ExitCode.Environment, report.ExitCode);
        Assert.Contains("built without Node", Assert.Single(report.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void APageThatCannotBeWrittenHidesNoResult()
    {
        Run(ExitCode.AsExpected, "audit", "--out", Folder);
        File.Delete(Page);
        Directory.CreateDirectory(Page);
        RunResult audit = Run(ExitCode.Environment, "audit", "--json", "--out", Folder);
        Assert.Equal((string?)Result(Folder)["digest"], (string?)audit.Json["digest"]);
        Assert.Contains("report.html", audit.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void OfAnAuditThatWasInterruptedItHasWhatTheJournalIsEnoughFor()
    {
        Run(ExitCode.AsExpected, "audit", "toys/holds", "--no-figures", "--out", Folder);
        JsonNode finished = Result(Folder)["claims"]![0]!;
        File.Delete(Path.Combine(Folder, "audit.json"));
        File.AppendAllText(Path.Combine(Folder, "journal.jsonl"), """{"unit":{"experi""");
        RunResult result = Run(ExitCode.AsExpected, "report", Folder);
        // The figure shows what the mutants were shrunk to.
        Assert.Contains(
            "1 claim, 1 figure, of an audit that has not finished", result.Output, StringComparison.Ordinal);
        Assert.Contains("missing: 1 claim, toys/erratum\n", result.Output, StringComparison.Ordinal);
        JsonNode data = Data();
        Assert.False((bool)data["finished"]!);
        Assert.Equal("", (string?)data["digest"]);
        JsonNode claim = Assert.Single(data["claims"]!.AsArray())!;
        Assert.Equal("holds", (string?)claim["verdict"]);
        Assert.Equal(
            (double)finished["evidence"]!["residual"]!, (double)claim["evidence"]!["residual"]!);

        // And nothing was measured or written for it: the audit goes on from where it was.
        Assert.False(File.Exists(Path.Combine(Folder, "audit.json")));
        Run(ExitCode.AsExpected, "audit", "--out", Folder);
        Assert.Equal(2, Data()["claims"]!.AsArray().Count);
    }

    /// <summary>The search for the smallest counterexample passes over sizes that the experiment refuses, of which a
    /// journal holds nothing.</summary>
    [Fact]
    public void OfAnAuditThatWasInterruptedAClaimBesideARefusedSizeIsNotMissing()
    {
        Suite suite = ToySuite.Sound with { Claims = [new ToyClaim("some") { Refused = 1 }] };
        Assert.Equal(0, ClaimsInProcess.RunOn(suite, default, "audit", "--out", Folder).ExitCode);
        File.Delete(Path.Combine(Folder, "audit.json"));
        byte[] journal = File.ReadAllBytes(Path.Combine(Folder, "journal.jsonl"));
        RunResult result = ClaimsInProcess.RunOn(suite, default, "report", Folder);
        Assert.Contains("1 claim, 1 figure, of an audit that has not", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("missing", result.Output, StringComparison.Ordinal);
        Assert.Equal(journal, File.ReadAllBytes(Path.Combine(Folder, "journal.jsonl")));
    }

    [Fact]
    public void AnAuditOfSomeClaimsSaysWhichItLeavesOut()
    {
        RunResult result = Run(ExitCode.AsExpected, "audit", "toys/erratum", "--out", Folder);
        Assert.Empty(result.Error);
        Assert.Equal("toys/holds", (string?)Assert.Single(Data()["missingClaims"]!.AsArray())!["id"]);
        Assert.Empty(Data()["missingFigures"]!.AsArray());
    }

    [Fact]
    public void AFigureWhoseFileIsLostIsMissing()
    {
        Run(ExitCode.AsExpected, "audit", "--out", Folder);
        File.Delete(Path.Combine(Folder, "figures", "toys-sums.csv"));
        Assert.EndsWith(
            "missing: 1 figure, toys/sums\n", Run(ExitCode.AsExpected, "report", Folder).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AClaimThatTheCatalogueDoesNotHaveKeepsWhatTheAuditSays()
    {
        Run(ExitCode.AsExpected, "audit", "--no-figures", "--out", Folder);
        JsonNode result = Result(Folder);
        result["claims"]![0]!["id"] = "toys/unknown";
        File.WriteAllText(Path.Combine(Folder, "audit.json"), result.ToJsonString());
        Run(ExitCode.AsExpected, "report", Folder);
        JsonNode claim = Data()["claims"]![0]!;
        Assert.Equal("Sums of uniform numbers are bounded", (string?)claim["title"]);
        Assert.Null(claim["reading"]);
        Assert.Equal(2, claim["mutants"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("nowhere", null, ExitCode.Usage, "holds no audit")]
    [InlineData("audit.json", "{", ExitCode.Environment, "is no result of an audit")]
    [InlineData("audit.json", "[]", ExitCode.Environment, "is no result of an audit")]
    [InlineData("audit.json", """{"schema":99,"claims":[]}""", ExitCode.Environment, "has schema 99")]
    [InlineData("journal.jsonl", "garbage\n", ExitCode.Environment, "is no journal of an audit")]
    [InlineData("journal.jsonl", "", ExitCode.Environment, "is no journal of an audit")]
    public void WhatIsNoAuditIsRefusedInOneLine(string file, string? text, int exitCode, string message)
    {
        Directory.CreateDirectory(Folder);
        if (text is not null)
            File.WriteAllText(Path.Combine(Folder, file), text);
        Assert.Contains(
            message, Assert.Single(Run(exitCode, "report", Folder).ErrorLines), StringComparison.Ordinal);
        Assert.False(File.Exists(Page));
    }

    [Fact]
    public void AFileIsNoFolder()
    {
        File.WriteAllText(Folder, "");
        Assert.Single(Run(ExitCode.Usage, "report", Folder).ErrorLines);
    }

    [Fact]
    public void AFigureOutsideTheFolderIsNotRead()
    {
        Run(ExitCode.AsExpected, "audit", "--out", Folder);
        File.WriteAllText(_scratch["secret"], "a secret");
        JsonNode result = Result(Folder);
        result["figures"]![0]!["csv"] = "../secret";
        File.WriteAllText(Path.Combine(Folder, "audit.json"), result.ToJsonString());
        Run(ExitCode.AsExpected, "report", Folder);
        Assert.DoesNotContain("a secret", File.ReadAllText(Page), StringComparison.Ordinal);
    }

    private string Page => Path.Combine(Folder, "report.html");

    private JsonNode Data() => JsonNode.Parse(File.ReadAllText(Page))!;

    private static JsonNode Result(string folder) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "audit.json")))!;

    private static RunResult Run(int exitCode, params string[] arguments)
    {
        RunResult result = ClaimsInProcess.Run(arguments);
        Assert.Equal(exitCode, result.ExitCode);
        return result;
    }
}
