using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;
using Verification.Snapshots.CommandLine;
using Verification.Snapshots.Documents;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Snapshots.Auditing;

/// <summary>The files of counterexamples, checked by a program that shares nothing with ours.</summary>
public sealed class CounterexampleFileTests
{
    [Fact]
    public void AnotherProgramChecksThoseOfTheCatalogue()
    {
        using var scratch = new ScratchFolder();
        Claim[] claims = [.. Catalogue.Claims.Where(claim => claim.AsPrinted is not null)];
        foreach (Claim claim in claims)
            Write(scratch, claim, Text(claim));
        (int exitCode, string output) = Check(scratch["counterexamples"]);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(exitCode == 0, output);
        Assert.Equal(claims.Length + 1, lines.Length);
        Assert.Equal(
            claims.Count(claim => claim.PrintedCounterexample?.Fails.Count > 0),
            lines.Count(line => line.StartsWith("ok ", StringComparison.Ordinal)));
        Assert.EndsWith(", 0 failed", lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data/W/0/0", "1", "listed as what")]
    [InlineData("fails/0/sides/0/left/0/0", "1", "the sides are not those that the file gives")]
    [InlineData("fails/0/relation", "W != T", "is True, and listed as what fails")]
    [InlineData("holds/0/relation", "W @ ", "it cannot be read")]
    [InlineData("holds/0/relation", "open(1) == 2", "it cannot be read")]
    [InlineData("where/gradient", "__import__", "it cannot be read")]
    public void WhatWasTamperedWithFails(string place, string value, string complaint)
    {
        using var scratch = new ScratchFolder();
        Claim claim = Catalogue.Claims.Single(claim => claim.Id == "quadratic-networks/teacher-identification");
        JsonNode file = JsonNode.Parse(Text(claim))!;
        string[] steps = place.Split('/');
        JsonNode at = steps[..^1].Aggregate(file, (node, step) => node is JsonArray list
            ? list[int.Parse(step, null)]!
            : node[step]!);
        if (at is JsonArray entries)
            entries[int.Parse(steps[^1], null)] = value;
        else
            at[steps[^1]] = value;
        Write(scratch, claim, file.ToJsonString());
        (int exitCode, string output) = Check(scratch["counterexamples"]);
        Assert.Equal(1, exitCode);
        Assert.Contains(complaint, output, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderWithoutAnyIsRefused()
    {
        using var scratch = new ScratchFolder();
        Assert.Equal(2, Check(scratch["counterexamples"]).ExitCode);
    }

    /// <summary>Every printed form of the audited toys that is refuted has its file, and none is written down for
    /// them.</summary>
    [Fact]
    public void AnAuditWritesAFileForEachRefutedPrintedForm()
    {
        using var scratch = new ScratchFolder();
        ClaimsInProcess.Run("audit", "--tier", "smoke", "--out", scratch["audit"]);
        JsonNode audit = JsonNode.Parse(File.ReadAllText(Path.Combine(scratch["audit"], "audit.json")))!;
        string[] refuted =
        [
            .. audit["claims"]!.AsArray()
                .Where(claim => (string?)claim!["printed"] == "refuted")
                .Select(claim => $"{((string)claim!["id"]!).Replace('/', '-')}.json"),
        ];
        Assert.NotEmpty(refuted);
        string folder = Path.Combine(scratch["audit"], CounterexampleFile.FolderName);
        Assert.Equal(
            refuted.Order(StringComparer.Ordinal),
            Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        (int exitCode, string output) = Check(folder);
        Assert.Equal(0, exitCode);
        Assert.All(
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[..^1],
            line => Assert.StartsWith("none ", line, StringComparison.Ordinal));
    }

    private static string Text(Claim claim)
    {
        Variant printed = Variant.Of(claim).Single(variant => variant.Role == VariantRole.Printed);
        var evidence = new NotApplicable { Statement = claim.Title, Reason = "nothing is measured here" };
        var measured = new Dictionary<string, double>(StringComparer.Ordinal);
        return CounterexampleFile.Of(new(printed, new(evidence, measured)));
    }

    private static void Write(ScratchFolder scratch, Claim claim, string text)
    {
        string path = scratch[CounterexampleFile.PathOf(claim)];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static (int ExitCode, string Output) Check(string folder)
    {
        var start = new ProcessStartInfo(
            "python3", [Path.Combine(Checkout.Root, "docs", "check_counterexamples.py"), folder])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        try
        {
            using Process process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output);
        }
        catch (Win32Exception absent)
        {
            throw new InvalidOperationException(
                "There is no python3, which checks the counterexamples independently; install it.", absent);
        }
    }
}
