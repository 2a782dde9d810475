using Verification.Implementation.Numerics.Random;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class SlopeEstimateTests
{
    [Fact]
    public void TheFitSolvesTheNormalEquations()
    {
        double[] x = [1, 2, 3, 5, 8, 13];
        double[] y = [2.1, 3.9, 7, 11.5, 30, 44];
        SlopeEstimate fit = SlopeEstimate.Of(x, y, 0, 0.05);

        // The naive twin: cov(ln x, ln y) / var(ln x).
        double mx = x.Average(Math.Log);
        double my = y.Average(Math.Log);
        double slope = x.Zip(y, (a, b) => (Math.Log(a) - mx) * (Math.Log(b) - my)).Sum() / x.Sum(a => (Math.Log(a) - mx) * (Math.Log(a) - mx));
        Assert.Equal(slope, fit.Slope, 1e-12);
    }

    [Fact]
    public void TheIntervalsCoverTheTruthAboutAsOftenAsTheyPromise()
    {
        // 400 fits at level 0.1: misses are binomial with mean 40 and standard deviation 6; six of them leave one chance in 10⁸ for a sound interval.
        int slopeMisses = 0;
        int curvatureMisses = 0;
        double[] x = [.. Enumerable.Range(1, 10).Select(i => Math.Exp(i / 3.0))];
        for (int trial = 0; trial < 400; trial++)
        {
            var noise = new double[x.Length];
            new RandomStream(StreamKey.Of(1, "slope-coverage"), (ulong)trial).FillNormals(noise);
            double[] y = [.. x.Zip(noise, (v, e) => Math.Exp(1.5 * Math.Log(v) + 0.1 * e))];
            SlopeEstimate fit = SlopeEstimate.Of(x, y, 0, 0.1);
            slopeMisses += Math.Abs(fit.Slope - 1.5) > fit.HalfWidth ? 1 : 0;
            curvatureMisses += Math.Abs(fit.Curvature) > fit.CurvatureHalfWidth ? 1 : 0;
        }

        Assert.InRange(slopeMisses, 4, 76);
        Assert.InRange(curvatureMisses, 4, 76);
    }

    [Theory]
    [InlineData(new[] { 1.0, 2, 2 }, new[] { 1.0, 2, 3 })]
    [InlineData(new[] { 1.0, 2, 3 }, new[] { 1.0, 2 })]
    [InlineData(new[] { 1.0, 2, 3 }, new[] { 1.0, 0, 3 })]
    [InlineData(new[] { 1.0, 2, double.NaN }, new[] { 1.0, 1, 3 })]
    [InlineData(new[] { 1.0, 2, 3 }, new[] { 1.0, double.PositiveInfinity, 3 })]
    public void PointsWithoutAUsableLogarithmAreRefused(double[] x, double[] y) =>
        Assert.Throws<ArgumentException>(() => SlopeEstimate.Of(x, y, 0, 0.05));
}
