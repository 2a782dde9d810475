using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Verification.Implementation.OnlineSgd.Dynamics;
using Xunit;
using Interval = Verification.Implementation.Numerics.Intervals.Interval;

namespace Verification.Properties.OnlineSgd;

public sealed class FlowTests
{
    [Theory]
    [InlineData(1, 1e-3, 0.5)]
    [InlineData(2, 0.01, 0.9)]
    [InlineData(3, 0.1, 0.99)]
    [InlineData(4, 0.02, 0.5)]
    [InlineData(5, 0.2, 0.7)]
    [InlineData(6, 0.05, 0.5)]
    public void TheClosedFormLiesInTheEnclosure(int k, double from, double to)
    {
        Interval time = GradientFlowTime.Enclosed(k, from, to, 2000);
        double closed = GradientFlowTime.Between(k, from, to);
        Assert.InRange(closed, time.Lower * (1 - 1e-12), time.Upper * (1 + 1e-12));
        Assert.InRange(time.Width / time.Lower, 0, 1e-3);
    }

    // F_k(½) − F_k(1/√d) by Python's mpmath.quad with 30 digits, from the dossier's table.
    [Theory]
    [InlineData(1, 1e2, 0.44897)]
    [InlineData(2, 1e4, 2.02791)]
    [InlineData(3, 1e4, 32.84644)]
    [InlineData(4, 1e6, 125001.0896)]
    public void TimesAreTheTabulatedOnes(int k, double d, double expected) =>
        Assert.Equal(expected, GradientFlowTime.Between(k, 1 / Math.Sqrt(d), 0.5), 5e-6 * expected + 5e-6);

    // Euler steps of the mean dynamics, the naive twin.
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(1, 1.0)]
    [InlineData(2, 0.1)]
    public void PredictionsAreTimesOfTheMeanDynamics(int k, double δ)
    {
        const int d = 100;
        const double h = 1e-5;
        double m = 0.1, s = 0;
        for (; m < 0.8; s += h)
            m += h * (k == 1 ? (1 - m) * (1 + (1 - δ) * m) : (2 - 6 * δ) * m * (1 - m * m));
        Assert.Equal(s * d / δ, PredictedTime.Steps(k, d, δ, 0.1, 0.8), 1e-3 * s * d / δ);
    }

    [Fact]
    public void BeyondTheCriticalStepThereIsNoTime() =>
        Assert.Equal(double.PositiveInfinity, PredictedTime.Steps(2, 100, 0.34, 0.1, 0.5));

    [Theory]
    [InlineData(0, 10, 0.1)]
    [InlineData(1, 10, 2.0)]
    [InlineData(2, 0, 0.1)]
    [InlineData(3, 10, 0.0)]
    [InlineData(3, 10, double.NaN)]
    public void WhatHasNoPredictionIsRefused(int k, int d, double δ) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PredictedTime.Steps(k, d, δ, 0.1, 0.5));

    [Property(MaxTest = 50)]
    public bool StepsAreThePowersOfTheDimension(PositiveInt k, PositiveInt d)
    {
        (int degree, int dimension) = (1 + k.Get % 8, 2 + d.Get % 1000);
        double expected = Math.Pow(dimension, -Math.Max(degree, 2) / 2.0);
        return Math.Abs(PredictedTime.Step(degree, dimension, 1) / expected - 1) < 1e-12;
    }
}
