using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.CommandLine;
using Verification.Snapshots.CommandLine;
using Verification.Snapshots.Toys;
using Xunit;

namespace Verification.Snapshots.Auditing;

/// <summary>A packed journal is read wherever a plain one is, and becomes one again where an audit goes on.</summary>
public sealed class PackTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    private string Folder => _scratch["audit"];

    private string Plain => Path.Combine(Folder, "journal.jsonl");

    private string Packed => Path.Combine(Folder, "journal.jsonl.br");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void APackedAuditIsStillWhatItSays()
    {
        Run(ExitCode.AsExpected, "audit", "--out", Folder);
        long plain = new FileInfo(Plain).Length;
        string line = Run(ExitCode.AsExpected, "pack", Folder).Output;
        Assert.Contains("audit/journal.jsonl.br: 0.0", line, StringComparison.Ordinal);
        Assert.False(File.Exists(Plain));
        Assert.InRange(new FileInfo(Packed).Length, 100, plain / 2);
        Run(ExitCode.AsExpected, "verify", Folder, "--only-files");
        Run(ExitCode.AsExpected, "verify", Folder);
        Run(ExitCode.AsExpected, "report", Folder);
        Run(ExitCode.AsExpected, "compare", Folder, Folder);
        Assert.Contains("packed already", Run(ExitCode.AsExpected, "pack", Folder).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAuditThatGoesOnUnpacksItsJournalAndMeasuresNothingAgain()
    {
        Run(ExitCode.AsExpected, "audit", "--out", Folder);
        string digest = Digest();
        string[] lines = [.. File.ReadAllLines(Plain).Select(Content).Order(StringComparer.Ordinal)];
        Run(ExitCode.AsExpected, "pack", Folder);
        Run(ExitCode.AsExpected, "audit", "--out", Folder);
        Assert.False(File.Exists(Packed));
        Assert.Equal(digest, Digest());
        Assert.Equal(
            lines, File.ReadAllLines(Plain).Select(Content).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Run(ExitCode.AsExpected, "verify", Folder, "--only-files");
    }

    [Fact]
    public void AnAuditPacksByItself()
    {
        Run(ExitCode.AsExpected, "audit", "--out", Folder);
        Run(ExitCode.AsExpected, "pack", Folder);
        byte[] packed = File.ReadAllBytes(Packed);
        foreach (string target in (string[])[Folder, _scratch["again"]])
        {
            RunResult run = Run(ExitCode.AsExpected, "audit", "--pack", "--json", "--out", target);
            Assert.Equal(4, (int)run.Json["schema"]!);
            Assert.Contains("journal.jsonl.br: 0.0", run.Error, StringComparison.Ordinal);
            Assert.Equal(packed, File.ReadAllBytes(Path.Combine(target, PackedJournal.Name)));
            Assert.False(File.Exists(Path.Combine(target, AuditFiles.Journal)));
            Run(ExitCode.AsExpected, "verify", target, "--only-files");
        }
    }

    [Fact]
    public void TheOrderOfMeasuringLeavesNoTrace()
    {
        foreach (string jobs in (string[])["1", "2"])
        {
            Run(ExitCode.AsExpected, "audit", "--jobs", jobs, "--out", _scratch[jobs]);
            Run(ExitCode.AsExpected, "pack", _scratch[jobs]);
        }

        Assert.Equal(
            File.ReadAllBytes(Path.Combine(_scratch["1"], "journal.jsonl.br")),
            File.ReadAllBytes(Path.Combine(_scratch["2"], "journal.jsonl.br")));
    }

    [Fact]
    public void PackedShardsAreMerged()
    {
        string[] shards = [_scratch["1"], _scratch["2"]];
        foreach ((int i, string shard) in shards.Index())
        {
            Run(ExitCode.AsExpected, "audit", "--shard", $"{i + 1}/2", "--out", shard);
            Run(ExitCode.AsExpected, "pack", shard);
        }

        Run(ExitCode.AsExpected, ["merge", .. shards, "--out", Folder]);
        Run(ExitCode.AsExpected, "verify", Folder);
    }

    [Fact]
    public void WhatIsNoPackedJournalIsNamed()
    {
        Run(ExitCode.AsExpected, "audit", "--out", Folder);
        Run(ExitCode.AsExpected, "pack", Folder);
        byte[] whole = File.ReadAllBytes(Packed);
        File.WriteAllBytes(Packed, whole[..(whole.Length / 2)]);
        Assert.Contains(
            "✗ journal.jsonl.br ", Run(ExitCode.Unexpected, "verify", Folder, "--only-files").Output,
            StringComparison.Ordinal);
        File.WriteAllText(Packed, "no Brotli");
        RunResult refused = Run(ExitCode.Environment, "audit", "--out", Folder);
        Assert.Contains("journal.jsonl.br is no journal of an audit", refused.Error, StringComparison.Ordinal);
        Assert.Equal("no Brotli", File.ReadAllText(Packed));
    }

    [Theory]
    [InlineData("1", "2")]
    [InlineData("\n{\"checksum\"", "\n{\"checksun\"")]
    [InlineData("\"}\n", "\"}\nmore")]
    public void APackedJournalThatWasEditedIsNone(string text, string other)
    {
        Run(ExitCode.AsExpected, "audit", "--out", Folder);
        Run(ExitCode.AsExpected, "pack", Folder);
        string plain = Unpacked();
        int last = plain.LastIndexOf(text, StringComparison.Ordinal);
        using (var file = new BrotliStream(File.Create(Packed), CompressionLevel.Fastest))
            file.Write(Encoding.UTF8.GetBytes(plain[..last] + other + plain[(last + text.Length)..]));
        Assert.Contains(
            "is no journal", Run(ExitCode.Environment, "audit", "--out", Folder).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyAFinishedAuditIsPacked()
    {
        Run(ExitCode.Usage, "pack", _scratch["nothing"]);
        Run(ExitCode.AsExpected, "audit", "--out", Folder);
        File.Delete(Path.Combine(Folder, "audit.json"));
        Assert.Contains(
            "has not finished", Run(ExitCode.Usage, "pack", Folder).Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Plain));
    }

    private string Unpacked()
    {
        using var lines = new StreamReader(new BrotliStream(File.OpenRead(Packed), CompressionMode.Decompress));
        return lines.ReadToEnd();
    }

    private string Digest() =>
        (string)JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, AuditFiles.Result)))!["digest"]!;

    private static string Content(string line) => line[..line.LastIndexOf(",\"checksum\"", StringComparison.Ordinal)];

    private static RunResult Run(int exitCode, params string[] arguments)
    {
        RunResult run = ClaimsInProcess.RunOn(ToySuite.Sound, default, arguments);
        Assert.True(exitCode == run.ExitCode, $"{run.ExitCode}: {run.Error}{run.Output}");
        return run;
    }
}
