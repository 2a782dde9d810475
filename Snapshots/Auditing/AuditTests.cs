using System.Text.Json.Nodes;
using System.Xml.Linq;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.CommandLine;
using Verification.Snapshots.CommandLine;
using Verification.Snapshots.Toys;
using Xunit;

namespace Verification.Snapshots.Auditing;

public sealed class AuditTests
{
    [Fact]
    public void TheFolderHoldsVerdictsTableCasesFiguresAndCrate()
    {
        using var scratch = new ScratchFolder();
        RunResult run = ClaimsInProcess.Run("audit", "--tier", "smoke", "--out", scratch["audit"], "--json");
        Assert.Equal(ExitCode.AsExpected, run.ExitCode);
        string folder = scratch["audit"];
        Assert.Equal(File.ReadAllText(Path.Combine(folder, "audit.json")), run.Output);
        Assert.Contains(
            "| `toys/holds` |", File.ReadAllText(Path.Combine(folder, "verdicts.md")), StringComparison.Ordinal);
        Assert.Equal("7", (string?)XDocument.Load(Path.Combine(folder, "junit.xml")).Root!.Attribute("tests"));
        JsonArray graph = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "ro-crate-metadata.json")))![
            "@graph"
        ]!.AsArray();
        JsonNode root = graph.Single(entity => (string?)entity!["@id"] == "./")!;
        Assert.All(root["hasPart"]!.AsArray(), part =>
        {
            string file = (string)part!["@id"]!;
            Assert.True(File.Exists(Path.Combine(folder, file)), file);
            Assert.Contains(graph, entity => (string?)entity!["@id"] == file && (string?)entity["@type"] == "File");
        });
        Assert.DoesNotContain(Directory.EnumerateFiles(folder, "*.tmp", SearchOption.AllDirectories), _ => true);
    }

    [Fact]
    public void PicturesStandInTheCrateAndOutsideOfTheDigest()
    {
        using var scratch = new ScratchFolder();
        string plain = Digest("--out", scratch["audit"]);
        string picture = Path.Combine(scratch["audit"], "figures", "toys-sums.svg");
        Assert.False(File.Exists(picture));
        Assert.Equal(plain, Digest("--svg", "--out", scratch["audit"]));
        string drawn = File.ReadAllText(picture);
        Assert.Contains("law,n,sum", drawn, StringComparison.Ordinal);

        // One that is there is drawn again, whether or not it is asked for.
        File.WriteAllText(picture, "old");
        Assert.Equal(plain, Digest("--out", scratch["audit"]));
        Assert.Equal(drawn, File.ReadAllText(picture));
        Assert.Contains(
            "\"figures/toys-sums.svg\"",
            File.ReadAllText(Path.Combine(scratch["audit"], "ro-crate-metadata.json")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void AFilterDrawsTheFiguresThatShowItsClaims()
    {
        Suite suite = ToySuite.Sound with { Figures = [new ToyFigure(), new ToyFigure("toys/of-one", "toys/holds")] };
        Assert.Equal(["toys/sums", "toys/of-one"], Drawn("holds"), StringComparer.Ordinal);
        Assert.Equal(["toys/sums"], Drawn("erratum"), StringComparer.Ordinal);
        Assert.Equal(["toys/sums", "toys/of-one"], Drawn("toys"), StringComparer.Ordinal);

        IEnumerable<string> Drawn(string filter) => suite
            .FiguresOf(IdFilter.Select(suite.Claims, claim => claim.Id, [filter], "claim"))
            .Select(figure => figure.Id);
    }

    [Fact]
    public void TheAuditAsJsonHasTheDocumentedMembers()
    {
        using var scratch = new ScratchFolder();
        JsonNode audit = ClaimsInProcess.Run("audit", "--out", scratch["audit"], "--json").Json;
        foreach (string member in (string[])["schema", "seed", "tier", "risk", "stream", "digest", "claims"])
            Assert.True(audit.AsObject().ContainsKey(member), member);
        JsonNode erratum = audit["claims"]![1]!;
        foreach (
            string member in (string[])
                ["id", "system", "kind", "title", "verdict", "printed", "evidence", "mutants", "seconds", "digest"])
            Assert.True(erratum.AsObject().ContainsKey(member), member);
        Assert.Equal("holds", (string?)erratum["verdict"]);
        Assert.Equal("refuted", (string?)erratum["printed"]);
        Assert.Equal("counterexample", (string?)erratum["printedEvidence"]!["kind"]);
    }

    [Fact]
    public void TheDigestIsTheSameForAnyNumberOfThreadsAndForARepetition()
    {
        using var scratch = new ScratchFolder();
        string[] digests =
        [
            .. ((string[])["1", "2", "4"]).Select(jobs => Digest("--jobs", jobs, "--out", scratch[jobs])),
            Digest("--jobs", "2", "--out", scratch["1"]),
        ];
        Assert.Single(digests.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void AClaimsDigestDoesNotDependOnTheFilter()
    {
        using var scratch = new ScratchFolder();
        JsonNode whole = ClaimsInProcess.Run("audit", "--out", scratch["a"], "--json").Json;
        JsonNode part = ClaimsInProcess.Run("audit", "*erratum", "--out", scratch["b"], "--json").Json;
        Assert.Equal((string?)whole["claims"]![1]!["digest"], (string?)part["claims"]![0]!["digest"]);
        Assert.NotEqual((string?)whole["digest"], (string?)part["digest"], StringComparer.Ordinal);
    }

    [Fact]
    public void AClaimsDigestDoesNotDependOnItsNeighbors()
    {
        using var scratch = new ScratchFolder();
        Suite more = ToySuite.Unsound with
        {
            Claims = [new ToyClaim("newcomer") { Size = 5 }, .. ToySuite.Unsound.Claims],
        };
        Dictionary<string, string> before = Digests(ToySuite.Unsound, scratch["before"]);
        Dictionary<string, string> after = Digests(more, scratch["after"]);
        Assert.Equal(before.Count + 1, after.Count);
        Assert.All(before, claim => Assert.Equal(claim.Value, after[claim.Key]));
    }

    [Fact]
    public void AnotherSeedHasAnotherDigest()
    {
        using var scratch = new ScratchFolder();
        Assert.NotEqual(
            Digest("--out", scratch["a"]), Digest("--seed", "2", "--out", scratch["b"]), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("toys/holds", ExitCode.AsExpected)]
    [InlineData("toys/refuted", ExitCode.Unexpected)]
    [InlineData("toys/powerless", ExitCode.Unexpected)]
    [InlineData("toys/undecided", ExitCode.Undecided)]
    [InlineData("toys/*", ExitCode.Unexpected)]
    public void TheExitCodeTellsTheWorst(string filter, int exitCode)
    {
        using var scratch = new ScratchFolder();
        RunResult run = ClaimsInProcess.RunOn(ToySuite.Unsound, default, "audit", filter, "--out", scratch["audit"]);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.All(
            run.Output.Replace(scratch["audit"], "DIR", StringComparison.Ordinal).Split('\n'),
            line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void WhatIsNotAsExpectedIsNamed()
    {
        using var scratch = new ScratchFolder();
        string output = ClaimsInProcess.RunOn(ToySuite.Unsound, default, "audit", "--out", scratch["audit"]).Output;
        Assert.Contains("✗ refuted where holds was expected: toys/refuted, claim", output, StringComparison.Ordinal);
        Assert.Contains("✓ holds where refuted was expected: toys/powerless, m1", output, StringComparison.Ordinal);
        Assert.Contains("1 of 4 claims as expected", output, StringComparison.Ordinal);
        XElement[] failures = [.. XDocument.Load(Path.Combine(scratch["audit"], "junit.xml")).Descendants("failure")];
        Assert.Equal(3, failures.Length);
    }

    [Fact]
    public void AnInterruptedAuditSaysHowToContinueAndDoes()
    {
        using var scratch = new ScratchFolder();
        using var interruption = new CancellationTokenSource();
        interruption.Cancel();
        RunResult run = ClaimsInProcess.RunOn(
            ToySuite.Sound, interruption.Token, "audit", "toys/*", "--seed", "3", "--out", scratch["audit"]);
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.EndsWith(
            $"claims audit \"toys/*\" --seed 3 --out {scratch["audit"]}", Assert.Single(run.ErrorLines),
            StringComparison.Ordinal);
        Assert.Equal(
            ExitCode.AsExpected,
            ClaimsInProcess.Run("audit", "toys/*", "--seed", "3", "--out", scratch["audit"]).ExitCode);
    }

    private static Dictionary<string, string> Digests(Suite suite, string folder) =>
        ClaimsInProcess.RunOn(suite, default, ["audit", "--out", folder, "--json"]).Json["claims"]!.AsArray()
            .ToDictionary(claim => (string)claim!["id"]!, claim => (string)claim!["digest"]!, StringComparer.Ordinal);

    private static string Digest(params string[] options) =>
        (string)ClaimsInProcess.Run(["audit", .. options, "--json"]).Json["digest"]!;
}
