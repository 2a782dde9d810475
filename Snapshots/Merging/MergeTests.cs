using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.CommandLine;
using Verification.Snapshots.CommandLine;
using Verification.Snapshots.Toys;
using Verification.Spec;
using Xunit;

namespace Verification.Snapshots.Merging;

/// <summary>What <c>claims merge</c> makes of the shards of an audit of the toys.</summary>
public sealed class MergeTests : IDisposable
{
    // Five claims of as many experiments, one of them with sizes that are refused, and figures of both kinds.
    private static readonly Suite Toys = ToySuite.Apart(
        ToySuite.Sound with
        {
            Claims =
            [
                .. ToySuite.Sound.Claims,
                new ToyClaim("third"),
                new ToyClaim("with-a-refused-size") { Refused = 1 },
                new ToyClaim("undecided") { Tolerance = 100 },
            ],
            Figures = [new ToyFigure(), new ToyFigure("toys/of-one", "toys/third")],
        });

    private readonly ScratchFolder _scratch = new();

    private string Whole => _scratch["whole"];

    private string Merged => _scratch["merged"];

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void TheShardsTogetherAreTheAuditOfOneRun(int count)
    {
        Run(ExitCode.Undecided, "audit", "--seed", "5", "--out", Whole, "--jobs", "1");
        string[] shards = [.. Enumerable.Range(1, count).Select(index => Shard(index, count, "--seed", "5"))];
        Array.Reverse(shards);
        RunResult merged = Run(ExitCode.Undecided, ["merge", .. shards, "--jobs", "1", "--out", Merged]);
        Assert.Equal(
            Run(ExitCode.Undecided, "audit", "--seed", "5", "--out", Whole, "--jobs", "1").Output
                .Split('\n')
                .SkipWhile(line => !line.StartsWith("Claim ", StringComparison.Ordinal))
                .Select(line => line.Replace(Whole, Merged, StringComparison.Ordinal)),
            merged.Output.Split('\n'),
            StringComparer.Ordinal);
        AssertSameFiles();
        Assert.Equal(Units(Whole), Units(Merged));

        // The order of a journal is that of the units, not that of the shards.
        Array.Reverse(shards);
        Run(ExitCode.Undecided, ["merge", .. shards, "--out", _scratch["again"]]);
        Assert.Equal(
            File.ReadAllText(Path.Combine(Merged, "journal.jsonl")),
            File.ReadAllText(Path.Combine(_scratch["again"], "journal.jsonl")));
    }

    [Fact]
    public void AClaimKeepsWhatItsShardSays()
    {
        string[] shards = [Shard(1, 2), Shard(2, 2)];
        Run(ExitCode.Undecided, ["merge", .. shards, "--out", Merged]);
        JsonNode[] merged = [.. Result(Merged)["claims"]!.AsArray().OfType<JsonNode>()];
        foreach (JsonNode claim in shards.SelectMany(shard => Result(shard)["claims"]!.AsArray()).OfType<JsonNode>())
            Assert.Equal(
                claim.ToJsonString(),
                merged.Single(other => (string?)other["id"] == (string?)claim["id"]).ToJsonString());
    }

    [Fact]
    public void PicturesAndAFilterAreMergedToo()
    {
        string[] options = ["toys/*d", "--svg", "--risk", "0.01"];
        Run(ExitCode.Undecided, ["audit", .. options, "--jobs", "1", "--out", Whole]);
        Run(
            ExitCode.Undecided,
            ["merge", Shard(1, 2, options), Shard(2, 2, options), "--out", Merged]);
        AssertSameFiles();
        Assert.Equal(2, Directory.EnumerateFiles(Merged, "*.svg", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public void WithoutFiguresThereAreNone()
    {
        Run(ExitCode.Undecided, ["audit", "--no-figures", "--jobs", "1", "--out", Whole]);
        RunResult merged = Run(
            ExitCode.Undecided,
            ["merge", Shard(1, 2, "--no-figures"), Shard(2, 2, "--no-figures"), "--out", Merged]);
        Assert.Contains("no shard has drawn 2 figures of these claims", merged.Output, StringComparison.Ordinal);
        AssertSameFiles();
        Refused("no shard has the figure toys/sums", ExitCode.Usage, Shard(1, 2), Shard(2, 2, "--no-figures"));
    }

    [Fact]
    public void AMergedAuditContinuesAndComparesLikeAnyOther()
    {
        Run(ExitCode.Undecided, ["audit", "--out", Whole]);
        Run(ExitCode.Undecided, ["merge", Shard(1, 2), Shard(2, 2), "--out", Merged]);
        Assert.Contains(
            "the same to the last bit", Run(ExitCode.AsExpected, "compare", Whole, Merged).Output,
            StringComparison.Ordinal);
        byte[] journal = File.ReadAllBytes(Path.Combine(Merged, "journal.jsonl"));
        Run(ExitCode.Undecided, ["audit", "--out", Merged]);
        Assert.Equal(journal, File.ReadAllBytes(Path.Combine(Merged, "journal.jsonl")));
    }

    /// <summary>A packed journal is in the order of its units too.</summary>
    [Fact]
    public void PackedJournalsAreTheSameBytesAndShardsMayBePacked()
    {
        Run(ExitCode.Undecided, ["audit", "--out", Whole]);
        string[] shards = [Shard(1, 2), Shard(2, 2)];
        Run(ExitCode.AsExpected, "pack", shards[0]);
        Run(ExitCode.Undecided, ["merge", .. shards, "--out", Merged]);
        foreach (string folder in (string[])[Whole, Merged])
            Run(ExitCode.AsExpected, "pack", folder);
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(Whole, PackedJournal.Name)),
            File.ReadAllBytes(Path.Combine(Merged, PackedJournal.Name)));
        Run(ExitCode.AsExpected, "verify", Merged, "--only-files");
    }

    [Theory]
    [InlineData("--seed 2", "2 was measured with --seed 2, ", "1 with 1; shards of one audit have the same")]
    [InlineData("--tier smoke", "2 was measured with --tier smoke, ", "1 with standard;")]
    [InlineData("--risk 0.01", "2 was measured with --risk 0.01, ", "1 with 0.001;")]
    [InlineData("toys/*", "2 was measured with filters toys/*, ", "1 with for all claims;")]
    public void AShardOfAnotherAuditIsRefusedNamingTheDifference(string options, params string[] fragments)
    {
        ArgumentNullException.ThrowIfNull(options);
        string line = Refused("", ExitCode.Usage, Shard(1, 2), Shard(2, 2, options.Split(' ')));
        Assert.All(fragments, fragment => Assert.Contains(fragment, line, StringComparison.Ordinal));
        Assert.Contains(_scratch["shard-2"], line, StringComparison.Ordinal);
    }

    [Fact]
    public void AShardOfAnotherNumberOfShardsIsRefused() =>
        Refused("a number of shards of 3", ExitCode.Usage, Shard(1, 2), Shard(2, 3));

    [Theory]
    [InlineData("stream", "\"other/0\"", "was drawn from stream other/0, this program has ")]
    [InlineData("measuredBy", """{"toys":"0123"}""", "is of another build")]
    [InlineData("judgedBy", """{"toys":"0123"}""", "is of another build")]
    [InlineData("environment", """{"version":"9.9.9"}""", "is of version 9.9.9, this program is ")]
    public void AShardOfAnotherProgramIsRefused(string member, string value, string fragment)
    {
        string[] shards = [Shard(1, 2), Shard(2, 2)];
        Edit(shards[1], audit => audit[member] = JsonNode.Parse(value));
        Assert.Contains(
            shards[1], Refused(fragment, ExitCode.Usage, shards), StringComparison.Ordinal);
    }

    [Fact]
    public void MissingAndDoubledShardsAreNamed()
    {
        Refused("1 shard of 3 is missing: 2/3;", ExitCode.Usage, Shard(1, 3), Shard(3, 3));
        Refused("2 shards of 3 are missing: 1/3, 2/3;", ExitCode.Usage, _scratch["shard-3"]);
        string[] twice = [_scratch["shard-3"], _scratch["shard-1"], _scratch["shard-3"]];
        Refused("shard-3 is given twice", ExitCode.Usage, twice);
        ClaimsInProcess.RunOn(Toys, default, "audit", "--shard", "3/3", "--out", _scratch["again"]);
        string line = Refused("both are shard 3/3", ExitCode.Usage, _scratch["shard-3"], _scratch["again"]);
        Assert.Contains("shard-3 and ", line, StringComparison.Ordinal);
    }

    [Fact]
    public void AWholeAuditAndOneThatHasNotFinishedAreNoShards()
    {
        Run(ExitCode.Undecided, "audit", "--out", Whole);
        Refused("is no shard but a whole audit", ExitCode.Usage, Whole);
        string shard = Shard(1, 1);
        File.Delete(Path.Combine(shard, "audit.json"));
        Refused("has not finished; run claims audit --shard i/n there again", ExitCode.Usage, shard);
        Refused("holds no audit", ExitCode.Usage, _scratch["nowhere"]);
    }

    [Fact]
    public void WhatIsThereIsNotReplaced()
    {
        string[] shards = [Shard(1, 2), Shard(2, 2)];
        foreach (string target in (string[])[shards[0], _scratch["."]])
        {
            RunResult run = ClaimsInProcess.RunOn(Toys, default, ["merge", .. shards, "--out", target]);
            Assert.Equal(ExitCode.Usage, run.ExitCode);
            Assert.Contains("holds something already", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        }

        Directory.CreateDirectory(Merged);
        Run(ExitCode.Undecided, ["merge", .. shards, "--out", Merged]);
    }

    [Fact]
    public void AnInterruptedMergeLeavesNothing()
    {
        string[] shards = [Shard(1, 2), Shard(2, 2)];
        using var interruption = new CancellationTokenSource();
        interruption.Cancel();
        RunResult run = ClaimsInProcess.RunOn(Toys, interruption.Token, ["merge", .. shards, "--out", Merged]);
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.False(Path.Exists(Merged));
    }

    [Fact]
    public void AShardThatIsNotWhatItSaysIsRefused()
    {
        string[] shards = [Shard(1, 2), Shard(2, 2)];
        string result = File.ReadAllText(Path.Combine(shards[0], "audit.json"));
        Edit(shards[0], audit => audit["claims"]![0]!["verdict"] = "refuted");
        Refused("says otherwise of toys/holds than its journal gives", ExitCode.Environment, shards);
        File.WriteAllText(Path.Combine(shards[0], "audit.json"), result);

        string csv = Path.Combine(shards[0], "figures", "toys-of-one.csv");
        string table = File.ReadAllText(csv);
        File.WriteAllText(csv, table.Replace("uniform", "normal", StringComparison.Ordinal));
        Refused("says otherwise of the figure toys/of-one", ExitCode.Environment, shards);
        File.WriteAllText(csv, table);

        string path = Path.Combine(shards[0], "journal.jsonl");
        string[] lines = File.ReadAllLines(path);
        File.WriteAllLines(path, lines[..^3]);
        Refused("lacks what its audit.json rests on (toys/", ExitCode.Environment, shards);
        lines[2] = lines[2].Replace("\"sum\":", "\"sum\":1", StringComparison.Ordinal);
        File.WriteAllLines(path, lines);
        Refused("line 3 of ", ExitCode.Environment, shards);
    }

    private string Refused(string fragment, int exitCode, params string[] shards)
    {
        RunResult run = ClaimsInProcess.RunOn(Toys, default, ["merge", .. shards, "--out", _scratch["refused"]]);
        Assert.False(Path.Exists(_scratch["refused"]));
        Assert.True(exitCode == run.ExitCode, $"{run.ExitCode}: {run.Error}");
        string line = Assert.Single(run.ErrorLines);
        Assert.Contains(fragment, line, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        return line;
    }

    private string Shard(int index, int count, params string[] options)
    {
        string folder = _scratch[$"shard-{index}"];
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        ClaimsInProcess.RunOn(
            Toys, default, ["audit", .. options, "--shard", $"{index}/{count}", "--jobs", "1", "--out", folder]);
        Assert.True(File.Exists(Path.Combine(folder, "audit.json")));
        return folder;
    }

    private static RunResult Run(int exitCode, params string[] arguments)
    {
        RunResult run = ClaimsInProcess.RunOn(Toys, default, arguments);
        Assert.True(exitCode == run.ExitCode, $"{run.ExitCode}: {run.Error}");
        return run;
    }

    // Every file of the one is a file of the other, with the same bytes but for times and their sums; but the journal.
    private void AssertSameFiles()
    {
        string[] files = [.. Files(Whole)];
        Assert.Equal(files, Files(Merged), StringComparer.Ordinal);
        Assert.True(files.Length > 5);
        Assert.All(
            files.Where(file => file is not "journal.jsonl"),
            file => Assert.Equal(Text(Whole, file), Text(Merged, file)));

        string Text(string folder, string file)
        {
            string text = Regex.Replace(
                File.ReadAllText(Path.Combine(folder, file)), @"(?<what>seconds"": ?|time="")[0-9.]+",
                "${what}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
            return file == ResearchObjectCrate.Name
                ? Regex.Replace(
                    text, @"(?<what>""(contentSize|sha256)"": )""[0-9a-f]+""", "${what}",
                    RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10))
                : text;
        }
    }

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<MeasurementUnit> Units(string folder)
    {
        using var journal = Journal.OpenToRead(
            Path.Combine(folder, "journal.jsonl"), JournalHeader.Of(ToySuite.Sound, 5, Tier.Standard));
        return [.. journal.Units.Order()];
    }

    private static JsonNode Result(string folder) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "audit.json")))!;

    private static void Edit(string folder, Action<JsonNode> edit)
    {
        JsonNode audit = Result(folder);
        edit(audit);
        File.WriteAllText(Path.Combine(folder, "audit.json"), audit.ToJsonString());
    }
}
