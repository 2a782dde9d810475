using System.Globalization;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.CommandLine;
using Verification.Spec;
using Xunit;

namespace Verification.Snapshots.CommandLine;

/// <summary>What is pinned of a claim, all of it in one file: its page at 80 columns, and the bits of the first unit
/// that it measures.</summary>
public static class ClaimPin
{
    /// <summary>The text of the pin.</summary>
    public static string Of(Suite suite, Claim claim)
    {
        RunResult run = ClaimsInProcess.RunOn(suite, default, "show", claim.Id);
        Assert.Equal(ExitCode.AsExpected, run.ExitCode);
        Assert.All(
            run.Output.Split('\n'), line => Assert.InRange(new StringInfo(line).LengthInTextElements, 0, 80));
        var units = FirstUnits.Of([claim], [], seed: 1, default);
        return $"{run.Output}\n{string.Concat(units.Select(unit => $"  First unit   {FirstUnits.Line(unit)}\n"))}";
    }
}
