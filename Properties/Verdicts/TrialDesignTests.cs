using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class TrialDesignTests
{
    [Theory]
    [InlineData(0.9, 1.0, 1e-5)]
    [InlineData(0.5, 0.8, 1e-3)]
    [InlineData(0.9, 0.975, 1.1e-5)]
    public void TheTrialsNeededSufficeAndHalfOfThemDoNot(double probability, double truth, double level)
    {
        int n = TrialDesign.TrialsNeeded(probability, truth, level);
        Assert.True(Concludes(n));
        Assert.False(Concludes(n / 2));

        bool Concludes(int trials) => ClopperPearson.Lower(trials - (int)Math.Ceiling((1 - truth) * trials), trials, level) >= probability;
    }

    [Fact]
    public void WithoutFailuresTheTrialsNeededAreExact()
    {
        // 0.9^n ≤ 1e-5 first at n = ⌈ln 1e-5 / ln 0.9⌉ = ⌈109.27⌉.
        Assert.Equal(110, TrialDesign.TrialsNeeded(0.9, 1, 1e-5));
    }

    [Fact]
    public void OneTrialFewerWouldMissTheEventTooOften()
    {
        int n = TrialDesign.TrialsToSee(0.05, 1e-4);
        Assert.True(Math.Pow(0.95, n) <= 1e-4);
        Assert.True(Math.Pow(0.95, n - 1) > 1e-4);
    }

    [Fact]
    public void AnAlmostSureEventIsAuditedUpToTheExcessThatItsTrialsCouldSee()
    {
        int n = TrialDesign.TrialsToSee(0.05, 1e-4);
        Assert.InRange(TrialDesign.SmallestDetectableExcess(1, n, 1e-4), 0.045, 0.05);
    }

    [Theory]
    [InlineData(0.9, 200, 1e-4)]
    [InlineData(0.5, 50, 1e-2)]
    public void TheSmallestDetectableExcessIsRefutedHalfOfTheTime(double probability, int trials, double level)
    {
        double excess = TrialDesign.SmallestDetectableExcess(probability, trials, level);
        double truth = probability - excess;

        // The largest count that refutes has to be about the median of the counts at that truth: within one standard deviation of the mean.
        int largest = Enumerable.Range(0, trials + 1).Last(k => ClopperPearson.Upper(k, trials, level) < probability);
        Assert.InRange(largest, trials * truth - Math.Sqrt(trials * truth * (1 - truth)), trials * truth + Math.Sqrt(trials * truth * (1 - truth)));
    }

    [Fact]
    public void TooFewTrialsDetectNothing() => Assert.Equal(1, TrialDesign.SmallestDetectableExcess(0.5, 3, 1e-6));

    [Theory]
    [InlineData(0, 1, 0.1)]
    [InlineData(0.9, 0.9, 0.1)]
    [InlineData(0.9, 1.1, 0.1)]
    [InlineData(0.9, 1, 0)]
    public void ImpossibleDesignsAreRefused(double probability, double truth, double level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TrialDesign.TrialsNeeded(probability, truth, level));
}
