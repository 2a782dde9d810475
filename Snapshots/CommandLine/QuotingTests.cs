using System.Diagnostics;
using System.Text.Json.Nodes;
using Verification.Reproductions.CommandLine;
using Xunit;

namespace Verification.Snapshots.CommandLine;

public sealed class QuotingTests
{
    [Theory]
    [InlineData("toys/holds", "toys/holds")]
    [InlineData("toys/*", "\"toys/*\"")]
    [InlineData("", "\"\"")]
    [InlineData("my folder", "\"my folder\"")]
    [InlineData("it's", "\"it's\"")]
    public void WhatIsPrintedStandsInDoubleQuotes(string word, string pasteable) =>
        Assert.Equal(pasteable, Quoting.Pasteable(word));

    [Theory]
    [InlineData("a b$HOME`id`\"'\\!*?~")]
    [InlineData("'")]
    [InlineData("$'x'")]
    [InlineData("ü %PATH% ^&|<>();")]
    public void AShellReadsBackWhatIsPrinted(string word)
    {
        if (OperatingSystem.IsWindows())
            return;
        var start = new ProcessStartInfo("sh", ["-c", $"printf %s {Quoting.Pasteable(word)}"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using Process shell = Process.Start(start)!;
        Assert.Equal(word, shell.StandardOutput.ReadToEnd());
    }

    [Theory]
    [InlineData("'toys/*'")]
    [InlineData("\"toys/*\"")]
    [InlineData("“toys/*”")]
    [InlineData(" `toys/*` ")]
    public void QuotesThatAShellLeftAroundAFilterAreTakenOff(string filter) =>
        Assert.Equal(2, ClaimsInProcess.Run("list", filter, "--json").Json.AsArray().Count);

    [Fact]
    public void QuotesThatAShellLeftAroundATokenOrIdAreTakenOff()
    {
        string page = ClaimsInProcess.Run("probe", "'toys/holds'", "--variant", "m1").Output;
        string token = page.Split("claims replay ")[1].Trim();
        Assert.Matches("^\"[^\"' ]+\"$", token);
        Assert.Equal(ExitCode.AsExpected, ClaimsInProcess.Run("replay", $"'{token.Trim('"')}'").ExitCode);
        Assert.Equal(ExitCode.AsExpected, ClaimsInProcess.Run("replay", token).ExitCode);
        Assert.Equal(ExitCode.AsExpected, ClaimsInProcess.Run("show", "\"toys/holds\"").ExitCode);
    }

    [Theory]
    [InlineData("'size=9'", "'m1'")]
    [InlineData("size='9'", "\"m1\"")]
    [InlineData("\"size=9\"", "‘m1’")]
    public void QuotesThatAShellLeftAroundASettingOrAVariantAreTakenOff(string setting, string variant)
    {
        JsonNode probed = ClaimsInProcess
            .Run("probe", "toys/holds", "--set", setting, "--variant", variant, "--json")
            .Json;
        Assert.Equal("m1", (string?)probed["variant"]);
        Assert.Equal("9", (string?)probed["parameters"]!["size"]);
    }

    [Fact]
    public void WhatReproduceWroteIsListedAsData()
    {
        using var scratch = new ScratchFolder();
        JsonArray written = ClaimsInProcess
            .Run("reproduce", "'toys/*'", "--out", scratch["figures"], "--json")
            .Json.AsArray();
        JsonNode figure = Assert.Single(written)!;
        Assert.Equal("toys/sums", (string?)figure["id"]);
        Assert.True(File.Exists((string)figure["csv"]!));
        Assert.True(File.Exists((string)figure["specification"]!));
    }
}
