using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;
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
    public void TheBestPlConstantIsThatOfAFineGrid(double height, double constant, double lastDigit)
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
                Near(x * f.SlopeRatio(x), 2 * x + 2 * a * sin * cos);
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

    // Each ratio from its definition, with derivatives of L by central differences in the plane, on a grid of
    // directions at several radii.
    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2.5)]
    public void ConstantsOfTheSpiralAreThoseOfAGridOfThePlane(double κ)
    {
        const double h = 1e-4;
        (double strong, double smooth, double weak, double secant, double error, double polyak, double growth) = (
            9e9, 0, 9e9, 9e9, 9e9, 9e9, 9e9);
        for (int k = 0; k < 3000; k++)
        {
            double r = 0.5 + 0.4 * (k % 5);
            (double sin, double cos) = ElementaryFunctions.SinCos(Math.PI * k / 3000);
            (double x, double y) = (r * cos, r * sin);
            double value = L(x, y);
            (double gx, double gy) = ((L(x + h, y) - L(x - h, y)) / (2 * h), (L(x, y + h) - L(x, y - h)) / (2 * h));
            double xx = (L(x + h, y) + L(x - h, y) - 2 * value) / (h * h);
            double yy = (L(x, y + h) + L(x, y - h) - 2 * value) / (h * h);
            double xy = (L(x + h, y + h) + L(x - h, y - h) - L(x + h, y - h) - L(x - h, y + h)) / (4 * h * h);
            double root = Math.Sqrt((xx - yy) * (xx - yy) + 4 * xy * xy);
            strong = Math.Min(strong, (xx + yy - root) / 2);
            smooth = Math.Max(smooth, Math.Max(Math.Abs(xx + yy - root), Math.Abs(xx + yy + root)) / 2);
            double inner = gx * x + gy * y;
            double square = gx * gx + gy * gy;
            weak = Math.Min(weak, 2 * (inner - value) / (r * r));
            secant = Math.Min(secant, inner / (r * r));
            error = Math.Min(error, Math.Sqrt(square) / r);
            polyak = Math.Min(polyak, 0.5 * square / value);
            growth = Math.Min(growth, 2 * value / (r * r));
        }

        LandscapeConstants c = new SpiralParabola(κ).Constants();
        Assert.Equal(strong, c.StrongConvexity.Midpoint, 1e-4);
        Assert.Equal(smooth, c.Smoothness.Midpoint, 1e-4);
        Assert.Equal(weak, c.WeakStrongConvexity.Midpoint, 1e-4);
        Assert.Equal(secant, c.RestrictedSecant.Midpoint, 1e-4);
        Assert.Equal(error, c.ErrorBound.Midpoint, 1e-4);
        Assert.Equal(polyak, c.Polyak.Midpoint, 1e-4);
        Assert.Equal(growth, c.QuadraticGrowth.Midpoint, 1e-4);
        Near(c.RestrictedSecant, 1 - SpiralParabola.Anisotropy * Math.Sqrt(1 + κ * κ));
        Near(c.WeakStrongConvexity, 1 - SpiralParabola.Anisotropy * Math.Sqrt(1 + 4 * κ * κ));

        double L(double x, double y)
        {
            // cos(2θ + 2κ·ln r) with r² = x² + y², (cos 2θ, sin 2θ) = (x² − y², 2xy)/r².
            double square = x * x + y * y;
            (double sin, double cos) = ElementaryFunctions.SinCos(κ * ElementaryFunctions.Log(square));
            return 0.5 * (square + SpiralParabola.Anisotropy * ((x * x - y * y) * cos - 2 * x * y * sin));
        }
    }

    // ½p²x^(p−2)/μ − 1 and px^(p−1) by hand: 8·(¼)² − 1 and 4·(¼)³ for x⁴ at x = ¼, 2/μ − 1 and 2x for x².
    [Theory]
    [InlineData(4, 1, 0.0625, -0.5, 0.0625)]
    [InlineData(4, 4, 0.25, 1, 4)]
    [InlineData(2, 4, 0.25, -0.5, 2)]
    public void PlOfAPowerIsTheOneByHand(int power, double constant, double place, double ratio, double slope)
    {
        PowerLandscapeOutcome outcome = new PowerLandscapeExperiment().Run(
            new(power, constant, place), new RandomStream(StreamKey.Of(1, "unused"), 0), default);
        Assert.InRange(ratio, outcome.RatioLower, outcome.RatioUpper);
        Assert.InRange(slope, outcome.SlopeLower, outcome.SlopeUpper);
        Assert.True(outcome.RatioUpper - outcome.RatioLower < 1e-14);
    }

    [Fact]
    public void BetweenTwoSolutionsThereIsNoGrowth()
    {
        var experiment = new LeastSquaresExperiment();
        var stream = new RandomStream(StreamKey.Of(2, "least squares"), 0);
        LeastSquaresOutcome several = experiment.Run(new(Rank: 3, Deficit: 2, Condition: 10), stream, default);
        Assert.InRange(several.FixedGrowth, 0, several.Error);
        Assert.InRange(several.FixedWeakStrongConvexity, -several.Error, several.Error);
        Assert.True(double.IsNaN(experiment.Run(new(Rank: 3, Deficit: 0, Condition: 10), stream, default).FixedGrowth));
    }

    [Fact]
    public void ParametersOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpiralParabola(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RippledParabola(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RippledParabola(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlattenedModulus(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlattenedModulus(1));
    }

    private static void Near(Interval enclosure, double value) =>
        Assert.True(
            enclosure.Lower <= value + 1e-10 * (1 + Math.Abs(value))
                && enclosure.Upper >= value - 1e-10 * (1 + Math.Abs(value)),
            $"{value:R} not in {enclosure}");
}
