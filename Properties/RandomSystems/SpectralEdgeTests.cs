using FsCheck.Xunit;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.HessianDescent;
using Xunit;

namespace Verification.Properties.RandomSystems;

public sealed class SpectralEdgeTests
{
    // Reference: the infimum by Brent's method in ../prototypes' theory (scipy), four digits as the table prints them;
    // and the edges of the two laws alone.
    [Theory]
    [InlineData(0.5, 1, 1, 1.7461, 1e-4)]
    [InlineData(0.5, 1, 3, 1.6038, 1e-4)]
    [InlineData(0.25, 0.5, 2, 0.8966, 1e-4)]
    [InlineData(0.9, 0.3, 1, 0.3678, 1e-4)]
    [InlineData(0.5, 1.25, 0, 2.5, 1e-15)]
    [InlineData(4, 0, 3, -3, 0)]
    [InlineData(0.7, 0, 3, 0, 0)]
    public void NamedValues(double α, double a, double b, double value, double error) =>
        Assert.Equal(value, SpectralEdge.Of(α, a, b), error);

    // The naive twin is a search on a grid of m, refined once.
    [Property]
    public bool TheInfimumIsThatOfAGrid(byte ratio, byte scale, byte slope)
    {
        double α = (ratio + 1) / 128.0, a = (scale + 1) / 64.0, b = slope / 32.0;
        double best = double.PositiveInfinity;
        for (double m = 1e-4; m < 1e5; m *= 1.001)
            best = Math.Min(best, 1 / m - α * b / (1 + b * m) + a * a * m);
        double value = SpectralEdge.Of(α, a, b);
        return value <= best + 1e-12 && best - value < 1e-5 * (a + b);
    }

    [Property]
    public bool TheEnclosureIsNarrowAndContainsTheValue(ushort ratio, ushort scale, ushort slope)
    {
        double α = (ratio + 1) / 32768.0, a = (scale + 1) / 4096.0, b = slope / 2048.0;
        Interval z = SpectralEdge.Enclose(α, a, b);
        double value = SpectralEdge.Of(α, a, b);
        return z.Width <= 1e-12 * (a + b) && z.Lower <= value + 1e-13 * (a + b) && value - 1e-13 * (a + b) <= z.Upper;
    }

    [Theory]
    [InlineData(1e-8, 1e-12, 1e6)]
    [InlineData(0.999999, 1e-9, 1)]
    [InlineData(1, 1e-9, 1e3)]
    [InlineData(1e4, 1e-6, 1e3)]
    [InlineData(0.5, 1e8, 1e-8)]
    public void ExtremesAreEnclosedToo(double α, double a, double b)
    {
        Interval z = SpectralEdge.Enclose(α, a, b);
        Assert.True(z.Width <= 1e-9 * (a + α * b), $"{z}");
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(-1, 1, 1)]
    [InlineData(0.5, -1, 1)]
    [InlineData(0.5, 1, -1)]
    [InlineData(double.NaN, 1, 1)]
    [InlineData(0.5, double.PositiveInfinity, 1)]
    public void ArgumentsOutOfRangeAreRefused(double α, double a, double b) =>
        Assert.ThrowsAny<ArgumentException>(() => SpectralEdge.Of(α, a, b));

    // Every g bounds from above and every s from below.
    [Property]
    public bool ValuesOfTheTwoProblemsLieOnTheirSides(byte g, byte s)
    {
        Interval z = SpectralEdge.Enclose(0.6, 0.8, 1.7);
        return SpectralEdge.Primal(0.6, 0.8, 1.7, (g + 1) / 16.0).Upper >= z.Lower
            && SpectralEdge.Dual(0.6, 0.8, 1.7, s / 255.0).Lower <= z.Upper;
    }

    // The matrices themselves, of dimension 300: what is left is of the order d^(−2/3).
    [Theory]
    [InlineData(0.5, 1, 1)]
    [InlineData(0.9, 0.3, 1)]
    public void TheMatricesHaveThisEdge(double α, double a, double b)
    {
        const int d = 300;
        double lowest = EdgeMatrix.Draw(new(StreamKey.Of(12, "edge"), 0), d, (int)(α * d), a, b) is var A
            ? SymmetricSpectrum.ValuesOf(A)[0]
            : 0;
        Assert.Equal(-SpectralEdge.Of(α, a, b), lowest, 0.06 * (a + b));
    }
}
