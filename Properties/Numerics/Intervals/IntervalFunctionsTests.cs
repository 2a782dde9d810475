using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Properties.Numerics.Elementary;
using Xunit;

namespace Verification.Properties.Numerics.Intervals;

public class IntervalFunctionsTests
{
    // Points over six decades and near the multiples of π/2, where sine and cosine cancel.
    private static IEnumerable<double> Points()
    {
        ulong state = 7;
        for (int i = 0; i < 600; i++)
        {
            state = state * 6364136223846793005 + 1442695040888963407; // Knuth's MMIX
            double uniform = (state >> 11) * 1.1102230246251565e-16;
            yield return (i % 6) switch
            {
                0 => uniform - 0.5,
                1 => 20 * uniform - 10,
                2 => 2000 * uniform - 1000,
                3 => 1e6 * uniform,
                4 => 1e-6 * uniform,
                _ => 1.5707963267948966 * (i % 40 - 20) + 1e-8 * (uniform - 0.5),
            };
        }
    }

    [Fact]
    public void SineAndCosineContainTheReferenceAndAreNarrow()
    {
        foreach (double x in Points())
        {
            Interval sin = IntervalFunctions.Sin(x), cos = IntervalFunctions.Cos(x);
            // The reference, of 60 digits, rounded to a double and widened by that rounding.
            (FixedPointReference.Value exactSin, FixedPointReference.Value exactCos) = FixedPointReference.SinCos(x);
            AssertContains(sin, FixedPointReference.ToDouble(exactSin), x);
            AssertContains(cos, FixedPointReference.ToDouble(exactCos), x);
            Assert.True(sin.Width <= 1e-14 && cos.Width <= 1e-14, $"at {x:R}: {sin}, {cos}");
        }
    }

    [Fact]
    public void ExponentialAndLogarithmContainTheReferenceAndAreNarrow()
    {
        foreach (double point in Points().Concat([700, -700, 709.7, 1, 0, -1e-300, Math.Sqrt(2), 2, 0.5]))
        {
            double x = Math.IEEERemainder(point, 1400);
            Interval exp = IntervalFunctions.Exp(x);
            double reference = FixedPointReference.ToDouble(FixedPointReference.Exp(x));
            AssertContains(exp, reference, x);
            Assert.True(exp.Width <= 3e-14 * reference, $"at {x:R}: {exp}");
            if (point <= 0)
                continue;
            Interval log = IntervalFunctions.Log(point);
            AssertContains(log, FixedPointReference.ToDouble(FixedPointReference.Log(point)), point);
            Assert.True(log.Width <= 1e-15 * (1 + log.Magnitude), $"at {point:R}: {log}");
        }
    }

    [Theory]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData(-1e300, 1e300)]
    [InlineData(-800, 800)]
    [InlineData(709.75, 709.76)]
    [InlineData(709, 711)]
    [InlineData(720, 730)]
    [InlineData(-746, -744)]
    [InlineData(-1e9, -1e8)]
    public void ExponentialsOfExtremesReachOverTheRange(double lower, double upper)
    {
        Interval exp = IntervalFunctions.Exp(new(lower, upper));
        Assert.True(exp.Lower >= 0 && exp.Lower <= exp.Upper);
        Assert.True(lower > -740 || exp.Lower <= 1e-320);
        Assert.True(upper < 709.8 || double.IsPositiveInfinity(exp.Upper));
        Assert.True(upper > -740 || exp.Upper > 0);
    }

    [Fact]
    public void LogarithmsAreThoseOfThePositivePart()
    {
        Assert.Equal(Interval.Empty, IntervalFunctions.Log(new(-2, 0)));
        Assert.Equal(double.NegativeInfinity, IntervalFunctions.Log(new(-2, 1)).Lower);
        Assert.Equal(0, IntervalFunctions.Log(new(-2, 1)).Upper);
        Assert.Equal(double.PositiveInfinity, IntervalFunctions.Log(new(1, double.PositiveInfinity)).Upper);
        Assert.True(IntervalFunctions.Log(double.Epsilon).Contains(-744.4400719213812));
        Assert.True(IntervalFunctions.Log(double.MaxValue).Contains(709.782712893384));
    }

    [Fact]
    public void LogarithmsNextToOneAreRelativeToTheirValue()
    {
        foreach (double x in Points().Where(x => x > -1).Concat([0, 1e-300, -1e-20, 0.25, -0.25, -1 + 1e-15, 1e300]))
        {
            Interval log = IntervalFunctions.Log1p(x);
            AssertContains(log, FixedPointReference.ToDouble(FixedPointReference.Log1p(x)), x);
            Assert.True(log.Width <= 2e-15 * log.Magnitude, $"at {x:R}: {log}");
        }

        Assert.Equal(Interval.Empty, IntervalFunctions.Log1p(new(-2, -1)));
        Assert.Equal(double.NegativeInfinity, IntervalFunctions.Log1p(new(-2, 0)).Lower);
        Assert.Equal(double.PositiveInfinity, IntervalFunctions.Log1p(new(1, double.PositiveInfinity)).Upper);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.25, 3)]
    [InlineData(1e-3, 2000)]
    [InlineData(0.99, 50)]
    public void WhatIsLeftIsThePower(double share, int steps)
    {
        Interval power = Interval.Power(1 - Interval.Of(share), steps);
        Interval left = IntervalFunctions.LeftAfter(share, steps);
        Assert.NotEqual(Interval.Empty, Interval.Intersect(power, left));
        Assert.True(left.Width <= 1e-12 * power.Upper, $"{left}");
    }

    // (1 − 2⁻⁵³)^T with T = 2⁵³ is e^(−1), up to a relative 2⁻⁵⁴.
    [Fact]
    public void WhatIsLeftAfterVeryManyStepsIsNarrow()
    {
        Interval left = IntervalFunctions.LeftAfter(Math.ScaleB(1, -53), Math.ScaleB(1, 53));
        Assert.True(left.Contains(Math.Exp(-1)) && left.Width < 1e-15, $"{left}");
        Assert.Equal(1, IntervalFunctions.LeftAfter(1, 0));
        Assert.Equal(0, IntervalFunctions.LeftAfter(1, 5));
        Assert.Equal(new Interval(0, 1), IntervalFunctions.LeftAfter(new(-1, 2), 7));
        Assert.Equal(Interval.Empty, IntervalFunctions.LeftAfter(new(2, 3), 7));
    }

    [Fact]
    public void WideIntervalsContainTheValuesOfTheirMembers()
    {
        double[] points = [.. Points()];
        for (int i = 1; i < points.Length; i++)
        {
            double a = Math.Min(points[i], points[i - 1]), b = Math.Max(points[i], points[i - 1]);
            Interval x = new(a, b);
            for (int k = 0; k <= 16; k++)
            {
                double member = Math.Clamp(a + k * (b - a) / 16, a, b);
                (double sin, double cos) = ElementaryFunctions.SinCos(member);
                AssertContains(IntervalFunctions.Sin(x), sin, member);
                AssertContains(IntervalFunctions.Cos(x), cos, member);
                AssertContains(IntervalFunctions.Sinc(x), member == 0 ? 1 : sin / member, member);
                if (Math.Abs(member) > 1e-3)
                    Assert.True(
                        IntervalFunctions.SincSlope(x).Lower <= (cos - sin / member) / member + 1e-9
                            && IntervalFunctions.SincSlope(x).Upper >= (cos - sin / member) / member - 1e-9);
            }
        }
    }

    [Fact]
    public void ExtremaInsideAreReached()
    {
        Assert.Equal(1, IntervalFunctions.Sin(new Interval(1.5, 1.6)).Upper);
        Assert.Equal(-1, IntervalFunctions.Sin(new Interval(-1.6, -1.5)).Lower);
        Assert.Equal(1, IntervalFunctions.Cos(new Interval(-0.1, 0.2)).Upper);
        Assert.Equal(-1, IntervalFunctions.Cos(new Interval(3, 3.2)).Lower);
        Assert.True(IntervalFunctions.Sin(new Interval(0.1, 0.2)).Upper < 0.199);
        Assert.Equal(new Interval(-1, 1), IntervalFunctions.Sin(Interval.Entire));
        Assert.True(IntervalFunctions.Cos(Interval.Empty).IsEmpty);
    }

    [Fact]
    public void TheQuotientIsContinuousAcrossItsTwoFormulas()
    {
        foreach (double x in (double[])[0.4999999, 0.5, 0.5000001, -0.5, -0.5000001])
        {
            (double sin, double cos) = ElementaryFunctions.SinCos(x);
            AssertContains(IntervalFunctions.Sinc(x), sin / x, x);
            Assert.InRange(
                (cos - sin / x) / x, IntervalFunctions.SincSlope(x).Lower - 1e-14,
                IntervalFunctions.SincSlope(x).Upper + 1e-14);
            Assert.True(IntervalFunctions.SincSlope(x).Width < 1e-14);
        }

        Assert.Equal(new Interval(1, 1), IntervalFunctions.Sinc(0.0));
        Assert.Equal(default, IntervalFunctions.SincSlope(0.0));
    }

    [Fact]
    public void SumOfSquaresIsOneWithinTheEnclosures() =>
        Assert.All(
            Points(),
            x =>
                Assert.True(
                    (Interval.Square(IntervalFunctions.Sin(x)) + Interval.Square(IntervalFunctions.Cos(x))).Contains(1))
        );

    // A double that is itself rounded lies within four units in its last place of an enclosure of the exact value.
    [Fact]
    public void ExponentialAndHyperbolicTangentContainTheReferenceAndAreNarrow()
    {
        foreach (double x in Points().Where(x => Math.Abs(x) < 700))
        {
            Interval exp = IntervalFunctions.Exp(x), tanh = IntervalFunctions.Tanh(x);
            AssertContains(exp, FixedPointReference.ToDouble(FixedPointReference.Exp(x)), x);
            AssertContains(tanh, FixedPointReference.ToDouble(FixedPointReference.Tanh(x)), x);
            Assert.True(exp.Width <= 1e-13 * exp.Lower && tanh.Width <= 2e-15, $"at {x:R}: {exp}, {tanh}");
            Assert.Equal(-tanh, IntervalFunctions.Tanh(-x));
        }
    }

    [Fact]
    public void ExponentialAndHyperbolicTangentAtTheirEnds()
    {
        Assert.Equal(new Interval(0, double.PositiveInfinity), IntervalFunctions.Exp(Interval.Entire));
        Assert.Equal(double.PositiveInfinity, IntervalFunctions.Exp(1e300).Upper);
        Assert.True(IntervalFunctions.Exp(1e300).Lower > 1e307);
        Assert.Equal(0, IntervalFunctions.Exp(-1e300).Lower);
        Assert.InRange(IntervalFunctions.Exp(-1e300).Upper, 0, 1e-307);
        Assert.Equal(new Interval(-1, 1), IntervalFunctions.Tanh(Interval.Entire));
        Assert.Equal(default, IntervalFunctions.Tanh(0.0));
        Assert.True(IntervalFunctions.Exp(Interval.Empty).IsEmpty && IntervalFunctions.Tanh(Interval.Empty).IsEmpty);
        Interval wide = IntervalFunctions.Exp(new Interval(-2, 3));
        Assert.True(wide.Lower <= Math.Exp(-2) && wide.Upper >= Math.Exp(3) && wide.Width < 20);
    }

    private static void AssertContains(Interval enclosure, double value, double x) =>
        Assert.True(
            enclosure.Lower <= value + 5e-16 * Math.Abs(value) && enclosure.Upper >= value - 5e-16 * Math.Abs(value),
            $"at {x:R}: {value:R} not in {enclosure}");
}
