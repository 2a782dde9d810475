using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditions;
using Xunit;

namespace Verification.Properties.PolyakLojasiewicz;

public sealed class LandscapeTests
{
    // Values of a dense grid refined by golden section in Python, to the digits given.
    [Theory]
    [InlineData(0.5, 1.481164, 5e-7)]
    [InlineData(1, 1.074227, 5e-7)]
    [InlineData(2, 0.505159, 5e-7)]
    [InlineData(3, 0.17553098588, 5e-12)]
    [InlineData(4, 0.0230337, 5e-8)]
    [InlineData(4.5, 6.527e-4, 5e-8)]
    [InlineData(4.6, 6.768e-7, 5e-11)]
    public void TheBestPolyakConstantIsThatOfAFineGrid(double height, double constant, double lastDigit)
    {
        Interval μ = RippledParabola.ConstantsAt(height).Polyak;
        Assert.True(μ.Lower <= constant + lastDigit && μ.Upper >= constant - lastDigit, μ.ToString());
        Assert.True(μ.Width < 1e-10);
    }

    [Fact]
    public void EnclosuresContainPlainEvaluation()
    {
        foreach (double a in (double[])[0, 0.7, 3, 10])
        {
            var f = new RippledParabola(a);
            for (int i = 1; i < 400; i++)
            {
                double x = 0.037 * i;
                (double sin, double cos) = ElementaryFunctions.SinCos(x);
                Near(f.Value(x), x * x + a * sin * sin);
                Near(f.Derivative(x), 2 * x + 2 * a * sin * cos);
                Near(f.Curvature(x), 2 + 2 * a * (cos * cos - sin * sin));
                Near(f.CurvatureSlope(x), -8 * a * sin * cos);
            }
        }
    }

    [Fact]
    public void SlopesAreDerivatives()
    {
        ScalarLandscape[] landscapes = [new RippledParabola(3), new FlattenedModulus(0.1)];
        foreach (ScalarLandscape f in landscapes)
        {
            for (int i = 1; i < 40; i++)
            {
                double x = 0.0241 * i;
                if (Math.Abs(x - 0.1) < 1e-4)
                    continue;
                Difference(f.ValueRatio, f.ValueRatioSlope, x);
                Difference(f.SlopeRatio, f.SlopeRatioSlope, x);
                Difference(f.PolyakRatio, f.PolyakRatioSlope, x);
            }
        }

        static void Difference(Func<Interval, Interval> function, Func<Interval, Interval> slope, double x)
        {
            const double h = 1e-5;
            double quotient = (function(x + h).Midpoint - function(x - h).Midpoint) / (2 * h);
            Assert.Equal(quotient, slope(x).Midpoint, 1e-6 * (1 + Math.Abs(quotient)) * 10);
        }
    }

    [Fact]
    public void TheSpuriousMinimumAtTenIsCertified()
    {
        LandscapeConstants c = RippledParabola.ConstantsAt(10);
        Assert.True(c.Stationary.IsComplete);
        Assert.Equal(2, c.Stationary.Roots.Count);
        Interval x = c.Stationary.Roots[1];
        var f = new RippledParabola(10);
        Assert.InRange(x.Midpoint, 2.8396038981, 2.8396038982);
        Assert.True(f.Curvature(x).Lower > 0 && f.Value(x).Lower > 8.9479);
        (double sin, _) = ElementaryFunctions.SinCos(2 * x.Midpoint);
        Assert.Equal(0, 2 * x.Midpoint + 10 * sin, 1e-12);
    }

    // Closed forms: 2f/x² is least at 1, ½f′²/f too.
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.1)]
    [InlineData(0.01)]
    public void TheFlattenedModulusHasItsClosedForms(double ε)
    {
        LandscapeConstants c = new FlattenedModulus(ε).Constants();
        Near(c.QuadraticGrowth, 1 - ε / 2);
        Near(c.Polyak, 1 / (4 - 2 * ε));
        Near(c.Smoothness, 1 / (2 * ε));
    }

    [Fact]
    public void ParametersOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RippledParabola(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RippledParabola(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlattenedModulus(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlattenedModulus(1));
    }

    private static void Near(Interval enclosure, double value) =>
        Assert.True(enclosure.Lower <= value + 1e-10 * (1 + Math.Abs(value)) && enclosure.Upper >= value - 1e-10 * (1 + Math.Abs(value)), $"{value:R} not in {enclosure}");
}
