using MathNet.Numerics.Distributions;
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

        bool Concludes(int trials) =>
            ClopperPearson.Lower(trials - (int)Math.Ceiling((1 - truth) * trials), trials, level) >= probability;
    }

    [Theory]
    [InlineData(0.06, 1e-7)]
    [InlineData(0.02, 1e-3)]
    public void TheTrialsThatPinAShareDoSoAtEveryShareAndAreTheFewest(double resolution, double level)
    {
        int n = TrialDesign.TrialsToPin(resolution, level);
        Assert.All(Enumerable.Range(0, n + 1), successes => Assert.True(Width(successes, n) <= 2 * resolution));
        Assert.True(Width(n / 2 - 1, n - 2) > 2 * resolution);

        double Width(int successes, int trials) =>
            ClopperPearson.Upper(successes, trials, level / 2) - ClopperPearson.Lower(successes, trials, level / 2);
    }

    [Fact]
    public void WithoutFailuresTheTrialsNeededAreExact()
    {
        // 0.9^n ≤ 1e-5 first at n = ⌈ln 1e-5 / ln 0.9⌉ = ⌈109.27⌉.
        Assert.Equal(110, TrialDesign.TrialsNeeded(0.9, 1, 1e-5));
    }

    [Theory]
    [InlineData(0.9, 1.0, 1e-5)]
    [InlineData(0.5, 0.8, 1e-3)]
    [InlineData(0.8, 0.95, 1e-2)]
    public void TheTrialsNeededAreTheFirstNumberThatConcludes(double probability, double truth, double level)
    {
        // The naive twin: from one trial on, with the failures that are expected rounded up.
        int first = Enumerable
            .Range(1, 1000)
            .First(n =>
                (int)Math.Ceiling((1 - truth) * n) < n
                && ClopperPearson.Lower(n - (int)Math.Ceiling((1 - truth) * n), n, level) >= probability);
        Assert.Equal(first, TrialDesign.TrialsNeeded(probability, truth, level));
    }

    // The naive twin: sums of binomial probabilities.
    [Theory]
    [InlineData(0.75, 0.988, 1e-7, 1e-4)]
    [InlineData(0.5, 0.85, 1e-3, 1e-2)]
    public void ADesignWithPowerConcludesButForItsChance(double probability, double truth, double level, double chance)
    {
        int n = TrialDesign.TrialsNeeded(probability, truth, level, chance);
        Assert.True(n >= TrialDesign.TrialsNeeded(probability, truth, level));
        double missed = 0;
        for (int successes = 0; successes <= n; successes++)
        {
            if (ClopperPearson.Lower(successes, n, level) < probability)
                missed += Binomial.PMF(truth, n, successes);
        }

        Assert.InRange(missed, 0, chance * (1 + 1e-6));
        Assert.Throws<ArgumentOutOfRangeException>(() => TrialDesign.TrialsNeeded(0.5, 1, 1e-3, 1e-2));
        Assert.Throws<ArgumentOutOfRangeException>(() => TrialDesign.TrialsNeeded(0.5, 0.9, 1e-3, 0));
    }

    [Fact]
    public void AboveAThousandTheStepsOfTheSearchAreAThousandth()
    {
        int n = TrialDesign.TrialsNeeded(0.9, 0.92, 1e-5);
        Assert.True(ClopperPearson.Lower(n - (int)Math.Ceiling(0.08 * n), n, 1e-5) >= 0.9);
        int fewer = (int)(n * 0.995);
        Assert.True(ClopperPearson.Lower(fewer - (int)Math.Ceiling(0.08 * fewer), fewer, 1e-5) < 0.9);
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
