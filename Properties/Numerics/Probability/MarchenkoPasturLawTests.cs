using Verification.Implementation.Numerics.Probability;
using Xunit;

namespace Verification.Properties.Numerics.Probability;

/// <summary>The law of Marchenko and Pastur and the semicircle law against their densities.</summary>
public sealed class MarchenkoPasturLawTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1e-4)]
    [InlineData(0.04)]
    [InlineData(0.25)]
    [InlineData(0.9)]
    public void TheDistributionFunctionIntegratesTheDensity(double ratio)
    {
        var law = new MarchenkoPasturLaw(ratio);
        double r = Math.Sqrt(ratio);

        // The trapezoidal rule in the angle converges geometrically over the whole period, and like 1/n² over a part:
        // 40000 steps leave 10⁻⁹.
        foreach (double angle in (double[])[0, 0.3, 1, 2, 3, Math.PI])
        {
            const int n = 40_000;
            double sum = 0;
            for (int k = 0; k <= n; k++)
            {
                double φ = angle * k / n;
                double x = r - 2 * Math.Cos(φ);
                double density = Math.Sqrt(Math.Max(0, (x - r + 2) * (r + 2 - x))) / (2 * Math.PI * (1 + r * x));
                sum += (k == 0 || k == n ? 0.5 : 1) * density * 2 * Math.Sin(φ);
            }

            (double point, double probability) = law.At(angle);
            Assert.Equal(r - 2 * Math.Cos(angle), point, 1e-14);
            Assert.Equal(sum * angle / n, probability, 1e-8);
        }
    }

    /// <summary>Moments of (λ − m)/√(md) in the limit: 0, 1, √y, 2 + y (free cumulants κ_k = y^{k/2 − 1}).</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.09)]
    [InlineData(0.5)]
    public void TheMomentsAreThoseOfTheFreePoissonLaw(double ratio)
    {
        const int n = 4000;
        (double[] points, double[] probabilities) = new MarchenkoPasturLaw(ratio).Grid(n);
        double[] expected = [0, 1, Math.Sqrt(ratio), 2 + ratio];
        for (int power = 1; power <= 4; power++)
        {
            double moment = 0;
            for (int k = 0; k < n; k++)
                moment += (probabilities[k + 1] - probabilities[k]) * Math.Pow((points[k] + points[k + 1]) / 2, power);
            Assert.Equal(expected[power - 1], moment, 1e-5);
        }
    }

    [Fact]
    public void TheSemicircleHasItsClosedForm()
    {
        for (double x = -2; x <= 2; x += 0.0625)
        {
            double expected = 0.5 + x * Math.Sqrt(4 - x * x) / (4 * Math.PI) + Math.Asin(x / 2) / Math.PI;
            Assert.Equal(expected, MarchenkoPasturLaw.Semicircle(x), 1e-13);
        }

        Assert.Equal(0, MarchenkoPasturLaw.Semicircle(-3));
        Assert.Equal(1, MarchenkoPasturLaw.Semicircle(3));
    }

    [Fact]
    public void RatioZeroIsTheSemicircle()
    {
        (double[] points, double[] probabilities) = new MarchenkoPasturLaw(0).Grid(500);
        Assert.All(
            points.Zip(probabilities),
            pair => Assert.Equal(MarchenkoPasturLaw.Semicircle(pair.First), pair.Second, 1e-13));
    }

    [Theory]
    [InlineData(1e-2)]
    [InlineData(1e-4)]
    [InlineData(1e-6)]
    public void TheSemicircleIsMissedByAThirdOfTheRootOverPi(double ratio) =>
        Assert.Equal(
            1 / (3 * Math.PI), new MarchenkoPasturLaw(ratio).DistanceToSemicircle(240) / Math.Sqrt(ratio),
            0.1 * Math.Sqrt(ratio));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(0.95)]
    [InlineData(double.NaN)]
    public void ARatioOutOfRangeIsRefused(double ratio) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MarchenkoPasturLaw(ratio));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(3.2)]
    public void AnAngleOutOfRangeIsRefused(double angle) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MarchenkoPasturLaw(0.1).At(angle));
}
