using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class RiskBudgetTests
{
    [Fact]
    public void TheLevelsOfAllDecisionsAddUpToTheRisk() => Assert.Equal(1e-3, new RiskBudget(1e-3, 44).Level * 44, 1e-18);

    [Fact]
    public void OneDecisionHasTheWholeRisk() => Assert.Equal(RiskBudget.DefaultRisk, new RiskBudget(RiskBudget.DefaultRisk, 1).Level);

    [Theory]
    [InlineData(0, 1, "risk")]
    [InlineData(1, 1, "risk")]
    [InlineData(double.NaN, 1, "risk")]
    [InlineData(0.1, 0, "decisions")]
    public void ImpossibleBudgetsAreRefusedByName(double risk, int decisions, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => new RiskBudget(risk, decisions));

    [Theory]
    [InlineData(Tier.Smoke)]
    [InlineData(Tier.Standard)]
    [InlineData(Tier.Full)]
    public void MutantsAndPrintedFormsPayTheirShare(Tier tier)
    {
        int own = Catalogue.Claims.Sum(claim => claim.At(tier).Decisions);
        int all = Catalogue.Claims.SelectMany(claim => Variant.Of(claim.At(tier))).Sum(variant => variant.Claim.Decisions);
        Assert.True(all > own);
        Assert.Equal(all, Catalogue.Budget(tier).Decisions);
    }
}
