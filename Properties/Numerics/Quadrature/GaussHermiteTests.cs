using Verification.Implementation.Numerics.Quadrature;
using Xunit;

namespace Verification.Properties.Numerics.Quadrature;

public sealed class GaussHermiteTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(64)]
    [InlineData(256)]
    public void MomentsUpToTwiceTheNodesAreThoseOfTheNormalLaw(int n)
    {
        GaussHermite rule = GaussHermite.Of(n);
        double expected = 1;
        for (int k = 0; k <= Math.Min(2 * n - 1, 24); k++)
        {
            // E g^k = (k − 1)!! for even k, else 0.
            expected = k % 2 == 1 || k == 0 ? expected : expected * (k - 1);
            double sum = 0;
            for (int i = 0; i < n; i++)
                sum += rule.Weights[i] * Math.Pow(rule.Nodes[i], k);
            Assert.Equal(k % 2 == 1 ? 0 : expected, sum, 1e-12 * expected);
        }
    }

    // E cos(ag) = exp(−a²/2): entire, so that the rule is exact to rounding.
    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    public void TheCharacteristicFunctionIsReproduced(double a)
    {
        GaussHermite rule = GaussHermite.Of(128);
        double sum = 0;
        for (int i = 0; i < 128; i++)
            sum += rule.Weights[i] * Math.Cos(a * rule.Nodes[i]);
        Assert.Equal(Math.Exp(-a * a / 2), sum, 1e-14);
    }

    [Fact]
    public void NodesAscendAndAreSymmetric()
    {
        double[] nodes = GaussHermite.Of(255).Nodes.ToArray();
        Assert.Equal(nodes.Order(), nodes);
        Assert.Equal(nodes.Select(x => -x).Reverse(), nodes);
        Assert.Equal(255, nodes.Distinct().Count());
    }

    // Nodes and weights of three points: 0, ±√3 and 2/3, 1/6.
    [Fact]
    public void ThreePointsAreKnown()
    {
        GaussHermite rule = GaussHermite.Of(3);
        Assert.Equal(Math.Sqrt(3), rule.Nodes[2], 1e-15);
        Assert.Equal(2.0 / 3, rule.Weights[1], 1e-15);
        Assert.Equal(1.0 / 6, rule.Weights[0], 1e-15);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(257)]
    public void OtherNumbersOfNodesAreRefused(int n) => Assert.Throws<ArgumentOutOfRangeException>(() => GaussHermite.Of(n));
}
