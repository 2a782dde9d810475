using Verification.Implementation.Experiments;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class TrialCountTests
{
    [Theory]
    [InlineData(100, 100, 0, 1.0, Verdict.Holds)]
    [InlineData(100, 99, 1, 1.0, Verdict.Refuted)]
    [InlineData(100, 99, 0, 1.0, Verdict.Holds)]
    [InlineData(100, 80, 0, 1.0, Verdict.Undecided)]
    [InlineData(3, 3, 0, 1.0, Verdict.Undecided)]
    [InlineData(200, 200, 0, 0.9, Verdict.Holds)]
    [InlineData(200, 100, 100, 0.9, Verdict.Refuted)]
    [InlineData(200, 185, 15, 0.9, Verdict.Undecided)]
    [InlineData(200, 100, 0, 0.9, Verdict.Undecided)]
    [InlineData(200, 0, 0, 0.9, Verdict.Undecided)]
    public void CountsDecideByTheirConfidenceBoundsAndOpenTrialsCountForNothing(
        int trials,
        int successes,
        int failures,
        double probability,
        Verdict expected) => Assert.Equal(expected, Count(trials, successes, failures, probability).Verdict);

    [Fact]
    public void EachBoundHasHalfTheLevelAndTakesOpenTrialsForItsWorstCase()
    {
        // 90 certain successes, 6 certain failures, 4 open.
        TrialCount count = Count(100, 90, 6, 0.9);
        Assert.Equal(ClopperPearson.Lower(90, 100, 5e-4), count.Lower);
        Assert.Equal(ClopperPearson.Upper(94, 100, 5e-4), count.Upper);
    }

    [Fact]
    public void ALowerBoundThatReachesTheClaimHolds()
    {
        TrialCount count = Count(200, 180, 20, 0.5);
        Assert.Equal(Verdict.Holds, (count with { Probability = count.Lower }).Verdict);
        Assert.Equal(Verdict.Undecided, (count with { Probability = Math.BitIncrement(count.Lower) }).Verdict);
    }

    [Fact]
    public void AnUpperBoundRefutesOnlyBelowTheClaim()
    {
        TrialCount count = Count(200, 20, 180, 0.5);
        Assert.Equal(Verdict.Undecided, (count with { Probability = count.Upper }).Verdict);
        Assert.Equal(Verdict.Refuted, (count with { Probability = Math.BitIncrement(count.Upper) }).Verdict);
    }

    [Fact]
    public void TheDetectableExcessIsThatOfTheUpperBound() =>
        Assert.Equal(
            TrialDesign.SmallestDetectableExcess(0.9, 200, 5e-4), Count(200, 180, 20, 0.9).SmallestDetectableExcess);

    [Fact]
    public void CountsOfNothingAreUndecided() => Assert.Equal(Verdict.Undecided, Count(0, 0, 0, 1).Verdict);

    [Fact]
    public void CountsOfNothingBoundNothing()
    {
        TrialCount nothing = Count(0, 0, 0, 0.9);
        Assert.Equal((0, 1, 1), (nothing.Lower, nothing.Upper, nothing.SmallestDetectableExcess));
    }

    [Fact]
    public void CountsOfNothingCanBeWritten() =>
        Assert.Contains(
            "\"verdict\":\"undecided\"", CanonicalJson.Write<Evidence>(Count(0, 0, 0, 0.9)), StringComparison.Ordinal);

    // Clopper–Pearson bounds at 5·10⁻⁴ to one side: 200 of 200 above 0.0005^(1/200) = 0.9627.
    [Theory]
    [InlineData(1.0, "200 of 200 certain, 0 failed; probability in [0.963, 1.000], claimed 1")]
    [InlineData(0.9, "200 of 200 certain, 0 failed; probability in [0.963, 1.000], claimed ≥ 0.9")]
    public void TheSummaryNamesCountsBoundsAndClaim(double probability, string expected) =>
        Assert.Equal(expected, Count(200, 200, 0, probability).Summary);

    [Fact]
    public void TheSummaryIsThatOfNoCulture() => Assert.Equal(
        "200 of 200 certain, 0 failed; probability in [0.963, 1.000], claimed ≥ 0.9",
        CommaCulture.Under(() => Count(200, 200, 0, 0.9).Summary));

    private static TrialCount Count(int trials, int successes, int failures, double probability) => new()
    {
        Statement = "s",
        Trials = trials,
        Successes = successes,
        Failures = failures,
        Probability = probability,
        Level = 1e-3,
    };
}
