using System.Numerics;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class ClopperPearsonTests
{
    [Theory]
    [InlineData(30, 30, 0.05)]
    [InlineData(12, 20, 0.01)]
    [InlineData(1, 40, 1e-5)]
    [InlineData(233, 240, 2.27e-5)]
    public void AtTheLowerBoundTheUpperTailHasExactlyTheLevel(int successes, int trials, double level)
    {
        double lower = ClopperPearson.Lower(successes, trials, level);
        Assert.Equal(level, UpperTail(successes, trials, lower), level * 1e-8);
    }

    [Theory]
    [InlineData(0, 30, 0.05)]
    [InlineData(12, 20, 0.01)]
    [InlineData(39, 40, 1e-5)]
    public void AtTheUpperBoundTheLowerTailHasExactlyTheLevel(int successes, int trials, double level)
    {
        double upper = ClopperPearson.Upper(successes, trials, level);
        Assert.Equal(level, 1 - UpperTail(successes + 1, trials, upper), level * 1e-8);
    }

    [Fact]
    public void WithoutFailuresTheLowerBoundIsARootOfTheLevel() =>
        Assert.Equal(Math.Pow(0.05, 1.0 / 30), ClopperPearson.Lower(30, 30, 0.05), 1e-12);

    [Fact]
    public void NothingSeenBoundsNothingBelow() => Assert.Equal(0, ClopperPearson.Lower(0, 10, 0.01));

    [Fact]
    public void AllSeenBoundsNothingAbove() => Assert.Equal(1, ClopperPearson.Upper(10, 10, 0.01));

    [Theory]
    [InlineData(-1, 10, 0.05, "successes")]
    [InlineData(11, 10, 0.05, "successes")]
    [InlineData(0, 0, 0.05, "trials")]
    [InlineData(5, 10, 0, "level")]
    [InlineData(5, 10, 1, "level")]
    [InlineData(5, 10, double.NaN, "level")]
    [InlineData(0, 10, 1.5, "level")]
    public void CountsAndLevelsOutOfRangeAreRefusedByName(int successes, int trials, double level, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => ClopperPearson.Lower(successes, trials, level));

    [Fact]
    public void OneTrialIsEnoughForABound() => Assert.Equal(0.05, ClopperPearson.Lower(1, 1, 0.05), 1e-12);

    // P(X ≥ k) for X binomial, summed from the largest term's exact binomial coefficients: the naive twin of the beta
    // quantile.
    private static double UpperTail(int k, int n, double p)
    {
        double tail = 0;
        BigInteger coefficient = 1;
        for (int j = 0; j <= n; j++)
        {
            if (j >= k)
                tail += Math.Exp(BigInteger.Log(coefficient) + j * Math.Log(p) + (n - j) * Math.Log(1 - p));
            coefficient = coefficient * (n - j) / (j + 1);
        }

        return tail;
    }
}
