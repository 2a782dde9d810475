using System.Globalization;
using FsCheck.Xunit;
using Verification.Implementation.Numerics.Intervals;
using Xunit;

namespace Verification.Properties.Numerics.Intervals;

public sealed class ShortDecimalTests
{
    [Property(MaxTest = 2000)]
    public void ANumberIsWithinHalfAUnitShortAndItsOwn(ulong bits, byte length)
    {
        double x = BitConverter.UInt64BitsToDouble(bits * 0x9E3779B97F4A7C15);
        int digits = 1 + length % 15;
        if (!double.IsNormal(x) || Math.Abs(x) > 1e307)
            return;
        double y = ShortDecimal.Nearest(x, digits);
        double half = double.Parse($"5.2E-{digits}", CultureInfo.InvariantCulture);
        Assert.Equal(half, ShortDecimal.RelativeError(digits), half * 1e-14);
        Assert.InRange(Math.Abs(y - x), 0, half * Math.Abs(x));
        Assert.True(digits < 3 || Math.Abs(y - x) <= half * Math.Abs(y));
        Assert.Equal(y, ShortDecimal.Nearest(y, digits));
        Assert.Equal(-y, ShortDecimal.Nearest(-x, digits));
        Assert.Equal([y, -y], ShortDecimal.Nearest([x, -x], digits));
        Assert.InRange(SignificantDigits.Of(y), 1, digits);

        // It lies on the same side of every number that has no more digits.
        Assert.InRange(y, OutwardDecimal.Below(x, digits), OutwardDecimal.Above(x, digits));
    }

    [Property(MaxTest = 500)]
    public void OrderIsKept(ulong bits, int apart)
    {
        double x = Math.Abs(BitConverter.UInt64BitsToDouble(bits * 0x9E3779B97F4A7C15));
        double above = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x) + Math.Abs((long)apart));
        if (double.IsFinite(above))
            Assert.True(ShortDecimal.Nearest(x, 9) <= ShortDecimal.Nearest(above, 9));
    }

    [Theory]
    [InlineData(0.1, 1, 0.1)] // what is short already stays
    [InlineData(0.123456, 3, 0.123)]
    [InlineData(-0.123456, 5, -0.12346)]
    [InlineData(999.96, 4, 1000)]
    [InlineData(double.MaxValue, 3, double.MaxValue)]
    [InlineData(double.Epsilon, 9, double.Epsilon)]
    [InlineData(1.234e-321, 2, 1.2e-321)]
    [InlineData(0, 3, 0)]
    [InlineData(double.NaN, 3, double.NaN)]
    [InlineData(double.NegativeInfinity, 3, double.NegativeInfinity)]
    public void TheNearestIsTaken(double x, int digits, double expected) =>
        Assert.Equal(expected, ShortDecimal.Nearest(x, digits));

    [Fact]
    public void TheSignOfZeroStays() => Assert.True(double.IsNegative(ShortDecimal.Nearest(-0.0, 3)));

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    public void OtherNumbersOfDigitsAreRefused(int digits)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ShortDecimal.Nearest(1, digits));
        Assert.Throws<ArgumentOutOfRangeException>(() => ShortDecimal.RelativeError(digits));
    }
}
