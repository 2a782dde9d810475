using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class DvoretzkyKieferWolfowitzTests
{
    [Fact]
    public void TheHalfWidthInvertsTheBound()
    {
        double ε = DvoretzkyKieferWolfowitz.HalfWidth(1000, 1e-3);
        Assert.Equal(1e-3, 2 * Math.Exp(-2 * 1000 * ε * ε), 1e-12);
    }

    [Fact]
    public void TheDistanceOfEquidistantPointsFromTheUniformLawIsHalfAStep()
    {
        // F_n steps at (i + ½)/n by 1/n, the uniform law passes through the middle of each step.
        double[] points = [.. Enumerable.Range(0, 10).Select(i => (i + 0.5) / 10)];
        Assert.Equal(0.05, DvoretzkyKieferWolfowitz.Distance(points, x => x), 1e-15);
    }

    [Fact]
    public void OneSampleHasABand() =>
        Assert.Equal(Math.Sqrt(Math.Log(20) / 2), DvoretzkyKieferWolfowitz.HalfWidth(1, 0.1), 1e-14);

    [Theory]
    [InlineData(0, 0.1, "samples")]
    [InlineData(10, 0, "level")]
    [InlineData(10, 1, "level")]
    [InlineData(10, double.NaN, "level")]
    public void ImpossibleBandsAreRefusedByName(int samples, double level, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => DvoretzkyKieferWolfowitz.HalfWidth(samples, level));

    // The empirical distribution function steps from below to above the law at the point: both sides count.
    [Theory]
    [InlineData(0.9, 0.9)]
    [InlineData(0.2, 0.8)]
    public void TheDistanceIsTakenOnBothSidesOfAStep(double point, double expected) =>
        Assert.Equal(expected, DvoretzkyKieferWolfowitz.Distance([point], x => x), 1e-15);

    [Fact]
    public void TheWorstStepMayStandAnywhere() =>
        Assert.Equal(0.4, DvoretzkyKieferWolfowitz.Distance([0.1, 0.6, 0.65, 0.7, 0.9], x => x), 1e-15);

    [Fact]
    public void TiesAreOneHighStep() =>
        Assert.Equal(0.75, DvoretzkyKieferWolfowitz.Distance([0.25, 0.25, 0.25], x => x), 1e-15);

    [Fact]
    public void ALawWithoutAValueLeavesTheDistanceUnknown() =>
        Assert.Equal(double.NaN, DvoretzkyKieferWolfowitz.Distance([0.5], _ => double.NaN));

    [Fact]
    public void ALawIsNeeded() =>
        Assert.Throws<ArgumentNullException>("distribution", () => DvoretzkyKieferWolfowitz.Distance([0.5], null!));

    [Fact]
    public void ADescendingSampleIsRefused() =>
        Assert.Throws<ArgumentException>(() => DvoretzkyKieferWolfowitz.Distance([1.0, 0.5], x => x));

    [Fact]
    public void AnEmptySampleIsRefused() =>
        Assert.Throws<ArgumentException>(() => DvoretzkyKieferWolfowitz.Distance([], x => x));
}
