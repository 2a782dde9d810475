using System.Globalization;
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
    [Fact]
    public async Task TheListOfClaims() => await Verifier.Verify(Output("list"));

    [Fact]
    public async Task TheListOfClaimsAsData() => await Verifier.Verify(Output("list", "--json"), "json");

    public static TheoryData<string> Claims => [.. Catalogue.Claims.Select(claim => claim.Id)];

    [Theory]
    [MemberData(nameof(Claims))]
    public async Task ThePageOf(string claim) =>
        await Verifier.Verify(Output("show", claim)).UseParameters(claim);

    private static string Output(params string[] arguments)
    {
        RunResult result = ClaimsInProcess.RunOn(Suite.Whole, default, arguments);
        Assert.Equal(ExitCode.AsExpected, result.ExitCode);
        Assert.All(result.Output.Split('\n').Where(_ => !arguments.Contains("--json", StringComparer.Ordinal)), line => Assert.InRange(new StringInfo(line).LengthInTextElements, 0, 80));
        return result.Output;
    }
}
