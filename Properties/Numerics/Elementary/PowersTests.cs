using FsCheck.Xunit;
using Verification.Implementation.Numerics.Elementary;
using Xunit;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Properties.Numerics.Elementary;

public sealed class PowersTests
{
    [Theory]
    [InlineData(3, 4, 81)]
    [InlineData(-2, 5, -32)]
    [InlineData(0, 0, 1)]
    [InlineData(0, 3, 0)]
    [InlineData(0.5, 10, 0.0009765625)]
    public void WholePowersThatAreDoublesAreExact(double x, int n, double power) =>
        Assert.Equal(power, Powers.Integer(x, n));

    [Fact]
    public void ANegativeWholeExponentIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Powers.Integer(2, -1));

    // The error of either is bounded by its documentation; ten units for the logarithm and the exponential.
    [Property]
    public void BothPowersAgree(byte numerator, byte exponent)
    {
        double x = (numerator + 1) / 64.0;
        int n = exponent % 40;
        double expected = Powers.Integer(x, n);
        double error = (n + 10) * (1 + Math.Abs(n * ElementaryFunctions.Log(x))) * UnitRoundoff;
        Assert.InRange(Powers.Real(x, n) / expected - 1, -error, error);
    }

    [Theory]
    [InlineData(0, 0.5, 0)]
    [InlineData(4, 0, 1)]
    [InlineData(-1, 0.5, double.NaN)]
    [InlineData(0, 0, double.NaN)]
    public void RealPowersHaveTheEndsThatTheyState(double x, double p, double power) =>
        Assert.Equal(power, Powers.Real(x, p));
}
