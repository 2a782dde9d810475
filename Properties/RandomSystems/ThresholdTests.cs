using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Quadrature;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;
using Xunit;

namespace Verification.Properties.RandomSystems;

// Reference values: the equation integrated by RK4 with 400 to 2000 steps and bisected, numpy, to the four digits that
// stand here.
public sealed class ThresholdTests
{
    [Theory]
    [InlineData(3, 1.2, 0.9736)]
    [InlineData(3, 3, 0.6164)]
    [InlineData(3, 8, 0.2883)]
    [InlineData(3, 50, 0.0521)]
    [InlineData(11, 2, 0.9462)]
    [InlineData(11, 6, 0.4804)]
    [InlineData(11, 50, 0.0706)]
    public void TheClosedFormIsTheThresholdOfTheEquation(int p, double constant, double reference)
    {
        Interval threshold = PowerThreshold.Of(constant, p);
        Assert.True(threshold.Width <= 2e-12, $"{threshold}");
        Assert.Equal(reference, threshold.Midpoint, 6e-5);
        var ξ = Mixture.ConstantAndPower(constant, p);
        Assert.True(ThresholdPath.LastRootOf(new(ξ, threshold.Midpoint * 0.9999), 1000) < 0);
        Assert.True(ThresholdPath.LastRootOf(new(ξ, threshold.Midpoint * 1.0001), 1000) > 0);
    }

    [Theory]
    [InlineData(2, 0.68)]
    [InlineData(3, 1.06)]
    [InlineData(11, 1.66)]
    public void SmallConstantsHaveTheThresholdOne(int p, double constant) =>
        Assert.Equal(1, PowerThreshold.Of(constant, p));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(11)]
    [InlineData(1000)]
    public void TheThresholdFallsAndTimesTheConstantTendsToItsLimit(int p)
    {
        double last = double.PositiveInfinity;
        foreach (double constant in (double[])[0.001, 1, 1.7, 1.8, 2.5, 10, 100, 1e4, 1e6])
        {
            Interval threshold = PowerThreshold.Of(constant, p);
            Assert.True(threshold.Upper <= last);
            Assert.True(threshold.Width <= 2e-12 * threshold.Upper || threshold.Upper == 1, $"{threshold}");
            last = threshold.Lower;
        }

        Assert.Equal(4 * (p - 1.0) / p, 1e6 * last, 1e-4);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(0.5, 1)]
    [InlineData(0, 3)]
    [InlineData(1.1, 3)]
    [InlineData(1 - 1e-12, 3)]
    [InlineData(0.5, 2000000)]
    public void ConstantsRefuseWhatIsOutOfRange(double α, int p)
    {
        if (α == 1 && p == 3)
            Assert.Equal(1.0635, PowerThreshold.ConstantAt(α, p).Midpoint, 1e-4);
        else
            Assert.ThrowsAny<ArgumentException>(() => PowerThreshold.ConstantAt(α, p));
    }

    // The parametrized solution against the enclosed path of the equation.
    [Theory]
    [InlineData(3, 0.5, 20)]
    [InlineData(3, 0.7, 3)]
    [InlineData(2, 0.4, 1)]
    [InlineData(11, 0.2, 20)]
    public void ThePathOfTheEquationMeetsTheParametrizedOne(int p, double α, double constant)
    {
        var path = ThresholdPath.Of(new(Mixture.ConstantAndPower(constant, p), α), 500);
        int compared = 0;
        for (double x = 0.005; x < 1; x += 0.005)
        {
            (Interval t, Interval u) = PowerThreshold.At(α, constant, p, x);
            if (t.Upper >= 1)
                break;
            // Between two nodes: u falls.
            int node = Array.FindLastIndex(path.Times, time => time <= t.Lower);
            Assert.True(u.Lower <= path.RiskAt(node).Upper && u.Upper >= path.RiskAt(node + 1).Lower);
            compared++;
        }

        Assert.True(compared > 20);
    }

    // Times at nodes are reached by bisection in x: there both enclose the same number.
    [Theory]
    [InlineData(3, 0.5, 20, 2.6080)]
    [InlineData(3, 0.5, 6, 0.0708)]
    [InlineData(3, 0.5, 3, 0)]
    [InlineData(11, 0.5, 20, 1.8251)]
    [InlineData(11, 0.2, 20, 0.0667)]
    public void TheLastRiskIsTheReference(int p, double α, double constant, double reference)
    {
        var path = ThresholdPath.Of(new(Mixture.ConstantAndPower(constant, p), α), 1000);
        Interval risk = path.RiskAt(1000);
        Assert.Equal(reference, risk.Midpoint, 6e-5);
        Assert.True(risk.Width < 3e-4, $"{risk}");
    }

    [Theory]
    [InlineData("4:q:q3", 0.7)]
    [InlineData("3:q2:0.5q5", 0.5)]
    [InlineData("1:q", 0.5)]
    [InlineData("q3", 0.5)]
    public void MixturesHaveEnclosedPaths(string mixture, double α)
    {
        DescentField field = new(Mixture.Parse(mixture, null), α);
        var coarse = ThresholdPath.Of(field, 100);
        var fine = ThresholdPath.Of(field, 400);
        Assert.False(Interval.Intersect(coarse.LastRoot, fine.LastRoot).IsEmpty);
        Assert.True(fine.LastRoot.Width <= coarse.LastRoot.Width / 8 || fine.LastRoot.Width < 1e-12);
        Assert.True(fine.LastRoot.Contains(ThresholdPath.LastRootOf(field, 3000)));
    }

    // ∫ 1/(1 + x) = log 2, ∫ 4/(1 + x²) = π.
    [Fact]
    public void RationalIntegralsAreEnclosed()
    {
        Interval log = RationalIntegral.Enclose([1], [1, 1]);
        Assert.True(log.Contains(IntervalFunctions.LogTwo.Midpoint) && log.Width < 1e-14);
        Interval pi = RationalIntegral.Enclose([4], [1, 0, 1]);
        Assert.True(pi.Contains(Math.PI) && pi.Width < 1e-13);
        Assert.Equal(Interval.Entire, RationalIntegral.Enclose([1], [0.5, -1]));
    }
}
