using Verification.Properties.Claims;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class RiskBudgetTests
{
    [Fact]
    public void TheLevelsOfAllDecisionsAddUpToTheRisk() =>
        Assert.Equal(1e-3, new RiskBudget(1e-3).Level * RiskBudget.Shares, 1e-18);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    [InlineData(5e-324)]
    [InlineData(9.9e-13)]
    public void ImpossibleRisksAreRefusedByName(double risk) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(risk), () => new RiskBudget(risk));

    [Fact]
    public void TheLeastRiskIsOne() => Assert.Equal(RiskBudget.LeastRisk, new RiskBudget(RiskBudget.LeastRisk).Risk);

    [Theory]
    [InlineData(Tier.Smoke)]
    [InlineData(Tier.Standard)]
    [InlineData(Tier.Full)]
    public void MutantsAndPrintedFormsPayTheirShare(Tier tier)
    {
        int own = Catalogue.Claims.Sum(claim => claim.At(tier).Decisions);
        int all = Catalogue
            .Claims.SelectMany(claim => Variant.Of(claim.At(tier)))
            .Sum(variant => variant.Claim.Decisions);
        Assert.True(all > own);
        Assert.Equal(all, Catalogue.Decisions(Catalogue.Claims, tier));
    }

    /// <summary>At today's decisions a claim, 500 claims would find room.</summary>
    [Theory]
    [InlineData(Tier.Smoke)]
    [InlineData(Tier.Standard)]
    [InlineData(Tier.Full)]
    public void ThereIsRoomForFiveHundredClaims(Tier tier) =>
        Assert.InRange(
            Catalogue.Decisions(Catalogue.Claims, tier) * 500L / Catalogue.Claims.Count, 1, RiskBudget.Shares);

    [Fact]
    public void ACatalogueThatTakesMoreThanThereIsIsRefused()
    {
        DiceClaim greedy = new() { Faces = [.. Enumerable.Range(2, 99)], Undeclared = 0 };
        Claim[] claims = [.. Enumerable.Range(0, 40).Select(index => greedy with { Name = $"greedy-{index}" })];
        Assert.Equal(40 * 3 * 99, Catalogue.Decisions(claims, Tier.Smoke));
        Assert.Contains(
            "an audit pays for 10000",
            Assert.Throws<InvalidOperationException>(() => Catalogue.Validated(claims)).Message,
            StringComparison.Ordinal);
    }
}
