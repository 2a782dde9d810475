using Verification.Implementation.Experiments;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Replay;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Claims;

/// <summary>The audit at its smallest tier: every claim holds, every wrong printed form and every mutant is refuted.</summary>
public sealed class SmokeAuditTests
{
    public static TheoryData<string, string> Variants
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (Claim claim in Catalogue.Claims)
            {
                foreach (Variant variant in Variant.Of(claim))
                    data.Add(claim.Id, variant.Key);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void TheVerdictIsTheExpectedOne(string id, string key)
    {
        Variant variant = Find(id, key);
        Examined examined = variant.Claim.Examine(Runner(), new RiskBudget(RiskBudget.DefaultRisk).Level);
        Assert.True(variant.Expected == examined.Verdict, $"{variant.Name}: {examined.Verdict}; {examined.Evidence.Statement}: {examined.Evidence.Summary}");
    }

    [Theory]
    [InlineData("quadratic-networks/student-width", "printed", "d=3", "n=3")]
    [InlineData("quadratic-networks/sample-threshold", "printed", "d=2", "law=rademacher")]
    [InlineData("quadratic-networks/empirical-energy-barrier", "printed", "d=2", "n-offset=-1")]
    [InlineData("quadratic-networks/teacher-identification", "printed", "d=2", "law=rademacher")]
    public void AWrongPrintedFormHasItsSmallestCounterexample(string id, string key, params string[] instance)
    {
        Examined examined = new Examiner(Runner(), new RiskBudget(RiskBudget.DefaultRisk), Catalogue.Claims).Examine(Find(id, key));
        var counterexample = Assert.IsType<Counterexample>(examined.Evidence);
        Assert.All(instance, setting => Assert.Contains(counterexample.Instance, pair => $"{pair.Key}={pair.Value}" == setting));

        // The token leads back to the same refutation.
        var token = ReplayToken.Parse(counterexample.Replay, Catalogue.Claims);
        Assert.Equal(Verdict.Refuted, token.Variant().Claim.Examine(Runner(), new RiskBudget(RiskBudget.DefaultRisk).Level).Verdict);
        if (token.Trial is { } trial)
            Assert.Equal(counterexample.Measured, token.Variant().Claim.Replay(Runner(), trial.Cell, trial.Trial));
    }

    [Fact]
    public void AMoreDemandingRiskAsksForMoreTrials()
    {
        var claim = (Claim)Catalogue.Find("quadratic-networks/sample-threshold")!;
        TrialCount modest = Assert.IsType<TrialCount>(claim.Examine(Runner(), 1e-3).Evidence);
        TrialCount demanding = Assert.IsType<TrialCount>(claim.Examine(Runner(), 1e-6).Evidence);
        Assert.InRange(demanding.Trials, 2 * modest.Trials - 1, 2 * modest.Trials + 1);
        Assert.Equal(Verdict.Holds, demanding.Verdict);
    }

    private static Variant Find(string id, string key) => Variant.Of(Catalogue.Find(id)!.At(Tier.Smoke)).Single(variant => variant.Key == key);

    private static ExperimentRunner Runner() => new(1, new InMemoryMeasurements(), jobs: 2);
}
