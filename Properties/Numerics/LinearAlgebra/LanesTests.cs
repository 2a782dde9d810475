using Verification.Implementation.Numerics.LinearAlgebra;
using Xunit;
using static Verification.Properties.Numerics.LinearAlgebra.TestMatrices;

namespace Verification.Properties.Numerics.LinearAlgebra;

public class LanesTests
{
    [Fact]
    public void ReductionsHaveTheBitsOfEightNaiveLanes()
    {
        for (int n = 0; n <= 70; n++)
        {
            double[] x = Vector(n, 1), y = Vector(n, 2), ones = new double[n];
            Array.Fill(ones, 1.0);
            AssertSameBits([NaiveDot(x, y), NaiveDot(x, ones)], [Lanes.Dot(x, y), Lanes.Sum(x)]);
        }
    }

    [Fact]
    public void UpdatesRoundEachEntryOnce()
    {
        for (int n = 0; n <= 40; n++)
        {
            double[] x = Vector(n, 3), y = Vector(n, 4);
            double[] expectedSum = [.. x.Zip(y, (a, b) => Math.FusedMultiplyAdd(0.7, a, b))];
            double[] expectedProduct = [.. x.Select(a => 0.7 * a)];
            Lanes.Axpy(0.7, x, y);
            Lanes.Scale(0.7, x);
            AssertSameBits(expectedSum, y);
            AssertSameBits(expectedProduct, x);
        }
    }

    [Fact]
    public void AppendedZerosChangeNoBit()
    {
        double[] x = Vector(21, 5),
            y = Vector(21, 6);
        double[] longerX = [.. x, .. new double[30]],
            longerY = [.. y, .. new double[30]];
        AssertSameBits(
            [Lanes.Dot(x, y), Lanes.Sum(x), Lanes.Norm(x)],
            [Lanes.Dot(longerX, longerY), Lanes.Sum(longerX), Lanes.Norm(longerX)]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(-1000)]
    [InlineData(-1060)]
    public void NormScalesWithItsArgument(int exponent)
    {
        // 3-4-5 triangles in every lane: Σ = 25·25 · 4^exponent.
        var values = new double[50];
        for (int i = 0; i < 50; i++)
            values[i] = Math.ScaleB(i % 2 == 0 ? 3 : -4, exponent);
        Assert.Equal(Math.ScaleB(25, exponent), Lanes.Norm(values));
    }

    [Fact]
    public void NormOfExtremes()
    {
        Assert.Equal(0, Lanes.Norm([]));
        Assert.Equal(0, Lanes.Norm([0, -0.0]));
        Assert.Equal(double.Epsilon, Lanes.Norm([0, -double.Epsilon]));
        Assert.Equal(double.PositiveInfinity, Lanes.Norm([1, double.NegativeInfinity]));
        Assert.Equal(double.PositiveInfinity, Lanes.Norm([double.MaxValue, double.MaxValue]));
        Assert.Equal(double.MaxValue, Lanes.Norm([double.MaxValue, 1]));
        Assert.True(double.IsNaN(Lanes.Norm([double.PositiveInfinity, double.NaN])));
    }

    [Fact]
    public void DifferentLengthsAreRefused()
    {
        Assert.Throws<ArgumentException>("y", () => Lanes.Dot([1, 2], [1]));
        Assert.Throws<ArgumentException>("y", () => Lanes.Axpy(1, [1], new double[2]));
    }

    internal static double NaiveDot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var l = new double[8];
        for (int i = 0; i < (x.Length + 7) / 8 * 8; i++)
            l[i % 8] = Math.FusedMultiplyAdd(i < x.Length ? x[i] : 0, i < x.Length ? y[i] : 0, l[i % 8]);
        return ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]));
    }
}
