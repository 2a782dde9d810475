using MyPaper.Reproductions;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;
using VerifyXunit;
using Xunit;

namespace MyPaper.Snapshots;

public sealed class MyPaperTests
{
    private static readonly Suite Suite = MyPaperSuite.Suite;

    private static readonly ExperimentRunner Runner = new(seed: 1, new InMemoryMeasurements());

    public static TheoryData<string> Claims => [.. Suite.Claims.Select(claim => claim.Id)];

    /// <summary>The claim holds, and the printed form, where it is wrong, and all mutants are refuted.</summary>
    [Theory]
    [MemberData(nameof(Claims))]
    public void TheVerdictsAreTheExpectedOnes(string id)
    {
        Claim claim = Suite.Claims.Single(claim => claim.Id == id);
        var examiner = new Examiner(Runner, new RiskBudget(RiskBudget.DefaultRisk), Suite.Claims);
        Assert.All(
            examiner.Examine(claim.At(Tier.Smoke)).Variants,
            variant => Assert.True(variant.AsExpected, $"{variant.Variant.Key}: {variant.Result.Evidence.Summary}"));
    }

    /// <summary>A difference leaves a .received. file beside the .verified. one: read it, and rename it.</summary>
    [Fact]
    public async Task TheFigure() =>
        await Verifier.Verify(new DivergenceAgainstDistance().Draw(Runner, Tier.Smoke).ToCsv(), "csv");
}
