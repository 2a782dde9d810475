using Verification.Implementation.Numerics.Quadrature;
using Xunit;

namespace Verification.Properties.Numerics.Quadrature;

public sealed class NormalTrapezoidTests
{
    [Fact]
    public void MomentsAreThoseOfTheNormalLaw()
    {
        var rule = new NormalTrapezoid(0.5, 12);
        double expected = 1;
        for (int k = 0; k <= 12; k++)
        {
            // E g^k = (k − 1)!! for even k, else 0; 12 leaves 12^12·1e-32 outside.
            expected = k % 2 == 1 || k == 0 ? expected : expected * (k - 1);
            Assert.Equal(k % 2 == 1 ? 0 : expected, Expectation(rule, x => Math.Pow(x, k)), 1e-13 * expected);
        }
    }

    // E cos(ag) = e^(−a²/2): aliasing leaves e^(−(2π/h − a)²/2).
    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    public void TheCharacteristicFunctionIsReproduced(double a) =>
        Assert.Equal(Math.Exp(-a * a / 2), Expectation(new NormalTrapezoid(0.25), x => Math.Cos(a * x)), 1e-15);

    // mpmath, 30 digits: E sech⁴(g) = 0.464402902448268241972….
    [Theory]
    [InlineData(0.25, 1e-12)]
    [InlineData(0.125, 2e-15)]
    public void PolesCostAnExponentInTheStep(double step, double error) =>
        Assert.Equal(
            0.46440290244826824,
            Expectation(new NormalTrapezoid(step), x => Math.Pow(Math.Cosh(x), -4)),
            error);

    [Fact]
    public void NodesAreSymmetricAndReachAsFarAsAsked()
    {
        var rule = new NormalTrapezoid(0.25, 1.1);
        Assert.Equal([-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1], rule.Nodes.ToArray());
        Assert.Equal(rule.Weights.ToArray().Reverse(), rule.Weights.ToArray());
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(9, 8)]
    [InlineData(1e-5, 8)]
    [InlineData(0.1, 38)]
    [InlineData(double.NaN, 8)]
    public void StepsAndReachesOutOfRangeAreRefused(double step, double reach) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new NormalTrapezoid(step, reach));

    private static double Expectation(NormalTrapezoid rule, Func<double, double> f)
    {
        double sum = 0;
        for (int k = 0; k < rule.Nodes.Length; k++)
            sum += rule.Weights[k] * f(rule.Nodes[k]);
        return sum;
    }
}
