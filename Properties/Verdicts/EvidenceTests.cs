using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class EvidenceTests
{
    [Theory]
    [InlineData(0, 1e-9, Verdict.Holds)]
    [InlineData(1e-9, 1e-9, Verdict.Holds)]
    [InlineData(2e-9, 1e-9, Verdict.Refuted)]
    [InlineData(-5, 1e-9, Verdict.Holds)]
    [InlineData(double.PositiveInfinity, 1e-9, Verdict.Refuted)]
    [InlineData(double.NaN, 1e-9, Verdict.Undecided)]
    [InlineData(0, 1e-3, Verdict.Undecided)]
    [InlineData(0, double.PositiveInfinity, Verdict.Undecided)]
    [InlineData(0, double.NaN, Verdict.Undecided)]
    public void ACertificateDecidesOnlyWithinItsResolution(double residual, double tolerance, Verdict expected) =>
        Assert.Equal(expected, Certificate(residual, tolerance).Verdict);

    [Fact]
    public void ACertificateOverNothingIsUndecided() =>
        Assert.Equal(Verdict.Undecided, (Certificate(0, 0) with { Instances = 0 }).Verdict);

    [Theory]
    [InlineData(100, 100, 0, 1.0, Verdict.Holds)]
    [InlineData(100, 99, 1, 1.0, Verdict.Refuted)]
    [InlineData(100, 99, 0, 1.0, Verdict.Undecided)]
    [InlineData(200, 200, 0, 0.9, Verdict.Holds)]
    [InlineData(200, 100, 100, 0.9, Verdict.Refuted)]
    [InlineData(200, 185, 15, 0.9, Verdict.Undecided)]
    [InlineData(200, 100, 0, 0.9, Verdict.Undecided)]
    [InlineData(200, 0, 0, 0.9, Verdict.Undecided)]
    public void CountsDecideByTheirConfidenceBoundsAndOpenTrialsCountForNothing(int trials, int successes, int failures, double probability, Verdict expected) =>
        Assert.Equal(expected, Count(trials, successes, failures, probability).Verdict);

    [Fact]
    public void CountsOfNothingAreUndecided() => Assert.Equal(Verdict.Undecided, Count(0, 0, 0, 1).Verdict);

    [Theory]
    [InlineData(2.0, Verdict.Holds)]
    [InlineData(1.5, Verdict.Refuted)]
    public void AnExactPowerHasItsExponentAndNoOther(double claimed, Verdict expected)
    {
        double[] x = [1, 2, 4, 8, 16];
        Assert.Equal(expected, Slope(x, [.. x.Select(v => 3 * v * v)], claimed).Verdict);
    }

    [Fact]
    public void ABentCurveIsNoPowerLawWhateverItsSlope()
    {
        // ln y = 2t + t²/4 in t = ln x, centered on the window: the straight fit has slope 2 and a narrow interval only if the bend is ignored.
        double[] x = [.. Enumerable.Range(-8, 17).Select(i => Math.Exp(i / 4.0))];
        double[] y = [.. x.Select(v => Math.Exp(2 * Math.Log(v) + Math.Log(v) * Math.Log(v) / 4))];
        PowerLaw slope = Slope(x, y, 2) with { Resolution = 10 };
        Assert.Equal(2, slope.Slope, 1e-9);
        Assert.Equal(0.25, slope.Curvature, 1e-9);
        Assert.Equal(Verdict.Undecided, slope.Verdict);
    }

    [Fact]
    public void AWideIntervalDoesNotHold()
    {
        double[] x = [1, 2, 4, 8, 16];
        double[] noisy = [1, 9, 8, 140, 100];
        Assert.Equal(Verdict.Undecided, Slope(x, noisy, 2).Verdict);
    }

    [Fact]
    public void DistancesUnderTheirEnvelopeConverge() =>
        Assert.Equal(Verdict.Holds, Limit([1, 10, 100], [1, 0.1, 0.01]).Verdict);

    [Fact]
    public void ADistanceAboveItsEnvelopeRefutes() =>
        Assert.Equal(Verdict.Refuted, Limit([1, 10, 100], [1, 0.2, 0.01]).Verdict);

    [Fact]
    public void ASequenceThatHasNotComeFarEnoughIsUndecided() =>
        Assert.Equal(Verdict.Undecided, (Limit([1, 10, 100], [1, 0.1, 0.01]) with { Resolution = 1e-3 }).Verdict);

    [Theory]
    [InlineData(1.0, 0.01, Verdict.Holds)]
    [InlineData(1.2, 0.01, Verdict.Refuted)]
    [InlineData(1.0, 0.5, Verdict.Undecided)]
    [InlineData(double.NaN, 0.01, Verdict.Undecided)]
    public void AMeanAgreesWithTheoryInsideANarrowInterval(double simulated, double standardError, Verdict expected) =>
        Assert.Equal(expected, new Agreement
        {
            Statement = "s",
            Simulated = simulated,
            StandardError = standardError,
            Trials = 1000,
            Theory = 1,
            FiniteSizeCorrection = 0,
            Resolution = 0.1,
            Level = 1e-3,
        }.Verdict);

    [Fact]
    public void OnePartRefutedRefutesAndComesFirst()
    {
        Evidence all = Evidence.All(Certificate(0, 0), Count(100, 99, 0, 1), Certificate(1, 0));
        Assert.Equal(Verdict.Refuted, all.Verdict);
        Assert.Equal([Verdict.Holds, Verdict.Undecided], all.Supporting.Select(part => part.Verdict));
    }

    [Fact]
    public void OnePartUndecidedLeavesTheWholeUndecided() =>
        Assert.Equal(Verdict.Undecided, Evidence.All(Certificate(0, 0), Count(100, 99, 0, 1)).Verdict);

    [Fact]
    public void NoPartIsNoEvidence() => Assert.Throws<ArgumentException>(() => Evidence.All());

    private static Certificate Certificate(double residual, double tolerance) => new()
    {
        Statement = "s",
        Residual = residual,
        Tolerance = tolerance,
        Resolution = 1e-6,
        Derivation = "d",
        Instances = 3,
    };

    private static TrialCount Count(int trials, int successes, int failures, double probability) => new()
    {
        Statement = "s",
        Trials = trials,
        Successes = successes,
        Failures = failures,
        Probability = probability,
        Level = 1e-3,
    };

    private static PowerLaw Slope(double[] x, double[] y, double exponent) => new()
    {
        Statement = "s",
        X = x,
        Y = y,
        PointError = 1e-14,
        Exponent = exponent,
        Allowance = 0,
        Resolution = 0.2,
        Level = 1e-3,
    };

    private static Limit Limit(double[] scales, double[] distances) => new()
    {
        Statement = "s",
        Scales = scales,
        Distances = distances,
        Tolerance = 1e-12,
        Rate = 1,
        Constant = 1,
        Resolution = 0.05,
    };
}
