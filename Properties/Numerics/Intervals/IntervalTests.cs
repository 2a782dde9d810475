using System.Globalization;
using System.Numerics;
using Verification.Implementation.Numerics.Intervals;
using Xunit;

namespace Verification.Properties.Numerics.Intervals;

public class IntervalTests
{
    // Finite doubles from random bits have exponents all over the range, every second with few bits, so that exact
    // results occur as well.
    private static IEnumerable<(double A, double B)> Operands()
    {
        double[] special =
        [
            0,
            1,
            -1,
            0.1,
            3,
            double.Epsilon,
            -double.Epsilon,
            3 * double.Epsilon,
            double.MaxValue,
            double.MinValue,
            2.2250738585072014e-308,
            Math.BitDecrement(2.2250738585072014e-308),
            1e-300,
            -1e-160,
            1e160,
            Math.BitIncrement(1.0),
        ];
        foreach (double a in special)
            foreach (double b in special)
                yield return (a, b);
        ulong state = 42;
        for (int i = 0; i < 4000; i++)
        {
            double a = Next(i), b = Next(i);
            if (i % 3 == 0)
                // Like sizes, so that sums cancel.
                b = Math.ScaleB(b, Math.ILogB(a == 0 ? 1 : a) - Math.ILogB(b == 0 ? 1 : b));
            if (double.IsFinite(a) && double.IsFinite(b))
                yield return (a, b);
        }

        double Next(int i)
        {
            state = state * 6364136223846793005 + 1442695040888963407; // Knuth's MMIX
            ulong bits = state ^ (state >> 29);
            return BitConverter.UInt64BitsToDouble(i % 2 == 0 ? bits : bits & 0xFFFF_FF00_0000_0000);
        }
    }

    [Fact]
    public void SumsAreTightest() => AssertTightest((a, b) => a + b, (a, b) => (a.N * b.D + b.N * a.D, a.D * b.D));

    [Fact]
    public void DifferencesAreTightest() =>
        AssertTightest((a, b) => a - b, (a, b) => (a.N * b.D - b.N * a.D, a.D * b.D));

    [Fact]
    public void ProductsAreTightest() => AssertTightest((a, b) => a * b, (a, b) => (a.N * b.N, a.D * b.D));

    [Fact]
    public void QuotientsAreTightest() =>
        AssertTightest(
            (a, b) => a / b,
            (a, b) =>
                b.N.IsZero ? null
                : b.N.Sign > 0 ? (a.N * b.D, a.D * b.N)
                : (-a.N * b.D, a.D * -b.N));

    [Fact]
    public void RootsAreTightest()
    {
        foreach ((double a, _) in Operands().Where(pair => pair.A >= 0))
        {
            Interval root = Interval.Sqrt(a);
            (BigInteger n, BigInteger d) = Rational(a);
            // lower² ≤ a ≤ upper², and neighbors further in violate it.
            Assert.True(
                CompareSquare(root.Lower, n, d) <= 0 && CompareSquare(root.Upper, n, d) >= 0, $"√{a:R} = {root}");
            Assert.True(
                root.IsPoint ? CompareSquare(root.Lower, n, d) == 0 : root.Upper == Math.BitIncrement(root.Lower),
                $"√{a:R} = {root}");
        }
    }

    [Fact]
    public void WideOperandsContainTheResultsOfTheirMembers()
    {
        (double A, double B)[] pairs =
        [
            .. Operands().Skip(256).Take(300).Where(p => Math.Abs(p.A) < 1e100 && Math.Abs(p.B) < 1e100),
        ];
        for (int i = 1; i < pairs.Length; i++)
        {
            Interval x = Between(pairs[i].A, pairs[i].B), y = Between(pairs[i - 1].A, pairs[i - 1].B);
            foreach (double a in (double[])[x.Lower, x.Midpoint, x.Upper])
            {
                foreach (double b in (double[])[y.Lower, y.Midpoint, y.Upper])
                {
                    Assert.True((x + y).Contains((Interval)a + b));
                    Assert.True((x - y).Contains((Interval)a - b));
                    Assert.True((x * y).Contains((Interval)a * b));
                    Assert.True((x / y).Contains((Interval)a / b));
                }
                Assert.True(Interval.Square(x).Contains((Interval)a * a));
                Assert.True(Interval.Abs(x).Contains(Math.Abs(a)));
                Assert.True(Interval.Sqrt(x).Contains(Interval.Sqrt(a)));
                for (int n = -3; n <= 4; n++)
                    Assert.True(Interval.Power(x, n).Contains(Interval.Power(a, n)), $"{x}^{n} at {a:R}");
            }
        }
    }

    [Fact]
    public void PowersContainTheExactPower()
    {
        foreach ((double a, _) in Operands().Where(p => Math.Abs(p.A) is > 1e-20 and < 1e20).Take(200))
        {
            (BigInteger n, BigInteger d) = Rational(a);
            for (int k = 0; k <= 9; k++)
                Assert.True(
                    Interval.Power(a, k).Contains(Interval.OfRational(BigInteger.Pow(n, k), BigInteger.Pow(d, k))));
        }
        Assert.Equal(new Interval(0, 9), Interval.Power(new Interval(-3, 2), 2));
        Assert.Equal(new Interval(-27, 8), Interval.Power(new Interval(-3, 2), 3));
        Assert.Equal(new Interval(0.25, double.PositiveInfinity), Interval.Power(new Interval(-2, 1), -2));
        Assert.Equal(new Interval(0, double.Epsilon), Interval.Power(new Interval(0.5, 0.5), 2000));
    }

    [Fact]
    public void DivisionByIntervalsWithZeroFollowsTheStandard()
    {
        const double infinity = double.PositiveInfinity;
        Assert.Equal(Interval.Empty, new Interval(1, 2) / new Interval(0, 0));
        Assert.Equal(new Interval(0.5, infinity), new Interval(1, 2) / new Interval(0, 2));
        Assert.Equal(new Interval(-infinity, -0.5), new Interval(1, 2) / new Interval(-2, 0));
        Assert.Equal(new Interval(-infinity, -0.5), new Interval(-2, -1) / new Interval(0, 2));
        Assert.Equal(Interval.Entire, new Interval(1, 2) / new Interval(-1, 2));
        Assert.Equal(Interval.Entire, new Interval(-1, 2) / new Interval(0, 2));
        Assert.Equal(new Interval(0, 0), new Interval(0, 0) / new Interval(-1, 2));
        Assert.Equal(new Interval(0, infinity), new Interval(1, infinity) / new Interval(1, infinity));
    }

    [Fact]
    public void UnboundedIntervalsMultiplyWithoutNaN()
    {
        Assert.Equal(new Interval(0, 0), Interval.Entire * new Interval(0, 0));
        Assert.Equal(Interval.Entire, Interval.Entire * new Interval(0, 1));
        Assert.Equal(Interval.Entire, Interval.Entire + Interval.Entire);
        Assert.Equal(
            new Interval(double.MaxValue, double.PositiveInfinity), Interval.Of(double.MaxValue) + double.MaxValue);
        Assert.Equal(new Interval(0, double.PositiveInfinity), Interval.Sqrt(Interval.Entire));
    }

    [Fact]
    public void TheEmptySetStaysEmpty()
    {
        Interval empty = Interval.Empty,
            one = 1;
        Assert.All(
            [
                empty + one,
                one - empty,
                empty * one,
                one / empty,
                -empty,
                Interval.Abs(empty),
                Interval.Sqrt(new(-2, -1)),
                Interval.Square(empty),
                Interval.Power(empty, 0),
                Interval.Min(empty, one),
                Interval.Max(one, empty),
                Interval.Intersect(one, 2),
            ],
            result => Assert.True(result.IsEmpty));
        Assert.Equal(one, Interval.Hull(empty, one));
        Assert.True(one.Contains(empty));
        Assert.False(empty.Contains(one));
        Assert.False(empty.Contains(0));
        Assert.Null(empty.IsLessThan(one));
        Assert.True(double.IsNaN(empty.Width) && double.IsNaN(empty.Midpoint) && double.IsNaN(empty.Magnitude));
    }

    [Fact]
    public void ComparisonsHaveThreeValues()
    {
        Interval low = new(0, 1), middle = new(1, 2), high = new(1.5, 3);
        Assert.True(low.IsLessThan(high));
        Assert.False(high.IsLessThan(low));
        Assert.False(middle.IsLessThan(low)); // 1 < 1 and 2 < 0 are both false
        Assert.Null(low.IsLessThan(middle));
        Assert.Null(middle.IsLessThan(high));
        Assert.True(low.IsCertainlyAtMost(middle));
        Assert.False(low.IsCertainlyLess(middle));
    }

    [Fact]
    public void DecimalsAreEnclosedByNeighbors()
    {
        foreach (
            string text in (string[])
                [
                    "0.1",
                    "-0.1",
                    ".3",
                    "1e-320",
                    "-4.9e-324",
                    "1e-400",
                    "1.7976931348623157e308",
                    "6.02e+23",
                    "123456789.123456789",
                    "+2e-2",
                ])
        {
            Interval x = Interval.OfDecimal(text);
            Assert.Equal(x.Upper, Math.BitIncrement(x.Lower));
            Assert.True(x.Contains(double.Parse(text, CultureInfo.InvariantCulture)), $"{text}: {x}");
        }
        Assert.Equal(new Interval(0.25, 0.25), Interval.OfDecimal("0.25"));
        Assert.Equal(new Interval(-12.5, -12.5), Interval.OfDecimal("-1.25e1"));
        Assert.Equal(default, Interval.OfDecimal("0"));
        Assert.Equal(new Interval(double.MaxValue, double.PositiveInfinity), Interval.OfDecimal("1e400"));
        Assert.Equal(new Interval(double.NegativeInfinity, double.MinValue), Interval.OfDecimal("-1e400"));
        Assert.True(
            (Interval.OfDecimal("0.1") + Interval.OfDecimal("0.2")).Contains(Interval.OfDecimal("0.3").Midpoint));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("1,5")]
    [InlineData("1.-5")]
    [InlineData(".-5")]
    [InlineData("1e")]
    [InlineData("e5")]
    [InlineData("1.2.3")]
    [InlineData("1e99999")]
    [InlineData(" 1")]
    [InlineData("NaN")]
    public void UnreadableDecimalsAreRefused(string text) =>
        Assert.Throws<FormatException>(() => Interval.OfDecimal(text));

    [Fact]
    public void EndsOutOfOrderAreRefused()
    {
        Assert.Throws<ArgumentException>(() => new Interval(2, 1));
        Assert.Throws<ArgumentException>(() => new Interval(double.NaN, 1));
        Assert.Throws<ArgumentException>(() => Interval.Of(double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => new Interval(double.NegativeInfinity, double.NegativeInfinity));
        Assert.Throws<DivideByZeroException>(() => Interval.OfRational(1, 0));
    }

    private static void AssertTightest(
        Func<Interval, Interval, Interval> operation,
        Func<(BigInteger N, BigInteger D), (BigInteger N, BigInteger D), (BigInteger N, BigInteger D)?> exact)
    {
        foreach ((double a, double b) in Operands())
        {
            if (exact(Rational(a), Rational(b)) is not { } value)
                continue;
            Interval result = operation(a, b);
            Assert.True(
                result == Interval.OfRational(value.N, value.D),
                $"{a:R} and {b:R}: {result}, tightest {Interval.OfRational(value.N, value.D)}");
            Assert.True(
                Compare(result.Lower, value.N, value.D) <= 0 && Compare(result.Upper, value.N, value.D) >= 0,
                $"{a:R} and {b:R}: {result}");
        }
    }

    private static (BigInteger N, BigInteger D) Rational(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value);
        int exponent = Math.Max((int)(bits >> 52) & 0x7FF, 1) - 1075;
        BigInteger m = (bits & 0xF_FFFF_FFFF_FFFF) | (double.IsNormal(value) ? 1UL << 52 : 0);
        if ((long)bits < 0)
            m = -m;
        return exponent >= 0 ? (m << exponent, BigInteger.One) : (m, BigInteger.One << -exponent);
    }

    // Sign of end - n/d for d > 0.
    private static int Compare(double end, BigInteger n, BigInteger d)
    {
        if (double.IsInfinity(end))
            return Math.Sign(end);
        (BigInteger p, BigInteger q) = Rational(end);
        return (p * d).CompareTo(n * q);
    }

    private static int CompareSquare(double end, BigInteger n, BigInteger d)
    {
        (BigInteger p, BigInteger q) = Rational(end);
        return (p * p * d).CompareTo(n * q * q);
    }

    private static Interval Between(double a, double b) => new(Math.Min(a, b), Math.Max(a, b));
}
