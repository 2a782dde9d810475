using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class SlopeDesignTests
{
    // Points of a power law with a normal scatter, as many as the design says: the interval is as narrow as asked for,
    // and not narrower than the reserve and the bound of the quantile explain.
    [Theory]
    [InlineData(1e-2, 0.5, 0.1)]
    [InlineData(1e-7, 0.3, 0.06)]
    public void TheIntervalReachesTheResolution(double level, double scatter, double resolution)
    {
        double[] abscissas = [8, 16, 32, 64];
        int draws = SlopeDesign.Trials(level, scatter, resolution, abscissas);
        var stream = new RandomStream(StreamKey.Of(3, "slope-design"), 0);
        double[] x = [.. abscissas.SelectMany(value => Enumerable.Repeat(value, draws))];
        double[] y = [.. x.Select(value => value * value * ElementaryFunctions.Exp(scatter * stream.NextNormal()))];
        Assert.InRange(SlopeEstimate.Of(x, y, pointError: 0, level).HalfWidth, 0.7 * resolution, resolution);
    }

    [Fact]
    public void AnAbscissaThatStandsTwiceCountsOnce() => Assert.Equal(
        SlopeDesign.Trials(1e-6, 0.5, 0.1, [2, 4, 8]), SlopeDesign.Trials(1e-6, 0.5, 0.1, [2, 4, 8, 8, 2]));

    [Fact]
    public void WithoutTwoAbscissasTheLeastNumberIsGiven() =>
        Assert.Equal(8, SlopeDesign.Trials(1e-6, 0.5, 0.1, [4, 4]));

    [Fact]
    public void TheReserveIsAFactorOfTheDraws()
    {
        int draws = SlopeDesign.Trials(1e-6, 0.5, 0.02, [2, 4, 8]);
        Assert.Equal(1.25 * draws, SlopeDesign.Trials(1e-6, 0.5, 0.02, [2, 4, 8], reserve: 1.5), 3.0);
    }

    // d² against d^2.5: the slope of the former on the latter is 0.8. Against itself there is nothing to tell.
    [Fact]
    public void TheGapIsTheDistanceOfTheSlopeFromOne()
    {
        double[] sizes = [3, 7, 20];
        double[] squares = [.. sizes.Select(d => d * d)];
        Assert.Equal(0.2, SlopeDesign.Gap(sizes.Select(d => d * d * Math.Sqrt(d)), squares), 1e-14);
        Assert.Equal(0, SlopeDesign.Gap(squares, squares), 1e-14);
        Assert.Equal(double.NaN, SlopeDesign.Gap([2.0], [2.0]));
    }
}
