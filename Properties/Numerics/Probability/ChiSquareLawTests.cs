using MathNet.Numerics.Distributions;
using Verification.Implementation.Numerics.Probability;
using Xunit;

namespace Verification.Properties.Numerics.Probability;

/// <summary>The chi-square distribution function against closed forms and MathNet's incomplete gamma
/// function.</summary>
public sealed class ChiSquareLawTests
{
    [Fact]
    public void TwoDegreesOfFreedomAreExponential()
    {
        for (double x = 0; x < 40; x += 0.37)
            Assert.Equal(1 - Math.Exp(-x / 2), ChiSquareLaw.Probability(x, 2), 1e-14);
    }

    [Fact]
    public void FourDegreesOfFreedomAreErlang()
    {
        for (double x = 0; x < 40; x += 0.37)
            Assert.Equal(1 - Math.Exp(-x / 2) * (1 + x / 2), ChiSquareLaw.Probability(x, 4), 1e-14);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(299)]
    public void TheProbabilityIsMathNets(int degreesOfFreedom)
    {
        foreach (double factor in (double[])[0.01, 0.5, 0.9, 1, 1.1, 2, 3])
            Assert.Equal(
                ChiSquared.CDF(degreesOfFreedom, factor * degreesOfFreedom),
                ChiSquareLaw.Probability(factor * degreesOfFreedom, degreesOfFreedom), 1e-11);
    }

    [Fact]
    public void TheEndsAreExactAndNaNStays()
    {
        Assert.Equal(0, ChiSquareLaw.Probability(0, 1));
        Assert.Equal(1, ChiSquareLaw.Probability(1000, 1), 1e-13);
        Assert.True(double.IsNaN(ChiSquareLaw.Probability(double.NaN, 3)));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1001, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 301)]
    public void ArgumentsOutOfRangeAreRefused(double x, int degreesOfFreedom) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquareLaw.Probability(x, degreesOfFreedom));
}
