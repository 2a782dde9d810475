using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Loading;
using Verification.Snapshots.CommandLine;
using Verification.Snapshots.Documents;
using Verification.Spec;
using Verification.Spec.Counterexamples;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.Loading;

/// <summary>The paper of <c>docs/own-paper.md</c>: a classical inequality with a wrong printed constant.</summary>
public sealed class WorkedPaperTests
{
    private static readonly Suite Paper = SuiteAssembly.Load(SuiteFixture.Assembly);

    public static TheoryData<string> Claims => [.. Paper.Claims.Select(claim => claim.Id)];

    [Theory]
    [MemberData(nameof(Claims))]
    public void TheVerdictsAreTheExpectedOnes(string id)
    {
        Claim claim = Paper.Claims.Single(claim => claim.Id == id);
        var runner = new ExperimentRunner(1, new InMemoryMeasurements(), jobs: 1);
        var examiner = new Examiner(runner, new RiskBudget(RiskBudget.DefaultRisk), Paper.Claims);
        Assert.All(
            examiner.Examine(claim.At(Tier.Smoke)).Variants,
            variant => Assert.True(variant.AsExpected, $"{variant.Variant.Key}: {variant.Result.Evidence.Summary}"));
    }

    [Theory]
    [MemberData(nameof(Claims))]
    public async Task ThePage(string claim) =>
        await Verifier.Verify(ClaimPin.Of(Paper, Paper.Claims.Single(each => each.Id == claim))).UseParameters(claim);

    [Fact]
    public void ThePrintedConstantFailsInExactNumbers()
    {
        ExactCounterexample instance = Paper.Claims.Single(claim => claim.AsPrinted is not null).PrintedCounterexample!;
        Assert.All(
            instance.Combinations(),
            combination => Assert.All(
                instance.Fails, relation => Assert.False(relation.At(combination.Data).Holds ?? true)));
    }

    [Fact]
    public void FromStatementToErratumItTakesFewerThanAHundredLines() => Assert.InRange(
        ((string[])["Implementation/DivergenceExperiment.cs", "Spec/PinskerConstant.cs"])
            .SelectMany(file => File.ReadLines(Path.Combine(Checkout.Root, "Packages/Templates/claims", file)))
            .Count(line => !string.IsNullOrWhiteSpace(line)),
        1, 99);
}
