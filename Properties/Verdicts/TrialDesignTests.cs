using MathNet.Numerics.Distributions;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class TrialDesignTests
{
    /// <summary>The power comes from MathNet's binomial distribution, the bound from Clopper and Pearson: neither is
    /// the code of the design.</summary>
    [Theory]
    [InlineData(0.9, 1.0, 1e-5, 1e-4)]
    [InlineData(0.5, 0.8, 1e-3, 1e-4)]
    [InlineData(0.5, 0.8, 1e-3, 0.3)]
    [InlineData(0.9, 0.975, 1.1e-5, 1e-4)]
    [InlineData(0.8, 0.95, 1e-2, 1e-6)]
    public void TheTrialsNeededAreTheFirstNumberThatConcludesButForTheMiss(
        double probability, double truth, double level, double miss)
    {
        int first = Enumerable.Range(1, 2000).First(n => Undecided(n) <= miss * (1 + 1e-9));
        Assert.Equal(first, TrialDesign.TrialsNeeded(probability, truth, level, miss));

        // The probability of more failures than those with which the bound still reaches the claim.
        double Undecided(int n)
        {
            int successes = Enumerable
                .Range(0, n + 1)
                .FirstOrDefault(s => ClopperPearson.Lower(s, n, level) >= probability, n + 1);
            return successes > n ? 1 : successes == 0 ? 0 : Binomial.CDF(truth, n, successes - 1);
        }
    }

    [Theory]
    [InlineData(0.06, 1e-7, 0)]
    [InlineData(0.02, 1e-3, 0)]
    [InlineData(0.05, 1e-7, 2)]
    [InlineData(0.1, 1e-3, 8)]
    public void TheTrialsThatPinAShareDoSoAtEveryShareAndAreTheFewest(double resolution, double level, int open)
    {
        int n = TrialDesign.TrialsToPin(resolution, level, open);
        Assert.All(
            Enumerable.Range(0, n - open + 1), successes => Assert.True(Width(successes, n) <= 2 * resolution));
        Assert.True(Width((n - 2 - open) / 2, n - 2) > 2 * resolution);

        double Width(int successes, int trials) =>
            ClopperPearson.Upper(successes + open, trials, level / 2)
                - ClopperPearson.Lower(successes, trials, level / 2);
    }

    [Fact]
    public void WithoutFailuresTheTrialsNeededAreExact()
    {
        // 0.9^n ≤ 1e-5 first at n = ⌈ln 1e-5 / ln 0.9⌉ = ⌈109.27⌉.
        Assert.Equal(110, TrialDesign.TrialsNeeded(0.9, 1, 1e-5));
    }

    [Fact]
    public void AboveAThousandTheStepsOfTheSearchAreAThousandth()
    {
        int n = TrialDesign.TrialsNeeded(0.9, 0.95, 1e-7);
        Assert.True(n > 1000);
        Assert.True(Undecided(n) <= TrialDesign.LargestMiss);
        Assert.True(Undecided((int)(n * 0.99)) > TrialDesign.LargestMiss);

        static double Undecided(int n)
        {
            int failures = Enumerable.Range(0, n).Last(f => ClopperPearson.Lower(n - f, n, 1e-7) >= 0.9);
            return Binomial.CDF(0.95, n, n - failures - 1);
        }
    }

    [Fact]
    public void ATruthTooCloseToTheClaimWouldNeedMoreThanAMillionTrials() =>
        Assert.Throws<ArgumentOutOfRangeException>("truth", () => TrialDesign.TrialsNeeded(0.5, 0.5001, 1e-9));

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
    [InlineData(0.5, 1, 0.6)]
    [InlineData(0.3, 20, 1e-3)]
    public void TheSmallestDetectableExcessIsRefutedHalfOfTheTime(double probability, int trials, double level)
    {
        double truth = probability - TrialDesign.SmallestDetectableExcess(probability, trials, level);
        int largest = Enumerable.Range(0, trials + 1).Last(k => ClopperPearson.Upper(k, trials, level) < probability);
        Assert.Equal(0.5, Binomial.CDF(truth, trials, largest), 1e-9);
    }

    [Theory]
    [InlineData(1, 1e-3)]
    [InlineData(10, 1e-3)]
    [InlineData(1000, 0.2)]
    public void OfAnAlmostSureEventTheExcessThatShowsButForTheLevelIsDetected(int trials, double level)
    {
        double excess = TrialDesign.SmallestDetectableExcess(1, trials, level);
        Assert.Equal(level, Math.Pow(1 - excess, trials), 1e-12);
    }

    [Fact]
    public void TooFewTrialsDetectNothing() => Assert.Equal(1, TrialDesign.SmallestDetectableExcess(0.5, 3, 1e-6));

    [Theory]
    [InlineData(0, 1, 0.1, "probability")]
    [InlineData(double.NaN, 1, 0.1, "probability")]
    [InlineData(0.9, 0.9, 0.1, "truth")]
    [InlineData(0.9, 1.1, 0.1, "truth")]
    [InlineData(0.9, double.NaN, 0.1, "truth")]
    [InlineData(0.9, 1, 0, "level")]
    [InlineData(0.9, 1, 1, "level")]
    public void ImpossibleDesignsAreRefusedByName(double probability, double truth, double level, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            parameter,
            () => TrialDesign.TrialsNeeded(probability, truth, level));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void AChanceOfStayingUndecidedLiesBetweenZeroAndOne(double miss) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(miss), () => TrialDesign.TrialsNeeded(0.5, 0.9, 0.1, miss));

    [Theory]
    [InlineData(0, 0.1, "excess")]
    [InlineData(1, 0.1, "excess")]
    [InlineData(0.1, 0, "level")]
    [InlineData(0.1, 1, "level")]
    public void EventsThatCannotBeWaitedForAreRefusedByName(double excess, double level, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => TrialDesign.TrialsToSee(excess, level));

    [Theory]
    [InlineData(0, 0.1, "trials")]
    [InlineData(10, 0, "level")]
    [InlineData(10, 1, "level")]
    public void ImpossibleAuditsAreRefusedByName(int trials, double level, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            parameter,
            () => TrialDesign.SmallestDetectableExcess(1, trials, level));
}
