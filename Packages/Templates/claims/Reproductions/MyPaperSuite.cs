using MyPaper.Reproductions;
using MyPaper.Spec;
using Verification.Reproductions.Auditing;

[assembly: ClaimSuite<MyPaperSuite>]

namespace MyPaper.Reproductions;

/// <summary>What <c>claims</c> finds in this assembly.</summary>
public sealed class MyPaperSuite : IClaimSuite
{
    public static Suite Suite { get; } = Suite.Of(
        new()
        {
            Name = "MyPaper",
            Title = "the claims of My paper",
            Authors = "A. Author",
            Date = "2026-11-30",
            License = "CC-BY-4.0",
        },
        [MyPaperClaims.System],
        [new DivergenceAgainstDistance()]);
}
