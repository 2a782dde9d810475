using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class ShareRiseTests
{
    [Theory]
    [InlineData(200, 100, 100, 190, 10, Verdict.Holds)]
    [InlineData(200, 190, 10, 100, 100, Verdict.Refuted)]
    [InlineData(200, 100, 100, 130, 70, Verdict.Undecided)]
    [InlineData(2000, 1000, 1000, 1000, 1000, Verdict.Refuted)]
    [InlineData(200, 0, 0, 200, 0, Verdict.Undecided)]
    [InlineData(200, 0, 200, 0, 0, Verdict.Undecided)]
    [InlineData(0, 0, 0, 0, 0, Verdict.Undecided)]
    public void AShareRisesWhereItsIntervalsLieApart(
        int trials, int lesser, int lesserFailures, int greater, int greaterFailures, Verdict expected) =>
        Assert.Equal(expected, Rise(trials, lesser, lesserFailures, greater, greaterFailures, 0.1).Verdict);

    /// <summary>An open trial can only widen the interval of the rise.</summary>
    [Fact]
    public void OpenTrialsCountAgainstBothConclusions()
    {
        ShareRise certain = Rise(200, 100, 100, 180, 20, 0.1), open = Rise(200, 90, 95, 170, 15, 0.1);
        Assert.True(open.Lower < certain.Lower && open.Upper > certain.Upper);
    }

    [Theory]
    [InlineData(0.5, 0.9, 0.05, 1e-7)]
    [InlineData(0.2, 0.98, 0.3, 1e-12)]
    public void TheDesignTellsSharesThatAreOffByFourStandardDeviations(
        double lesser, double greater, double rise, double level)
    {
        int n = TrialDesign.TrialsToTell(lesser, greater, rise, level);
        int few = (int)Math.Ceiling(n * lesser + 4 * Math.Sqrt(n * lesser * (1 - lesser)));
        int many = (int)Math.Floor(n * greater - 4 * Math.Sqrt(n * greater * (1 - greater)));
        ShareRise told = Rise(n, few, n - few, many, n - many, rise) with { Level = level };
        Assert.Equal(Verdict.Holds, told.Verdict);
        int half = n / 2;
        few = (int)Math.Ceiling(half * lesser + 4 * Math.Sqrt(half * lesser * (1 - lesser)));
        many = (int)Math.Floor(half * greater - 4 * Math.Sqrt(half * greater * (1 - greater)));
        Assert.Equal(
            Verdict.Undecided, (Rise(half, few, half - few, many, half - many, rise) with { Level = level }).Verdict);
    }

    private static ShareRise Rise(
        int trials, int lesser, int lesserFailures, int greater, int greaterFailures, double rise) => new()
    {
        Statement = "s",
        LesserTrials = trials,
        LesserSuccesses = lesser,
        LesserFailures = lesserFailures,
        GreaterTrials = trials,
        GreaterSuccesses = greater,
        GreaterFailures = greaterFailures,
        Rise = rise,
        Level = 1e-3,
    };
}
