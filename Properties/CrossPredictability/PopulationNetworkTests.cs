using Verification.Implementation.CrossPredictability.Descent;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.CrossPredictability;

public sealed class PopulationNetworkTests
{
    /// <summary>The gradient by the definition: a sum over all inputs, one at a time, with the platform's
    /// exponential.</summary>
    [Theory]
    [InlineData(3, 1, 5)]
    [InlineData(5, 3, 21)]
    [InlineData(7, 4, 0)]
    [InlineData(6, 2, null)]
    public void TheGradientIsTheSumOverInputs(int n, int width, int? set)
    {
        PopulationNetwork network = Random(n, width);
        double[] gradient = new double[network.Parameters.Length];
        network.Gradient(set, gradient);
        double[] naive = new double[gradient.Length];
        double second = 0;
        for (int x = 0; x < network.Points; x++)
        {
            (double output, double[] slope) = Output(network, n, x);
            foreach (int y in set is { } s ? (int[])[Label(s, x)] : [1, -1])
            {
                double r = -y / (1 + Math.Exp(y * output)) / (set is null ? 2 : 1);
                for (int e = 0; e < naive.Length; e++)
                    naive[e] += r * slope[e] / network.Points;
            }

            foreach (int y in (int[])[1, -1])
                second += slope.Sum(v => v * v) * Math.Pow(1 / (1 + Math.Exp(y * output)), 2) / 2 / network.Points;
        }

        Assert.All(gradient.Zip(naive), pair => Assert.Equal(pair.Second, pair.First, 1e-13));
        network.SquaredGradient(out double weighted);
        Assert.Equal(second, weighted, second * 1e-12);
    }

    [Fact]
    public void TheAccuracyCountsTiesHalf()
    {
        var network = new PopulationNetwork(4, 2);
        Assert.Equal(0.5, network.Accuracy(5, out double close));
        Assert.Equal(0, close);
    }

    [Fact]
    public void OutputsAreThoseOfTheFormula()
    {
        PopulationNetwork network = Random(6, 3);
        double[] outputs = network.Outputs().ToArray();
        for (int x = 0; x < outputs.Length; x++)
            Assert.Equal(Output(network, 6, x).Value, outputs[x], 1e-13);
    }

    private static int Label(int set, int x) => 1 - 2 * (int.PopCount(set & x) & 1);

    private static PopulationNetwork Random(int n, int width)
    {
        var network = new PopulationNetwork(n, width);
        network.Initialize(new(StreamKey.Of(3, "population"), 0));
        return network;
    }

    private static (double Value, double[] Slope) Output(PopulationNetwork network, int n, int x)
    {
        double value = 0;
        double[] slope = new double[network.Parameters.Length];
        for (int j = 0; j < network.Width; j++)
        {
            double[] unit = network.Parameters[(j * (n + 2))..((j + 1) * (n + 2))];
            double z = unit[n] + Enumerable.Range(0, n).Sum(i => unit[i] * (1 - 2 * (x >> i & 1)));
            if (z <= 0)
                continue;
            value += unit[n + 1] * z;
            for (int i = 0; i < n; i++)
                slope[j * (n + 2) + i] = unit[n + 1] * (1 - 2 * (x >> i & 1));
            slope[j * (n + 2) + n] = unit[n + 1];
            slope[j * (n + 2) + n + 1] = z;
        }

        return (value, slope);
    }
}
