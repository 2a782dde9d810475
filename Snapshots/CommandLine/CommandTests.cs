using System.Globalization;
using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.CommandLine;
using Verification.Snapshots.Toys;
using Xunit;

namespace Verification.Snapshots.CommandLine;

public sealed class CommandTests
{
    private static readonly string[] ListMembers =
    [
        "id",
        "system",
        "kind",
        "title",
        "source",
        "guarantee",
        "quotations",
        "printed",
        "status",
        "corrected",
        "hypotheses",
        "mutants",
    ];
    private static readonly string[] ProbeMembers =
    [
        "id",
        "variant",
        "parameters",
        "verdict",
        "measured",
        "evidence",
        "wouldDecide",
    ];

    [Fact]
    public void WithoutArgumentsTheCommandsAreListed()
    {
        RunResult run = ClaimsInProcess.Run();
        Assert.Equal(ExitCode.AsExpected, run.ExitCode);
        foreach (string command in (string[])["list", "show", "audit", "probe", "replay", "reproduce"])
            Assert.Contains($"  {command} ", run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public void TheVersionNamesTheStream()
    {
        Assert.Equal("claims 0.1.0 (stream philox4x32-10/box-muller/1)\n", ClaimsInProcess.Run("--version").Output);
    }

    [Fact]
    public void TheListShowsEachIdOnItsOwnLineWithinEightyColumns()
    {
        string[] lines = ClaimsInProcess.Run("list").Output.Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.All(lines, line => Assert.Equal(line.TrimEnd(), line));
        Assert.Contains(
            lines,
            line =>
                line.StartsWith("toys/holds ", StringComparison.Ordinal)
                && line.Contains("stands", StringComparison.Ordinal));
        Assert.Contains(
            lines,
            line =>
                line.StartsWith("toys/erratum ", StringComparison.Ordinal)
                && line.Contains("erratum ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("toys/*", 2)]
    [InlineData("*hold?", 1)]
    [InlineData("toys/erratum", 1)]
    public void FiltersAreGlobsOnIds(string filter, int count)
    {
        Assert.Equal(count, ClaimsInProcess.Run("list", filter, "--json").Json.AsArray().Count);
    }

    [Fact]
    public void TheListAsJsonHasTheDocumentedMembers()
    {
        JsonArray claims = ClaimsInProcess.Run("list", "--json").Json.AsArray();
        Assert.All(
            claims,
            claim => Assert.Equal(ListMembers, claim!.AsObject().Select(member => member.Key), StringComparer.Ordinal));
        Assert.Null(claims[0]!["corrected"]);
        Assert.Equal(@"\sum_i u_i \le n", (string?)claims[1]!["corrected"]);
        Assert.Equal("a wrong bound", (string?)claims[0]!["mutants"]![0]);
    }

    [Fact]
    public void AShownClaimNamesPrintedFormReasonVariantsAndParametersWithinEightyColumns()
    {
        string page = ClaimsInProcess.Run("show", "toys/erratum").Output;
        Assert.All(page.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        foreach (
            string fragment in (string[])
                [
                    "Σᵢuᵢ ≤ n",
                    "false as printed",
                    "The printed bound is negative.",
                    "printed",
                    "m2",
                    "how many numbers: 1 to 100. Default 7",
                    "claims probe toys/erratum --set",
                ])
            Assert.Contains(fragment, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claim", "holds", ExitCode.AsExpected)]
    [InlineData("printed", "refuted", ExitCode.Unexpected)]
    [InlineData("m1", "refuted", ExitCode.Unexpected)]
    public void AProbeExaminesOneVariant(string variant, string verdict, int exitCode)
    {
        RunResult run = ClaimsInProcess.Run("probe", "toys/erratum", "--variant", variant, "--json");
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(ProbeMembers, run.Json.AsObject().Select(member => member.Key), StringComparer.Ordinal);
        Assert.Equal(verdict, (string?)run.Json["verdict"]);
    }

    [Fact]
    public void AProbeTakesSeveralSettingsInEitherForm()
    {
        JsonNode together = ClaimsInProcess.Run("probe", "toys/holds", "--set", "size=9", "bound=2", "--json").Json;
        JsonNode apart = ClaimsInProcess
            .Run("probe", "--set", "size=9", "--set", "bound=2", "--json", "--", "toys/holds")
            .Json;
        Assert.Equal("9", (string?)together["parameters"]!["size"]);
        Assert.Equal(together.ToJsonString(), apart.ToJsonString());
    }

    [Fact]
    public void AnUndecidedProbeHasItsOwnExitCode()
    {
        RunResult run = ClaimsInProcess.Run("probe", "toys/holds", "--set", "tolerance=5");
        Assert.Equal(ExitCode.Undecided, run.ExitCode);
        Assert.Contains(
            "rounding errors exceed the smallest violation that matters",
            string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void ACounterexampleIsRefutedAgainByItsToken()
    {
        using var scratch = new ScratchFolder();
        JsonNode audit = ClaimsInProcess.Run("audit", "--out", scratch["audit"], "--json").Json;
        JsonNode counterexample = audit["claims"]![0]!["mutants"]![0]!["evidence"]!;
        RunResult replay = ClaimsInProcess.Run("replay", (string)counterexample["replay"]!, "--json");
        Assert.Equal(ExitCode.AsExpected, replay.ExitCode);
        Assert.True((bool)replay.Json["refuted"]!);
        Assert.Equal(counterexample["measured"]!.ToJsonString(), replay.Json["measured"]!.ToJsonString());
    }

    [Fact]
    public void FiguresAreDrawnAsDataAndChart()
    {
        using var scratch = new ScratchFolder();
        RunResult run = ClaimsInProcess.Run("reproduce", "toys/*", "--out", scratch["figures"]);
        Assert.Equal(ExitCode.AsExpected, run.ExitCode);
        string[] lines = File.ReadAllText(Path.Combine(scratch["figures"], "toys-sums.csv")).Split('\n');
        Assert.Equal("law,n,sum", lines[0]);
        Assert.Equal(4, lines.Length);
        JsonNode chart = JsonNode.Parse(File.ReadAllText(Path.Combine(scratch["figures"], "toys-sums.vl.json")))!;
        Assert.Equal("https://vega.github.io/schema/vega-lite/v6.json", (string?)chart["$schema"]);
        Assert.Equal("toys-sums.csv", (string?)chart["data"]!["url"]);
    }

    [Theory]
    [InlineData("svg", "toys-sums.svg")]
    [InlineData("svg, csv,svg", "toys-sums.csv toys-sums.svg")]
    [InlineData("vega", "toys-sums.vl.json")]
    [InlineData(null, "toys-sums.csv toys-sums.svg toys-sums.vl.json")]
    public void FiguresAreWrittenInTheFormatsAskedFor(string? format, string files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var scratch = new ScratchFolder();
        string[] options = format is null ? [] : ["--format", format];
        RunResult run = ClaimsInProcess.Run(["reproduce", "sums", "--out", scratch["figures"], .. options]);
        Assert.Equal(ExitCode.AsExpected, run.ExitCode);
        Assert.Equal(files.Split(' '), Names(scratch["figures"]), StringComparer.Ordinal);
    }

    [Fact]
    public void AProgramWithoutPicturesSaysSoAndDrawsTheRest()
    {
        using var scratch = new ScratchFolder();
        Suite suite = ToySuite.Sound with { Pictures = null };
        RunResult run = ClaimsInProcess.RunOn(suite, default, "reproduce", "--out", scratch["figures"]);
        Assert.Equal(ExitCode.AsExpected, run.ExitCode);
        Assert.Contains("draws no SVG.\n", run.Output + run.Error, StringComparison.Ordinal);
        Assert.Equal(["toys-sums.csv", "toys-sums.vl.json"], Names(scratch["figures"]), StringComparer.Ordinal);
        foreach (string command in (string[])["reproduce --format svg", "audit --svg"])
        {
            RunResult refused = ClaimsInProcess.RunOn(
                suite, default, [.. command.Split(' '), "--out", scratch["none"]]);
            Assert.Equal(ExitCode.Environment, refused.ExitCode);
            Assert.Contains("without Node", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
            Assert.False(Path.Exists(scratch["none"]));
        }
    }

    [Fact]
    public void EveryClaimOfTheCatalogueIsShownWithinEightyColumns()
    {
        Assert.All(Suite.Whole.Claims, claim =>
        {
            string page = ClaimsInProcess.RunOn(Suite.Whole, default, "show", claim.Id).Output;
            Assert.All(page.Split('\n'), line => Assert.InRange(new StringInfo(line).LengthInTextElements, 0, 80));

            // Quotations are verbatim: commands outside of a document's own dollar signs stay as they stand there.
            if (!claim.Quotations.Any(quotation => quotation.Contains('\\', StringComparison.Ordinal)))
                Assert.DoesNotContain("\\", page, StringComparison.Ordinal);
        });
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
