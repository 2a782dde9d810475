using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.CommandLine;
using Verification.Snapshots.CommandLine;
using Verification.Snapshots.Toys;
using Verification.Spec;
using Xunit;

namespace Verification.Snapshots.Auditing;

public sealed class JournalTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    private string Folder => _scratch["audit"];

    private string Path => System.IO.Path.Combine(Folder, "journal.jsonl");

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void ATornLastLineIsCutOffAndMeasuredAgain(int missing)
    {
        string digest = Digest();
        byte[] whole = File.ReadAllBytes(Path);
        File.WriteAllBytes(Path, whole[..^missing]);
        Assert.Equal(digest, Digest());
        Assert.Equal(whole, File.ReadAllBytes(Path));
    }

    [Fact]
    public void ATornHeaderBeginsAnew()
    {
        string digest = Digest();
        File.WriteAllBytes(Path, File.ReadAllBytes(Path)[..25]);
        Assert.Equal(digest, Digest());
    }

    [Fact]
    public void LinesMissingAtTheEndAreMeasuredAgain()
    {
        string digest = Digest();
        string[] lines = File.ReadAllLines(Path);
        File.WriteAllText(Path, string.Join('\n', lines[..^2]) + "\n");
        Assert.Equal(digest, Digest());
    }

    [Fact]
    public void AnEditedLineIsRefusedByItsNumberAndKept()
    {
        Digest();
        string[] lines = File.ReadAllLines(Path);
        lines[2] = lines[2].Replace("\"outcomes\":[{\"sum\":", "\"outcomes\":[{\"sum\":1", StringComparison.Ordinal);
        AssertRefused(lines, "line 3 of ");
    }

    [Fact]
    public void ALineRemovedFromTheMiddleIsNoticed()
    {
        Digest();
        List<string> lines = [.. File.ReadAllLines(Path)];
        lines.RemoveAt(2);
        AssertRefused([.. lines], "line 3 of ");
    }

    [Fact]
    public void ATornLineInTheMiddleIsRefused()
    {
        Digest();
        string[] lines = File.ReadAllLines(Path);
        lines[1] = lines[1][..^10];
        AssertRefused(lines, "line 2 of ");
    }

    [Theory]
    [InlineData("--seed", "2", "--seed 1, not 2")]
    [InlineData("--tier", "smoke", "--tier standard, not smoke")]
    public void OtherSettingsAreRefusedNamingBoth(string option, string value, string fragment)
    {
        Digest();
        RunResult run = ClaimsInProcess.Run("audit", "--out", Folder, option, value);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(fragment, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatOtherCodeMeasuredIsKeptAndMeasuredAgain()
    {
        string digest = Digest();
        int units = File.ReadAllLines(Path).Length - 1;
        File.Delete(Path);
        using (Journal journal = Journal.Open(Path, JournalHeader.Of(ToySuite.Sound, 1, Tier.Standard)))
        {
            var other = new CurrentMeasurements(journal, _ => "0123");
            string outcomes = $"[{string.Join(',', Enumerable.Repeat("""{"sum":99}""", 4))}]";
            foreach (int first in (int[])[0, 4, 8])
                other.Keep(new("toys/sum", """{"size":5}""", first), outcomes);
        }

        RunResult run = ClaimsInProcess.Run("audit", "--out", Folder, "--jobs", "1");
        Assert.Contains(
            "toys: its code has changed since 3 units of the journal were measured; what is needed of them is measured "
                + "again",
            run.Output,
            StringComparison.Ordinal);
        Assert.Equal(1 + 3 + units, File.ReadAllLines(Path).Length);
        Assert.Equal(digest, Digest());
        Assert.DoesNotContain(
            "has changed", ClaimsInProcess.Run("audit", "--out", Folder).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ACatalogueOfTwoSystemsMeasuresAgainOnlyTheOneThatChanged()
    {
        var store = new InMemoryMeasurements();
        MeasurementUnit[] units = [new("toys/sum", "{}", 0), new("games/sum", "{}", 0)];
        var before = new CurrentMeasurements(store, system => system == "toys" ? "1" : "7");
        foreach (MeasurementUnit unit in units)
            before.Keep(unit, "[]");
        var after = new CurrentMeasurements(store, system => system == "toys" ? "2" : "7");
        Assert.Null(after.Find(units[0]));
        Assert.NotNull(after.Find(units[1]));
        Assert.Equal("toys", Assert.Single(after.Stale([new("toys/sum@1", "{}", 0), new("games/sum@7", "{}", 0)])).Key);
    }

    [Fact]
    public void AJournalOfAnEarlierFormatIsRefused()
    {
        Directory.CreateDirectory(Folder);
        Journal.Open(Path, JournalHeader.Of(ToySuite.Sound, 1, Tier.Standard) with { Journal = 2 }).Dispose();
        RunResult run = ClaimsInProcess.Run("audit", "--out", Folder);
        Assert.Equal(ExitCode.Environment, run.ExitCode);
        Assert.Contains("format 2", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherStreamsMeasurementsAreRefused()
    {
        Directory.CreateDirectory(Folder);
        Journal.Open(Path, JournalHeader.Of(ToySuite.Sound, 1, Tier.Standard) with { Stream = "other/0" }).Dispose();
        RunResult run = ClaimsInProcess.Run("audit", "--out", Folder);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("other/0", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderOfSomethingElseIsLeftUntouched()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(System.IO.Path.Combine(Folder, "thesis.tex"), "mine");
        RunResult run = ClaimsInProcess.Run("audit", "--out", Folder);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("holds something else", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("thesis.tex", System.IO.Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(Folder))));
    }

    [Fact]
    public void AForeignFileOfTheJournalsNameIsLeftUntouched()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path, "my diary");
        RunResult run = ClaimsInProcess.Run("audit", "--out", Folder);
        Assert.Equal(ExitCode.Environment, run.ExitCode);
        Assert.Contains("no journal", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("my diary", File.ReadAllText(Path));
    }

    [Fact]
    public void AFolderInUseIsRefused()
    {
        Digest();
        using (Journal.Open(Path, JournalHeader.Of(ToySuite.Sound, 1, Tier.Standard)))
        {
            RunResult run = ClaimsInProcess.Run("audit", "--out", Folder);
            Assert.Equal(ExitCode.Environment, run.ExitCode);
            Assert.Contains("in use by another audit", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AnotherRiskContinuesTheJournal()
    {
        Digest();
        byte[] before = File.ReadAllBytes(Path);
        Assert.Equal(ExitCode.AsExpected, ClaimsInProcess.Run("audit", "--out", Folder, "--risk", "0.01").ExitCode);
        Assert.Equal(before, File.ReadAllBytes(Path));
    }

    [Fact]
    public void EveryLineIsAnObjectThatEndsInItsChecksum()
    {
        Digest();
        Assert.All(
            File.ReadAllLines(Path),
            line => Assert.Equal("checksum", JsonNode.Parse(line)!.AsObject().Last().Key));
    }

    [Fact]
    public void SeedsBeyondTheWholeNumbersOfADoubleAreText()
    {
        const string Seed = "18446744073709551615";
        JsonNode audit = ClaimsInProcess.Run("audit", "--out", Folder, "--seed", Seed, "--json").Json;
        Assert.Equal(Seed, (string?)audit["seed"]);
        Assert.Equal(4, (int)audit["schema"]!);
        Assert.Equal(Seed, (string?)JsonNode.Parse(File.ReadLines(Path).First())!["seed"]);
    }

    [Fact]
    public void AJournalOfAnOlderFormatIsRefusedInOneLine()
    {
        Directory.CreateDirectory(Folder);
        JournalHeader header = JournalHeader.Of(ToySuite.Sound, 1, Tier.Standard);
        string body =
            $"{{\"journal\":1,\"seed\":1,\"tier\":\"standard\",\"stream\":\"{header.Stream}\",\"measuredBy\":\"0\"";
        string checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("\n" + body)))[..16];
        string line = $"{body},\"checksum\":\"{checksum}\"}}";
        File.WriteAllText(Path, line + "\n");
        RunResult run = ClaimsInProcess.Run("audit", "--out", Folder);
        Assert.Equal(ExitCode.Environment, run.ExitCode);
        Assert.Single(run.ErrorLines);
        Assert.Equal(line, Assert.Single(File.ReadLines(Path)));
    }

    [Fact]
    public void LongLinesAreReadBackAsTheyWereWritten()
    {
        Directory.CreateDirectory(Folder);
        JournalHeader header = JournalHeader.Of(ToySuite.Sound, 1, Tier.Standard);
        string[] outcomes =
        [
            .. Enumerable.Range(0, 40).Select(i => $"[\"{new string((char)('α' + i % 20), 997 * i * i)}\"]"),
        ];
        using (var journal = Journal.Open(Path, header))
        {
            foreach ((int i, string text) in outcomes.Index())
                journal.Keep(new("toys/sum", "{\"size\":\"∞\"}", i), text);
        }

        using var again = Journal.Open(Path, header);
        Assert.Equal(outcomes.Length, again.Count);
        Assert.All(
            outcomes.Index(),
            outcome => Assert.Equal(outcome.Item, again.Find(new("toys/sum", "{\"size\":\"∞\"}", outcome.Index))));
    }

    [Fact]
    public void AFileOfManyGigabytesWithoutALineEndIsRefused()
    {
        Digest();
        int lines = File.ReadAllLines(Path).Length;

        // Sparse: it takes no space, and no memory to refuse.
        using (FileStream file = File.OpenWrite(Path))
            file.SetLength(5L << 30);
        RunResult run = ClaimsInProcess.Run("audit", "--out", Folder);
        Assert.Equal(ExitCode.Environment, run.ExitCode);
        Assert.Contains($"line {lines + 1} of ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(5L << 30, new FileInfo(Path).Length);
    }

    private string Digest() =>
        (string)ClaimsInProcess.Run("audit", "--out", Folder, "--jobs", "1", "--json").Json["digest"]!;

    private void AssertRefused(string[] lines, string fragment)
    {
        string text = string.Join('\n', lines) + "\n";
        File.WriteAllText(Path, text);
        RunResult run = ClaimsInProcess.Run("audit", "--out", Folder);
        Assert.Equal(ExitCode.Environment, run.ExitCode);
        string line = Assert.Single(run.ErrorLines);
        Assert.Contains(fragment, line, StringComparison.Ordinal);
        Assert.Contains("restore the file, or delete its lines from there on", line, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(Path));
    }
}
