using Verification.Properties.Claims;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.QuadraticNetworks;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

public sealed class SmokeAuditTests() : SmokeAudit(QuadraticNetworkClaims.System)
{
    public static TheoryData<string> Names => NamesOf(QuadraticNetworkClaims.System);

    [Theory]
    [MemberData(nameof(Names))]
    public void TheVerdictsAreTheExpectedOnes(string name) => CheckVerdicts(name);

    [Theory]
    [InlineData("student-width", "printed", "d=3", "n=3")]
    [InlineData("sample-threshold", "printed", "d=2", "law=rademacher")]
    [InlineData("empirical-energy-barrier", "printed", "d=2", "n-offset=-1")]
    [InlineData("teacher-identification", "printed", "d=2", "law=rademacher")]
    public void AWrongPrintedFormHasItsSmallestCounterexample(string name, string key, params string[] instance)
    {
        Examined examined = new Examiner(Runner(), Budget, Catalogue.Claims).Examine(Find(name, key));
        var counterexample = Assert.IsType<Counterexample>(examined.Evidence);
        Assert.All(
            instance,
            setting => Assert.Contains(counterexample.Instance, pair => $"{pair.Key}={pair.Value}" == setting));

        // The token leads back to the same refutation.
        var token = ReplayToken.Parse(counterexample.Replay, Catalogue.Claims);
        Assert.Equal(Verdict.Refuted, token.Variant().Claim.Examine(Runner(), Budget.Level).Verdict);
        if (token.Trial is { } trial)
            Assert.Equal(counterexample.Measured, token.Variant().Claim.Replay(Runner(), trial.Cell, trial.Trial));
    }

    [Fact]
    public void AMoreDemandingRiskAsksForMoreTrials()
    {
        Claim claim = Find("sample-threshold", "claim").Claim;
        TrialCount modest = Assert.IsType<TrialCount>(claim.Examine(Runner(), 1e-3).Evidence);
        TrialCount demanding = Assert.IsType<TrialCount>(claim.Examine(Runner(), 1e-6).Evidence);
        Assert.InRange(demanding.Trials, 2 * modest.Trials - 1, 2 * modest.Trials + 1);
        Assert.Equal(Verdict.Holds, demanding.Verdict);
    }
}
