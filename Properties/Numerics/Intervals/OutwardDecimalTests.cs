using System.Globalization;
using FsCheck.Xunit;
using Verification.Implementation.Numerics.Intervals;
using Xunit;

namespace Verification.Properties.Numerics.Intervals;

public sealed class OutwardDecimalTests
{
    [Property(MaxTest = 2000)]
    public void ABoundIsOnItsSideCloseAndShort(ulong bits, byte length)
    {
        double x = BitConverter.UInt64BitsToDouble(bits * 0x9E3779B97F4A7C15);
        int digits = 1 + length % 15;
        if (!double.IsNormal(x) || Math.Abs(x) > 1e307)
            return;
        (double below, double above) = (OutwardDecimal.Below(x, digits), OutwardDecimal.Above(x, digits));
        Assert.InRange(x, below, above);
        double unit = double.Parse($"1E{1 - digits}", CultureInfo.InvariantCulture) * Math.Abs(x);
        Assert.InRange(above - below, 0, 2.000001 * unit);
        Assert.All(
            (double[])[below, above],
            end => Assert.True(SignificantDigits.Of(end) <= digits, end.ToString("R", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData(0.1, 1, 0.1, 0.1)] // what is short already stays
    [InlineData(0.123456, 3, 0.123, 0.124)]
    [InlineData(-0.123456, 3, -0.124, -0.123)]
    [InlineData(999.96, 4, 999.9, 1000)]
    [InlineData(double.MaxValue, 3, 1.79e308, double.PositiveInfinity)]
    [InlineData(0, 3, 0, 0)]
    [InlineData(double.PositiveInfinity, 3, double.PositiveInfinity, double.PositiveInfinity)]
    public void BoundsAreTheDecimalsOnEitherSide(double x, int digits, double below, double above)
    {
        Assert.Equal(below, OutwardDecimal.Below(x, digits));
        Assert.Equal(above, OutwardDecimal.Above(x, digits));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    public void OtherNumbersOfDigitsAreRefused(int digits) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OutwardDecimal.Above(1, digits));
}
