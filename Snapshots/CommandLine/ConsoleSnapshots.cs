using System.Globalization;
using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.CommandLine;
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

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task TheListOf(string system) => await Verifier.Verify(Output("list", system)).UseParameters(system);

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task TheListAsDataOf(string system) =>
        await Verifier.Verify(Output("list", system, "--json"), "json").UseParameters(system);

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task WhatIsNotExaminedIn(string system) =>
        await Verifier.Verify(Output("list", $"{system}/*", "--not-examined")).UseParameters(system);

    [Fact]
    public void TheWholeListIsTheListsOfTheSystems()
    {
        string[] bySystem =
        [
            .. Catalogue
                .Claims.Select(claim => claim.System)
                .Distinct(StringComparer.Ordinal)
                .SelectMany(system => Ids(Output("list", system, "--json"))),
        ];
        Assert.Equal(bySystem, Ids(Output("list", "--json")), StringComparer.Ordinal);
    }

    public static TheoryData<string> Claims => [.. Catalogue.Claims.Select(claim => claim.Id)];

    [Theory]
    [MemberData(nameof(Claims))]
    public async Task ThePageOf(string claim) =>
        await Verifier.Verify(Output("show", claim)).UseParameters(claim);

    private static IEnumerable<string> Ids(string list) =>
        JsonNode.Parse(list)!.AsArray().Select(claim => (string)claim!["id"]!);

    private static string Output(params string[] arguments)
    {
        RunResult result = ClaimsInProcess.RunOn(Suite.Whole, default, arguments);
        Assert.Equal(ExitCode.AsExpected, result.ExitCode);
        Assert.All(
            result.Output.Split('\n').Where(_ => !arguments.Contains("--json", StringComparer.Ordinal)),
            line => Assert.InRange(new StringInfo(line).LengthInTextElements, 0, 80));
        return result.Output;
    }
}
