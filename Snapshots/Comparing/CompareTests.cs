using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.CommandLine;
using Verification.Reproductions.Comparing;
using Verification.Reproductions.Reporting;
using Verification.Snapshots.CommandLine;
using Verification.Snapshots.Toys;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Snapshots.Comparing;

/// <summary>What <c>claims compare</c> says of two audits of the toys.</summary>
public sealed class CompareTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    private string First => _scratch["first"];

    private string Second => _scratch["second"];

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void TwoRunsOfOneAuditAreTheSameToTheLastBit()
    {
        Audit(First);
        Audit(Second, "--jobs", "1");
        RunResult result = Run(ExitCode.AsExpected, "compare", First, Second);
        Assert.Equal(
            $"first: {First}, 2 claims\nsecond: {Second}, 2 claims\n"
                + "the same to the last bit: 2 claims; 1 of 1 figure the same\n",
            result.Output);
        JsonNode data = Run(ExitCode.AsExpected, "compare", First, Second, "--json").Json;
        Assert.True((bool)data["sameDigest"]!);
        Assert.All(data["claims"]!.AsArray(), claim => Assert.Empty(claim!["moved"]!.AsArray()));
        Assert.All(data["claims"]!.AsArray(), claim => Assert.True((int)claim!["numbers"]! > 2));
    }

    [Fact]
    public void AnotherSeedMovesNumbersAndNoVerdict()
    {
        Audit(First);
        Audit(Second, "--seed", "2");
        RunResult result = Run(ExitCode.AsExpected, "compare", First, Second);
        Assert.Contains("seed: 1 → 2\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("of other sizes or draws", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "no verdict moved; 0 of 2 claims in both are the same to the last bit, numbers of 2 moved",
            result.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        JsonNode claim = Run(ExitCode.AsExpected, "compare", First, Second, "--json").Json["claims"]![0]!;
        JsonNode residual = claim["moved"]!.AsArray().First(
            moved => (string?)moved!["variant"] == "claim" && (string?)moved["name"] == "residual")!;
        Assert.Equal(1e-12, (double)residual["tolerance"]!);
        Assert.Equal(
            Math.Abs((double)residual["second"]! - (double)residual["first"]!) / 1e-12,
            (double)residual["inTolerances"]!);
        Assert.Equal(Residual(First), (double)residual["first"]!);
        Assert.Equal(Residual(Second), (double)residual["second"]!);
    }

    [Fact]
    public void AVerdictThatMovedIsNamedAndEndsWithOne()
    {
        Audit(First);
        Audit(Second);
        Edit(Second, audit => audit["claims"]![1]!["mutants"]![0]!["verdict"] = "undecided");
        RunResult result = Run(ExitCode.Unexpected, "compare", First, Second);
        Assert.Contains("toys/erratum", result.Output, StringComparison.Ordinal);
        Assert.Contains("a wrong bound", result.Output, StringComparison.Ordinal);
        Assert.Contains("1 verdict moved", result.Output, StringComparison.Ordinal);
        JsonNode moved = Assert.Single(
            Run(ExitCode.Unexpected, "compare", First, Second, "--json").Json["verdicts"]!.AsArray())!;
        string?[] told = [.. moved.AsObject().Select(member => (string?)member.Value)];
        Assert.Equal<string?[]>(["toys/erratum", "a wrong bound", "refuted", "undecided"], told);
    }

    [Fact]
    public void WhatOneOfThemLacksIsNamed()
    {
        Audit(First);
        Run(ExitCode.AsExpected, "audit", "toys/holds", "--no-figures", "--out", Second);
        RunResult result = Run(ExitCode.AsExpected, "compare", First, Second);
        Assert.Contains("filters: all → toys/holds\n", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "claims and figures only in the first, 2: toys/erratum, toys/", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("only in the second", result.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 1 claim in both are the same", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAuditThatWasInterruptedIsComparedAsFarAsItsJournalGoes()
    {
        Audit(First);
        Run(ExitCode.AsExpected, "audit", "toys/holds", "--no-figures", "--out", Second);
        File.Delete(Path.Combine(Second, "audit.json"));
        RunResult result = Run(ExitCode.AsExpected, "compare", First, Second);
        Assert.Contains($"second: {Second}, 1 claim, has not finished\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("no verdict moved; 1 of 1 claim", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compare", "nowhere", "nowhere")]
    [InlineData("compare", "nowhere")]
    [InlineData("compare")]
    public void AFolderWithoutAnAuditIsRefusedInOneLine(params string[] arguments) =>
        Assert.StartsWith(
            "claims: ", Assert.Single(ClaimsInProcess.Run(arguments).ErrorLines), StringComparison.Ordinal);

    [Fact]
    public void AResultThatSomebodyEditedInEveryPlaceEndsWithoutADefect()
    {
        Audit(First);
        Audit(Second);
        string whole = File.ReadAllText(Path.Combine(Second, "audit.json"));
        foreach (JsonNode place in Places(JsonNode.Parse(whole)!).Take(400))
        {
            JsonNode edited = JsonNode.Parse(whole)!;
            Replace(edited, place.GetPath(), JsonNode.Parse("""[{"x":[null,"1"]}]""")!);
            File.WriteAllText(Path.Combine(Second, "audit.json"), edited.ToJsonString());
            int exitCode = ClaimsInProcess.Run("compare", First, Second, "--json").ExitCode;
            Assert.True(
                exitCode is ExitCode.AsExpected or ExitCode.Unexpected or ExitCode.Environment,
                $"{place.GetPath()}: {exitCode}");
        }
    }

    /// <summary>A kind of evidence that <c>compare</c> did not know would hide what moved in it.</summary>
    [Fact]
    public void OfEveryKindOfEvidenceTheDecidingNumberIsCompared()
    {
        (string Kind, string Before, string After, string Name, double InTolerances)[] kinds =
        [
            ("certificate", """{"residual":-1,"tolerance":0.5}""", """{"residual":1}""", "residual", 4),
            ("estimate", """{"residual":0,"resolution":0.5}""", """{"residual":1}""", "residual", 2),
            ("slope", """{"slope":2,"resolution":0.25}""", """{"slope":1}""", "slope", 4),
            ("agreement", """{"simulated":3,"resolution":2}""", """{"simulated":4}""", "simulated", 0.5),
            ("share", """{"successes":1,"trials":4,"resolution":0.5}""", """{"successes":3,"trials":4}""", "share", 1),
            (
                "trials", """{"successes":4,"trials":4,"smallestDetectableExcess":0.125}""",
                """{"successes":3,"trials":4}""", "share", 2),
            (
                "rise",
                """
                {"greaterSuccesses":4,"greaterTrials":4,"lesserSuccesses":0,"lesserTrials":2,"lower":-0.5,"upper":0.5}
                """,
                """{"greaterSuccesses":4,"greaterTrials":4,"lesserSuccesses":1,"lesserTrials":2}""", "rise", 1),
            ("limit", """{"distances":[1,2],"resolution":0.5}""", """{"distances":[1,3]}""", "distance 2", 2),
            (
                "counterexample",
                """{"refutation":{"kind":"certificate","statement":"s","residual":1,"tolerance":1}}""",
                """{"refutation":{"kind":"certificate","statement":"s","residual":4}}""", "residual", 3),
            ("not-applicable", "{}", "{}", "", 0),
        ];
        Assert.Equal(
            typeof(Evidence)
                .GetCustomAttributes<JsonDerivedTypeAttribute>()
                .Select(kind => (string?)kind.TypeDiscriminator)
                .Order(StringComparer.Ordinal),
            kinds.Select(kind => kind.Kind).Order(StringComparer.Ordinal));
        Assert.All(kinds, kind =>
        {
            var comparison = AuditComparison.Of(Stating(kind.Kind, kind.Before), Stating(kind.Kind, kind.After));
            MovedNumber[] moved = [.. comparison.Claims.Single().Moved];
            Assert.Equal(kind.Name.Length == 0 ? 0 : 1, moved.Length);
            Assert.All(moved, number => Assert.Equal(
                (kind.Name, (double?)kind.InTolerances), (number.Number.Name, number.InTolerances)));
        });
    }

    [Fact]
    public void TablesAreComparedCellByCell()
    {
        Assert.Null(ComparedFigure.Of("f", "a,b\n1,2\n", "a,b\n1,2\n"));
        ComparedFigure moved = ComparedFigure.Of("f", "a,b\n1,x\n3,\"y,\"\n", "a,b\n1,x\n3.5,\"y,\"\n")!;
        Assert.Equal((false, 2, 1, "a", 0.25), (moved.Reshaped, moved.Cells, moved.Moved, moved.Column, moved.Share));
        Assert.True(ComparedFigure.Of("f", "a,b\n1,x\n", "a,b\n1,z\n")!.Reshaped);
        Assert.True(ComparedFigure.Of("f", "a\n1\n", "a\n1\n2\n")!.Reshaped);
        Assert.True(ComparedFigure.Of("f", "a\n1\n", "b\n1\n")!.Reshaped);
        Assert.True(ComparedFigure.Of("f", "", "b\n1\n")!.Reshaped);
        Assert.True(ComparedFigure.Of("f", "a,b\n1\n", "a,b\n2\n")!.Reshaped);
        Assert.Equal(0.5, ComparedFigure.Of("f", "a\n2\n2\n", "a\n2\n3\n")!.Share);
        Assert.True(double.IsInfinity(ComparedFigure.Of("f", "a\n1\n2\n", "a\n1\n\"\"\n")!.Share));
    }

    private static FoundAudit Stating(string kind, string evidence)
    {
        JsonNode part = JsonNode.Parse(evidence)!;
        (part["kind"], part["statement"]) = (kind, "s");
        return new(
            new()
            {
                ["claims"] = new JsonArray(
                    new JsonObject { ["id"] = "toys/one", ["verdict"] = "holds", ["evidence"] = part }),
            },
            true,
            [],
            []);
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

    // The paths of a document's nodes are those of its copy.
    private static void Replace(JsonNode root, string path, JsonNode by)
    {
        JsonNode? place = Places(root).First(node => node.GetPath() == path);
        if (place.Parent is not null)
            place.ReplaceWith(by);
    }

    private static RunResult Run(int expected, params string[] arguments)
    {
        RunResult result = ClaimsInProcess.RunOn(ToySuite.Sound, default, arguments);
        Assert.True(expected == result.ExitCode, $"{result.ExitCode}: {result.Error}{result.Output}");
        return result;
    }

    private static void Audit(string folder, params string[] options) =>
        Run(ExitCode.AsExpected, ["audit", "--out", folder, .. options]);

    private static void Edit(string folder, Action<JsonNode> edit)
    {
        string path = Path.Combine(folder, "audit.json");
        JsonNode audit = JsonNode.Parse(File.ReadAllText(path))!;
        edit(audit);
        File.WriteAllText(path, audit.ToJsonString());
    }

    private static double Residual(string folder) => (double)
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "audit.json")))!["claims"]![0]!["evidence"]!["residual"]!;
}
