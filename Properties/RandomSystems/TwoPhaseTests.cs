using Verification.Implementation.Experiments;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec.RandomSystems.HessianDescent;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.RandomSystems;

/// <summary>What two phases gain vanishes with the linear term: a twentieth is claimed where it was computed.</summary>
public sealed class TwoPhaseTests
{
    [Theory]
    [InlineData("4:0.01q:q3", Verdict.Holds)]
    [InlineData("100:q:q3", Verdict.Holds)]
    public void ASmallGainIsAGain(string mixture, Verdict expected) =>
        Assert.Equal(expected, VerdictOf(new() { Mixtures = [Mixture.Parse(mixture, null)] }));

    [Fact]
    public void ATwentiethIsNotClaimedOfASmallLinearTerm() => Assert.Equal(
        Verdict.Refuted,
        VerdictOf(new() { Mixtures = [Mixture.Parse("4:0.01q:q3", null)], IsClaimedEverywhere = true }));

    private static Verdict VerdictOf(TwoPhase claim) =>
        claim.Examine(new ExperimentRunner(1, new InMemoryMeasurements()), 1e-3).Verdict;
}
