using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.CommandLine;
using Verification.Snapshots.CommandLine;
using Verification.Snapshots.Toys;
using Xunit;

namespace Verification.Snapshots.Verifying;

/// <summary>What <c>claims verify</c> says of audits of the toys, whole and tampered with.</summary>
public sealed class VerifyTests : IDisposable
{
    private static readonly Suite Toys = ToySuite.Sound with
    {
        Claims = [.. ToySuite.Sound.Claims, new ToyClaim("with-a-refused-size") { Refused = 1, Measured = "toys/two" }],
    };

    private static readonly string[] Odd =
    [
        """[{"x":[null,"1"]}]""", "\"\"", "null", "-1", "1e300", "\"a\\u0000b\"", "\"../../x\"", "{}", "[]", "true",
    ];

    private readonly ScratchFolder _scratch = new();

    private string Folder => _scratch["audit"];

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData()]
    [InlineData("toys/holds", "--seed", "18446744073709551615", "--tier", "smoke")]
    [InlineData("--risk", "0.02", "--no-figures")]
    [InlineData("--svg")]
    [InlineData("--shard", "1/2")]
    [InlineData("--shard", "3/3")]
    public void AnAuditIsWhatItSaysAndComesOutAgain(params string[] options)
    {
        Audit(options);
        Dictionary<string, string> before = Contents();
        RunResult files = Verify(ExitCode.AsExpected, "--only-files");
        Assert.EndsWith("as journal and sums have them\n✓ as published, files only\n", files.Output);
        RunResult again = Verify(ExitCode.AsExpected);
        Assert.EndsWith("✓ as published, measured again\n", again.Output);
        Assert.Contains("the same to the last bit", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, Contents());
    }

    [Fact]
    public void AMergedAuditIsVerifiedLikeAnyOther()
    {
        string[] shards = [_scratch["1"], _scratch["2"]];
        foreach ((int i, string shard) in shards.Index())
            ClaimsInProcess.RunOn(Toys, default, "audit", "--shard", $"{i + 1}/2", "--out", shard);
        ClaimsInProcess.RunOn(Toys, default, ["merge", .. shards, "--out", Folder]);
        Verify(ExitCode.AsExpected);
    }

    [Fact]
    public void WhatIsFoundIsData()
    {
        Audit();
        JsonNode data = Verify(ExitCode.AsExpected, "--json").Json;
        Assert.Equal(
            ["folder", "digest", "same", "files", "faults", "remarks", "measuredAgain"],
            data.AsObject().Select(member => member.Key),
            StringComparer.Ordinal);
        Assert.Equal(Result()["digest"]!.ToString(), (string?)data["digest"]);
        Assert.True((bool)data["same"]!);
        Assert.True((bool)data["measuredAgain"]!["sameDigest"]!);
        Assert.Equal(Contents().Count, (int)data["files"]!);
        Assert.Null(Verify(ExitCode.AsExpected, "--json", "--only-files").Json["measuredAgain"]);
    }

    /// <summary>Every file, each at one place; the one that was touched is named and no other.</summary>
    [Theory]
    [InlineData("audit.json", "\"verdict\": \"holds\"", "\"verdict\": \"refuted\"", "claims[toys/holds].verdict is ")]
    [InlineData("audit.json", "\"residual\": -", "\"residual\": -9", "claims[toys/holds].evidence.residual is -")]
    [InlineData("audit.json", "\"digest\": \"", "\"digest\": \"0", "digest is \"0")]
    [InlineData("audit.json", "\"seed\": ", "\"seed\" : ", "is not what the journal gives: line ")]
    [InlineData("verdicts.md", "holds", "refuted", "is not what the journal gives: line ")]
    [InlineData("junit.xml", "failures=\"0\"", "failures=\"1\"", "is not what the journal gives: line ")]
    [InlineData("codecheck.yml", "Sums", "Products", "is not what the journal gives: line ")]
    [InlineData("figures/toys-sums.csv", "uniform", "normal", "is not what the journal gives: line 2")]
    [InlineData("figures/toys-sums.vl.json", "Sums", "Products", "is not what the journal gives: ")]
    [InlineData("figures/toys-sums.svg", "law", "rule", "has another SHA-256 than ro-crate-metadata.json says")]
    [InlineData("report.html", "toys/holds", "toys/holes", "is not what the journal gives: line 1")]
    [InlineData("ro-crate-metadata.json", "Table of verdicts", "No verdicts", "is not what the journal gives: @graph[")]
    [InlineData("journal.jsonl", "\"sum\":", "\"sum\":1", "the checksum of line 2 does not fit")]
    public void AFileThatWasEditedIsNamedAndNoOther(string file, string text, string other, string reason)
    {
        Audit("--svg");
        Edit(file, text, other);
        AssertNamed(file, reason);
    }

    /// <summary>Nothing that is measured says how long it took or where; the page and the sum do.</summary>
    [Theory]
    [InlineData("\"jobs\": ", "\"jobs\": 1")]
    [InlineData("\"seconds\": ", "\"seconds\": 1")]
    public void TimesAndPlaceAreHeldByTheSum(string text, string other)
    {
        Audit();
        Edit("audit.json", text, other);
        Assert.Contains(
            "✗ audit.json has another SHA-256 than ro-crate-metadata.json says",
            Verify(ExitCode.Unexpected, "--only-files").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verdicts.md")]
    [InlineData("junit.xml")]
    [InlineData("codecheck.yml")]
    [InlineData("figures/toys-sums.csv")]
    [InlineData("figures/toys-sums.vl.json")]
    [InlineData("figures/toys-sums.svg")]
    [InlineData("report.html")]
    [InlineData("ro-crate-metadata.json")]
    [InlineData("journal.jsonl")]
    public void AFileThatIsMissingIsNamedAndNoOther(string file)
    {
        Audit("--svg");
        File.Delete(Path.Combine(Folder, file));
        AssertNamed(file, "is missing");
    }

    /// <summary>Whoever enters the new sum too is found out by what the journal gives.</summary>
    [Theory]
    [InlineData("verdicts.md", "holds", "refuted")]
    [InlineData("figures/toys-sums.csv", "uniform", "normal")]
    [InlineData("report.html", "toys/holds", "toys/holes")]
    public void AnEditedFileWithItsSumIsNoticed(string file, string text, string other)
    {
        Audit();
        string before = Sum(file);
        Edit(file, text, other);
        Edit(ResearchObjectCrate.Name, before, Sum(file));
        string output = Verify(ExitCode.Unexpected, "--only-files").Output;
        Assert.Contains($"✗ {file} is not what the journal gives", output, StringComparison.Ordinal);
        Assert.Contains("✗ ro-crate-metadata.json is not what", output, StringComparison.Ordinal);
    }

    /// <summary>A forged journal, with all its checksums, all files made of it, and all sums, is an audit in itself:
    /// only measuring tells it from another.</summary>
    [Fact]
    public void AForgeryThatFitsTogetherIsFoundByMeasuring()
    {
        Audit();
        string journal = Path.Combine(Folder, "journal.jsonl");
        string forged = File.ReadAllText(journal);
        File.WriteAllText(journal, Sealed(Replaced(forged, "\"sum\":", "\"sum\":-1")));
        File.Delete(Path.Combine(Folder, "audit.json"));
        Audit();
        Verify(ExitCode.AsExpected, "--only-files");
        RunResult run = Verify(ExitCode.Unexpected);
        Assert.Contains("✗ journal.jsonl is not what is measured in 1 of its units: toys/", run.Output);
        JsonNode data = Verify(ExitCode.Unexpected, "--json").Json;
        Assert.False((bool)data["same"]!);
        Assert.False((bool)data["measuredAgain"]!["sameDigest"]!);
    }

    [Fact]
    public void AJournalThatIsTooShortIsNamed()
    {
        Audit();
        string path = Path.Combine(Folder, "journal.jsonl");
        File.WriteAllLines(path, File.ReadAllLines(path)[..^2]);
        AssertNamed("journal.jsonl", "lacks what audit.json rests on: toys/");
        File.AppendAllText(path, "{\"unit\":");
        AssertNamed("journal.jsonl", "was edited or damaged");
        File.WriteAllText(path, "garbage\n");
        AssertNamed("journal.jsonl", "was edited or damaged");
        File.WriteAllText(path, "");
        AssertNamed("journal.jsonl", "was edited or damaged");
    }

    [Fact]
    public void SettingsOfAnotherAuditDoNotFitItsJournal()
    {
        Audit();
        Edit("audit.json", "\"seed\": \"1\"", "\"seed\": \"2\"");
        Assert.Contains(
            "✗ journal.jsonl says 1 where audit.json says 2", Verify(ExitCode.Unexpected, "--only-files").Output);
        Assert.Contains("✗ not as published, measured again: ", Verify(ExitCode.Unexpected).Output);
    }

    [Fact]
    public void WhatOtherCodeMeasuredIsJudgedAndSaidToBeIts()
    {
        Audit();
        string code = Result()["measuredBy"]!["toys"]!.ToString();
        string journal = Path.Combine(Folder, "journal.jsonl");
        File.WriteAllText(
            journal, Sealed(File.ReadAllText(journal).Replace($"@{code}", "@0123", StringComparison.Ordinal)));
        string before = Sum("audit.json");
        Edit("audit.json", $"\"{code}\"", "\"0123\"");
        JsonNode crate = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, ResearchObjectCrate.Name)))!;
        foreach (JsonNode file in crate["@graph"]!.AsArray().OfType<JsonNode>())
        {
            if ((string?)file["@id"] is "journal.jsonl" or "audit.json")
            {
                string path = Path.Combine(Folder, (string)file["@id"]!);
                file["sha256"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
                file["contentSize"] = new FileInfo(path).Length.ToString(
                    System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        File.WriteAllText(Path.Combine(Folder, ResearchObjectCrate.Name), IndentedJson.Write(crate));
        Assert.NotEqual(before, Sum("audit.json"), StringComparer.Ordinal);
        RunResult run = Verify(ExitCode.AsExpected, "--only-files");
        Assert.Contains("toys was measured or judged by other code than this program's", run.Output);
        Verify(ExitCode.AsExpected);
    }

    [Fact]
    public void WhateverSomebodyPutsIntoResultOrCrateIsFoundWithoutADefect()
    {
        Audit();
        foreach (string file in (string[])["audit.json", ResearchObjectCrate.Name])
        {
            string path = Path.Combine(Folder, file);
            string whole = File.ReadAllText(path);
            string[] places = [.. Places(JsonNode.Parse(whole)!).Select(node => node.GetPath())];
            foreach ((int i, string place) in places.Index())
            {
                if (i % 7 > 0)
                    continue;
                JsonNode edited = JsonNode.Parse(whole)!;
                JsonNode node = Places(edited).ElementAt(i);
                Assert.Equal(place, node.GetPath());
                if (node.Parent is null)
                    continue;
                node.ReplaceWith(JsonNode.Parse(Odd[i / 7 % Odd.Length]));
                File.WriteAllText(path, edited.ToJsonString());
                int exitCode = ClaimsInProcess.RunOn(Toys, default, "verify", Folder, "--only-files").ExitCode;
                Assert.True(exitCode is ExitCode.Unexpected or ExitCode.Environment, $"{file} {place}: {exitCode}");
            }

            File.WriteAllText(path, whole);
        }

        Verify(ExitCode.AsExpected, "--only-files");
    }

    [Theory]
    [InlineData("""{"@graph":[]}""")]
    [InlineData("""{"@graph":[{"@id":"..","sha256":"","contentSize":"0"}]}""")]
    [InlineData("""{"@graph":[{"@id":"a\u0000b","sha256":"","contentSize":"0"}]}""")]
    [InlineData("""{"@graph":[{"@id":"/etc/passwd","sha256":"","contentSize":"0"},7,null]}""")]
    [InlineData("[]")]
    [InlineData("")]
    public void ACrateThatIsNoneIsNamedAndNoOther(string crate)
    {
        Audit();
        File.WriteAllText(Path.Combine(Folder, ResearchObjectCrate.Name), crate);
        AssertNamed(ResearchObjectCrate.Name, "");
    }

    [Fact]
    public void WhatLiesBesideIsNoFault()
    {
        Audit();
        File.WriteAllText(Path.Combine(Folder, "README"), "mine");
        Assert.Contains("no part of the audit: README\n", Verify(ExitCode.AsExpected, "--only-files").Output);
    }

    [Fact]
    public void APageThatCannotBeMadeAgainIsSaidToBeUnread()
    {
        Audit();
        RunResult run = ClaimsInProcess.RunOn(
            Toys with { ReportPage = null }, default, "verify", Folder, "--only-files");
        Assert.Equal(ExitCode.AsExpected, run.ExitCode);
        Assert.Contains("report.html was not made again", run.Output, StringComparison.Ordinal);
        Edit("report.html", "toys/holds", "toys/holes");
        Assert.Equal(
            ExitCode.Unexpected,
            ClaimsInProcess.RunOn(Toys with { ReportPage = null }, default, "verify", Folder).ExitCode);
    }

    [Theory]
    [InlineData("{", "is no result of an audit")]
    [InlineData("""{"schema":99,"claims":[]}""", "has schema 99")]
    [InlineData(null, "\"tier\": \"huge\"")]
    [InlineData(null, "\"seed\": -1")]
    [InlineData(null, "\"risk\": 2")]
    [InlineData(null, "\"filters\": [3.5e]")]
    public void WhatCannotBeReadEndsWithFour(string? text, string told)
    {
        ArgumentNullException.ThrowIfNull(told);
        Audit();
        if (text is null)
        {
            string member = told.Split(':')[0];
            string[] lines = File.ReadAllLines(Path.Combine(Folder, "audit.json"));
            int line = Array.FindIndex(lines, line => line.Contains(member, StringComparison.Ordinal));
            lines[line] = $"  {told},";
            File.WriteAllLines(Path.Combine(Folder, "audit.json"), lines);
            told = "is no result of an audit";
        }
        else
        {
            File.WriteAllText(Path.Combine(Folder, "audit.json"), text);
        }

        Assert.Contains(told, Assert.Single(Verify(ExitCode.Environment).ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void AFilterThatThisProgramDoesNotKnowEndsWithFour()
    {
        Audit("toys/holds");
        Edit("audit.json", "\"toys/holds\"", "\"toys/gone\"");
        Assert.Contains(
            "an audit of 'toys/gone', which is no claim of this program",
            Assert.Single(Verify(ExitCode.Environment).ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderWithoutAFinishedAuditIsRefused()
    {
        Assert.Contains("holds no audit", Assert.Single(Verify(ExitCode.Usage).ErrorLines), StringComparison.Ordinal);
        Audit();
        File.Delete(Path.Combine(Folder, "audit.json"));
        Assert.Contains(
            "has not finished", Assert.Single(Verify(ExitCode.Usage).ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsMeasuredAgainIsKeptWhereItIsAskedFor()
    {
        Audit();
        Verify(ExitCode.AsExpected, "--out", _scratch["again"]);
        Assert.Equal(
            Result()["digest"]!.ToString(),
            JsonNode.Parse(File.ReadAllText(Path.Combine(_scratch["again"], "audit.json")))!["digest"]!.ToString());
        Assert.Contains(
            "is the audit itself", Assert.Single(Verify(ExitCode.Usage, "--out", Folder).ErrorLines));
        Assert.Contains(
            "give one of them",
            Assert.Single(Verify(ExitCode.Usage, "--only-files", "--out", Folder).ErrorLines));
        Assert.Contains(
            "give one of them",
            Assert.Single(Verify(ExitCode.Usage, "--only-files", "--out", _scratch["again"]).ErrorLines));
    }

    [Fact]
    public void AnInterruptedSecondRunSaysHowToContinue()
    {
        Audit();
        using var interruption = new CancellationTokenSource();
        interruption.Cancel();
        RunResult run = ClaimsInProcess.RunOn(Toys, interruption.Token, "verify", Folder);
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Single(run.ErrorLines);
    }

    private static IEnumerable<JsonNode> Places(JsonNode node) => node switch
    {
        JsonObject members => members
            .Select(member => member.Value)
            .OfType<JsonNode>()
            .SelectMany(Places)
            .Prepend(node),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Places).Prepend(node),
        _ => [node],
    };

    private void AssertNamed(string file, string reason)
    {
        JsonNode[] faults =
        [
            .. Verify(ExitCode.Unexpected, "--only-files", "--json").Json["faults"]!.AsArray().OfType<JsonNode>(),
        ];
        Assert.All(faults, fault => Assert.Equal(file, (string?)fault["file"]));
        Assert.Contains(faults, fault => ((string)fault["reason"]!).Contains(reason, StringComparison.Ordinal));
        Assert.EndsWith(
            $"✗ not as published, files only: {file}\n", Verify(ExitCode.Unexpected, "--only-files").Output);
    }

    private void Audit(params string[] options)
    {
        RunResult run = ClaimsInProcess.RunOn(Toys, default, ["audit", .. options, "--out", Folder]);
        Assert.True(run.ExitCode is ExitCode.AsExpected or ExitCode.Unexpected, run.Error);
    }

    private RunResult Verify(int exitCode, params string[] options)
    {
        RunResult run = ClaimsInProcess.RunOn(Toys, default, ["verify", Folder, .. options]);
        Assert.True(exitCode == run.ExitCode, $"{run.ExitCode}: {run.Error}{run.Output}");
        return run;
    }

    private JsonNode Result() => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "audit.json")))!;

    private string Sum(string file) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, file))));

    private void Edit(string file, string text, string other)
    {
        string path = Path.Combine(Folder, file);
        File.WriteAllText(path, Replaced(File.ReadAllText(path), text, other));
    }

    // The first place, which has to be there.
    private static string Replaced(string all, string text, string other)
    {
        int place = all.IndexOf(text, StringComparison.Ordinal);
        Assert.True(place >= 0, text);
        return $"{all[..place]}{other}{all[(place + text.Length)..]}";
    }

    private Dictionary<string, string> Contents() => Directory
        .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .ToDictionary(path => path, File.ReadAllText, StringComparer.Ordinal);

    // As somebody would who computes all checksums anew.
    private static string Sealed(string journal)
    {
        const string Mark = ",\"checksum\":\"";
        string predecessor = "";
        string[] lines = journal.Split('\n');
        for (int i = 0; i < lines.Length - 1; i++)
        {
            string body = lines[i][..lines[i].LastIndexOf(Mark, StringComparison.Ordinal)];
            byte[] sum = SHA256.HashData(Encoding.UTF8.GetBytes($"{predecessor}\n{body}"));
            predecessor = Convert.ToHexStringLower(sum)[..16];
            lines[i] = $"{body}{Mark}{predecessor}\"}}";
        }

        return string.Join('\n', lines);
    }
}
