using Verification.Implementation.Numerics.Probability;
using Xunit;

namespace Verification.Properties.Numerics.Probability;

public sealed class SampleStatisticsTests
{
    [Theory]
    [InlineData(new double[] { 3 }, 3)]
    [InlineData(new double[] { 4, 1 }, 2.5)]
    [InlineData(new double[] { 9, 1, 5 }, 5)]
    [InlineData(new double[] { 1, 8, 2, 3 }, 2.5)]
    [InlineData(new[] { 1e308, 1.6e308 }, 1.3e308)]
    [InlineData(new[] { double.MaxValue }, double.MaxValue)]
    [InlineData(new[] { -double.MaxValue, -double.MaxValue }, -double.MaxValue)]
    [InlineData(new[] { 5e-324, 5e-324, 1 }, 5e-324)]
    [InlineData(new[] { double.NegativeInfinity, 1, double.PositiveInfinity }, 1)]
    [InlineData(new[] { 1, 2, double.PositiveInfinity, double.PositiveInfinity }, double.PositiveInfinity)]
    [InlineData(new[] { 1, double.NaN, 2 }, double.NaN)]
    public void TheMedianLiesInTheMiddle(double[] values, double expected) =>
        Assert.Equal(expected, SampleStatistics.Median(values));

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(9, 0, 8)]
    [InlineData(10, 1, 8)]
    [InlineData(29, 2, 26)]
    public void ATenthOfTheNumbersLiesBeyondEachDecile(int count, double first, double last) => Assert.Equal(
        (first, last), SampleStatistics.DecilesOfSorted([.. Enumerable.Range(0, count).Select(k => (double)k)]));

    [Fact]
    public void AnEmptySampleHasNoDeciles() =>
        Assert.Throws<ArgumentException>(() => SampleStatistics.DecilesOfSorted([]));

    [Fact]
    public void AnEmptySampleHasNoMedian()
    {
        Assert.Throws<ArgumentException>(() => SampleStatistics.Median([]));
        Assert.Throws<ArgumentException>(() => SampleStatistics.MedianOfSorted([]));
    }

    [Theory]
    [InlineData(new double[] { 2, 8 }, 4)]
    [InlineData(new[] { 1e-300, 1e300 }, 1)]
    [InlineData(new double[] { 7, 0 }, 0)]
    [InlineData(new double[] { 7, -1 }, double.NaN)]
    [InlineData(new double[] { }, double.NaN)]
    public void TheGeometricMeanIsThatOfLogarithms(double[] values, double expected) =>
        Assert.Equal(expected, SampleStatistics.GeometricMean(values), 1e-14);
}
