using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class ShareAgreementTests
{
    [Theory]
    [InlineData(500, 500, 0.5, Verdict.Holds)]
    [InlineData(500, 500, 0.3, Verdict.Refuted)]
    [InlineData(500, 500, 0.7, Verdict.Refuted)]
    [InlineData(500, 0, 0.5, Verdict.Undecided)]
    [InlineData(1000, 0, 1.0, Verdict.Holds)]
    [InlineData(0, 0, 0.5, Verdict.Undecided)]
    [InlineData(500, 500, double.NaN, Verdict.Undecided)]
    public void AShareAgreesInsideANarrowInterval(int successes, int failures, double theory, Verdict expected) =>
        Assert.Equal(expected, Share(1000, successes, failures, theory).Verdict);

    /// <summary>A mean of indicators with an interval of no width would refute the truth here: three successes of three
    /// at p = 0.9.</summary>
    [Fact]
    public void ThreeTrialsOfThreeDecideNothing() => Assert.Equal(Verdict.Undecided, Share(3, 3, 0, 0.9).Verdict);

    [Fact]
    public void TheCorrectionWidensTheInterval()
    {
        ShareAgreement share = Share(1000, 500, 500, 0.6);
        Assert.Equal(Verdict.Refuted, share.Verdict);
        Assert.Equal(Verdict.Holds, (share with { FiniteSizeCorrection = 0.1 }).Verdict);
    }

    [Fact]
    public void BothEndsAreThoseOfClopperAndPearson()
    {
        ShareAgreement share = Share(1000, 400, 500, 0.5);
        Assert.Equal(
            (ClopperPearson.Lower(400, 1000, 5e-4), ClopperPearson.Upper(500, 1000, 5e-4)), (share.Lower, share.Upper));
    }

    private static ShareAgreement Share(int trials, int successes, int failures, double theory) => new()
    {
        Statement = "s",
        Trials = trials,
        Successes = successes,
        Failures = failures,
        Theory = theory,
        FiniteSizeCorrection = 0,
        Resolution = 0.1,
        Level = 1e-3,
    };
}
