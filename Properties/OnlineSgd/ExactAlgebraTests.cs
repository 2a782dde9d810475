using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Verification.Implementation.Numerics;
using Verification.Implementation.OnlineSgd;
using Xunit;
using Interval = Verification.Implementation.Numerics.Intervals.Interval;

namespace Verification.Properties.OnlineSgd;

public sealed class ExactAlgebraTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(-0.1)]
    [InlineData(1e300)]
    [InlineData(-3e-310)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    public void ADoubleIsTheRationalThatItNames(double value)
    {
        Interval enclosure = Rational.Of(value).Enclosure();
        Assert.True(enclosure.IsPoint);
        Assert.Equal(value, enclosure.Lower);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void WhatIsNoNumberIsRefused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Rational.Of(value));

    [Property(MaxTest = 100)]
    public bool RationalsAreAFieldInLowestTerms(int p, PositiveInt q, int r, PositiveInt s)
    {
        Rational a = new(p, q.Get), b = new(r, s.Get);
        Rational sum = a + b;
        return sum - b == a
            && a * b == b * a
            && (b.Sign == 0 || a / b * b == a)
            && BigInteger.GreatestCommonDivisor(sum.Numerator, sum.Denominator).IsOne
            && sum.Denominator.Sign > 0;
    }

    // H_4 = x⁴ − 6x² + 3 and H_5 = x⁵ − 10x³ + 15x, as tabulated (DLMF 18.5.18 for the weight e^(−x²/2)).
    [Fact]
    public void TheExplicitSumGivesTheTabulatedPolynomials()
    {
        Assert.Equal([3.0, 0, -6, 0, 1], RationalPolynomial.Hermite(4).Exactly());
        Assert.Equal([0.0, 15, 0, -10, 0, 1], RationalPolynomial.Hermite(5).Exactly());
    }

    [Fact]
    public void ProductsAndDerivativesAreThoseOfPolynomials()
    {
        var p = new RationalPolynomial(1, 2, 3);
        var q = new RationalPolynomial(-1, 1);
        Assert.Equal([-1.0, -1, -1, 3], (p * q).Exactly());
        Assert.Equal([2.0, 6], p.Derivative().Exactly());
        Assert.Equal(17, p.At(2).Exactly());
        Assert.Equal(-1, (p - p).Degree);
        Assert.Equal(4, p.NormalMean().Exactly());
    }

    // Isserlis by recursion on one factor: E a^i b^j = (i − 1)E a^(i−2)b^j + jm E a^(i−1)b^(j−1).
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(-1.0)]
    public void MomentsOfAPairAreThoseOfIsserlis(double correlation)
    {
        var m = Rational.Of(correlation);
        var pair = new GaussianPair(m);
        for (int i = 0; i <= 8; i++)
        {
            for (int j = 0; j <= 8; j++)
                Assert.Equal(Isserlis(i, j, m), pair.Moment(i, j));
        }
    }

    [Fact]
    public void ACorrelationBeyondOneIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianPair(new(3, 2)));

    private static Rational Isserlis(int i, int j, Rational m)
    {
        if (i == 0)
            return RationalPolynomial.NormalMoment(j);
        Rational value = Rational.Zero;
        if (i >= 2)
            value += (i - 1) * Isserlis(i - 2, j, m);
        if (j >= 1)
            value += j * m * Isserlis(i - 1, j - 1, m);
        return value;
    }
}
