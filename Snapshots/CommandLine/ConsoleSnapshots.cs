using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.CommandLine;
using Verification.Snapshots.Toys;
using Verification.Spec;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.CommandLine;

/// <summary>What <c>claims</c> prints of the catalogue, at 80 columns.</summary>
public sealed class ConsoleSnapshots
{
    public static TheoryData<string> Systems =>
        [.. Catalogue.Claims.Select(claim => claim.System).Distinct(StringComparer.Ordinal)];

    /// <summary>Of the toys: what a list shows of a claim stands in the pin of the claim.</summary>
    [Fact]
    public async Task TheList() => await Verifier.Verify(Output(ToySuite.Sound, "list"));

    /// <summary>What a command says of itself; the number of threads is the machine's, and the program's name that of
    /// the process.</summary>
    [Theory]
    [InlineData("claims")]
    [InlineData("audit")]
    [InlineData("merge")]
    [InlineData("pack")]
    [InlineData("verify")]
    [InlineData("compare")]
    public async Task TheHelpOf(string command)
    {
        string[] words = command == "claims" ? ["--help"] : [command, "--help"];
        string help = Output(ToySuite.Sound, words);
        foreach ((string found, string shown) in new[]
        {
            ($@"\s+\[default: {Environment.ProcessorCount}\]", " [default: processors]"),
            (@"(?<=Usage:\n  )\S+", "claims"),
            (@" +(?=\n)", ""),
        })
            help = Regex.Replace(help, found, shown, RegexOptions.None, TimeSpan.FromSeconds(10));
        await Verifier.Verify(help).UseParameters(command);
    }

    [Fact]
    public async Task TheListAsData() => await Verifier.Verify(Output(ToySuite.Sound, "list", "--json"), "json");

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task WhatIsNotExaminedIn(string system) =>
        await Verifier.Verify(Output("list", $"{system}/*", "--not-examined")).UseParameters(system);

    [Fact]
    public void TheWholeListNamesEveryClaimInItsOrder()
    {
        IEnumerable<string> ids = Catalogue.Claims.Select(claim => claim.Id);
        Assert.Equal(ids, Ids(Output("list", "--json")), StringComparer.Ordinal);
        Assert.Equal(
            ids,
            Output("list").Split('\n').Select(line => line.Split(' ')[0]).Where(word => word.Contains('/')),
            StringComparer.Ordinal);
    }

    public static TheoryData<string> Claims => [.. Catalogue.Claims.Select(claim => claim.Id)];

    [Theory]
    [MemberData(nameof(Claims))]
    public async Task ThePageOf(string claim) =>
        await Verifier.Verify(ClaimPin.Of(Suite.Whole, Catalogue.Find(claim)!)).UseParameters(claim);

    private static IEnumerable<string> Ids(string list) =>
        JsonNode.Parse(list)!.AsArray().Select(claim => (string)claim!["id"]!);

    private static string Output(params string[] arguments) => Output(Suite.Whole, arguments);

    private static string Output(Suite suite, params string[] arguments)
    {
        RunResult result = ClaimsInProcess.RunOn(suite, default, arguments);
        Assert.Equal(ExitCode.AsExpected, result.ExitCode);
        Assert.All(
            result.Output.Split('\n').Where(_ => !arguments.Contains("--json", StringComparer.Ordinal)),
            line => Assert.InRange(new StringInfo(line).LengthInTextElements, 0, 80));
        return result.Output;
    }
}
