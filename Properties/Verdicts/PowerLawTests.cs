using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class PowerLawTests
{
    private static readonly double[] Powers = [1, 2, 4, 8, 16];
    private static readonly double[] Noisy = [1, 5, 14, 70, 250];

    [Theory]
    [InlineData(2.0, Verdict.Holds)]
    [InlineData(1.5, Verdict.Refuted)]
    [InlineData(2.5, Verdict.Refuted)]
    [InlineData(double.NaN, Verdict.Undecided)]
    [InlineData(double.PositiveInfinity, Verdict.Undecided)]
    public void AnExactPowerHasItsExponentAndNoOther(double claimed, Verdict expected) =>
        Assert.Equal(expected, Square(claimed).Verdict);

    [Theory]
    [InlineData(new[] { 8.0, 8, 8 }, "no line through 3 points at 1 size; claimed exponent 2")]
    [InlineData(new[] { 8.0 }, "no line through 1 point at 1 size; claimed exponent 2")]
    public void WithoutALineNoSlopeIsShown(double[] x, string expected)
    {
        PowerLaw law = Square(2) with { X = x, Y = x };
        Assert.Equal((expected, "nothing: there is no line"), (law.Summary, law.Detects));
    }

    [Theory]
    [InlineData(0.11, Verdict.Holds)]
    [InlineData(0.09, Verdict.Refuted)]
    public void TheAllowanceIsForgiven(double allowance, Verdict expected) =>
        Assert.Equal(expected, (Square(2.1) with { Allowance = allowance }).Verdict);

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void AnOrdinateWithoutALogarithmDecidesNothing(double ordinate)
    {
        PowerLaw law = Square(2) with { Y = [1, 4, 16, 64, ordinate] };
        Assert.Equal(Verdict.Undecided, law.Verdict);
        Assert.Equal(double.NaN, law.Slope);
    }

    [Fact]
    public void ABentCurveIsNoPowerLawWhateverItsSlope()
    {
        PowerLaw bent = Bent();
        Assert.Equal(2, bent.Slope, 1e-9);
        Assert.Equal(0.25, bent.Curvature, 1e-9);
        Assert.Equal(Verdict.Undecided, bent.Verdict);
    }

    /// <summary>Over the window of length 4 the bend ¼ turns the slope by ¼·4 = 1.</summary>
    [Theory]
    [InlineData(1.01, Verdict.Holds)]
    [InlineData(0.99, Verdict.Undecided)]
    public void ABendIsForgivenAsFarAsTheAllowanceCoversItsTurn(double allowance, Verdict expected) =>
        Assert.Equal(expected, (Bent() with { Allowance = allowance }).Verdict);

    [Fact]
    public void ABendWithinItsOwnErrorIsNone()
    {
        // The curvature is −0.09 ± 0.63 at level 10⁻³, and over the window of length 2.8 nothing that five points could
        // see.
        PowerLaw noisy = Slope(Powers, Noisy, 2) with { Resolution = 10 };
        Assert.NotEqual(0, noisy.Curvature);
        Assert.True(Math.Abs(noisy.Curvature) < noisy.CurvatureHalfWidth);
        Assert.Equal(Verdict.Holds, noisy.Verdict);
    }

    [Fact]
    public void AWideIntervalDoesNotHold() =>
        Assert.Equal(Verdict.Undecided, Slope(Powers, [1, 9, 8, 140, 100], 2).Verdict);

    [Fact]
    public void AHalfWidthEqualToTheResolutionDecides()
    {
        PowerLaw noisy = Slope(Powers, Noisy, 2);
        Assert.Equal(Verdict.Holds, (noisy with { Resolution = noisy.HalfWidth }).Verdict);
        Assert.Equal(Verdict.Undecided, (noisy with { Resolution = Math.BitDecrement(noisy.HalfWidth) }).Verdict);
    }

    [Fact]
    public void AnExponentAtTheEndOfTheIntervalIsNotRefuted()
    {
        PowerLaw exact = Square(0);
        PowerLaw atTheEnd = exact with { PointError = 0.1, Exponent = exact.Slope };
        Assert.Equal(
            Verdict.Holds, (atTheEnd with { Exponent = exact.Slope + atTheEnd.HalfWidth * (1 - 1e-12) }).Verdict);
        Assert.Equal(
            Verdict.Refuted, (atTheEnd with { Exponent = exact.Slope + atTheEnd.HalfWidth * (1 + 1e-12) }).Verdict);
    }

    [Fact]
    public void ThreePointsCannotShowThatTheyAreStraight() =>
        Assert.Equal(Verdict.Undecided, Slope([1, 2, 4], [3, 12, 48], 2).Verdict);

    [Fact]
    public void ItsNumbersAreThoseOfTheFit()
    {
        PowerLaw law = Slope(Powers, Noisy, 2);
        SlopeEstimate fit = SlopeEstimate.Of(Powers, Noisy, law.PointError, law.Level);
        Assert.Equal(
            (fit.Slope, fit.HalfWidth, fit.Curvature, fit.CurvatureHalfWidth),
            (law.Slope, law.HalfWidth, law.Curvature, law.CurvatureHalfWidth));
    }

    [Fact]
    public void TheSummaryNamesExponentClaimBendAndWindow()
    {
        // The window is [e⁻², e²]; the half-width follows from the bend, ¼·√(Σp₂²/15/Σp₁²) times Student's quantile
        // 4.0728 (MathNet, InvCDF(0, 1, 15, 0.9995)).
        Assert.Equal(
            "exponent 2 ± 0.29, claimed 2.25; curvature 0.25; window [0.135, 7.39]",
            (Bent() with { Exponent = 2.25 }).Summary);
    }

    // ln y = 2t + t²/4 in t = ln x, centered on the window [−2, 2]: the straight fit has slope 2.
    private static PowerLaw Bent()
    {
        double[] x = [.. Enumerable.Range(-8, 17).Select(i => Math.Exp(i / 4.0))];
        double[] y = [.. x.Select(v => Math.Exp(2 * Math.Log(v) + Math.Log(v) * Math.Log(v) / 4))];
        return Slope(x, y, 2) with { Resolution = 10 };
    }

    private static PowerLaw Square(double claimed) => Slope(Powers, [.. Powers.Select(v => 3 * v * v)], claimed);

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
}
