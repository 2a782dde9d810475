using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.EluNetworks;
using Xunit;

namespace Verification.Properties.RandomSystems;

public sealed class EluNetworkTests
{
    public static TheoryData<int, int, int> Sizes => new()
    {
        { 1, 1, 1 }, { 3, 5, 7 }, { 8, 4, 10 }, { 20, 20, 23 }, { 33, 7, 4 }, { 2, 50, 5 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void OutputsAndStepsAreThoseOfTheFormula(int m, int D, int n)
    {
        (EluNetwork network, double[] weights, EluSample sample) = Draw(m, D, n, amplitude: 1.5);
        var f = new double[n];
        network.Outputs(weights, sample.Inputs, f);
        Assert.All(Enumerable.Range(0, n), i => Assert.Equal(Output(network, weights, sample, i), f[i], 1e-13));
        Assert.Equal(
            Enumerable.Range(0, n).Sum(i => Math.Pow(sample.Labels[i] - f[i], 2)) / (2 * n),
            network.Risk(weights, sample.Inputs, sample.Labels).Value, 1e-12);

        int[] batch = [.. Enumerable.Range(0, n).Where(i => i % 3 != 1)];
        double[] expected = Step(network, weights, sample, batch, 0.3);
        network.Descend(weights, sample.Inputs, sample.Labels, batch, 0.3);
        Assert.All(expected.Zip(weights), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void TheStepIsAlongTheGradientOfTheRisk(int m, int D, int n)
    {
        (EluNetwork network, double[] weights, EluSample sample) = Draw(m, D, n, amplitude: 1);
        double[] moved = [.. weights];
        network.Descend(moved, sample.Inputs, sample.Labels, [.. Enumerable.Range(0, n)], 1);
        const double t = 1e-5;
        for (int k = 0; k < D; k++)
        {
            for (int j = 0; j < m; j++)
            {
                int at = k * network.Stride + j;
                double slope = (Shifted(at, t) - Shifted(at, -t)) / (2 * t);
                Assert.Equal(-slope * n, moved[at] - weights[at], 1e-4);
            }
        }

        double Shifted(int at, double by)
        {
            double[] shifted = [.. weights];
            shifted[at] += by;
            return network.Risk(shifted, sample.Inputs, sample.Labels).Value;
        }
    }

    // The bits of a sample's output do not depend on those beside it.
    [Fact]
    public void SamplesDoNotKnowTheirNeighbors()
    {
        (EluNetwork network, double[] weights, EluSample sample) = Draw(20, 20, 11, amplitude: 1);
        var together = new double[11];
        var alone = new double[1];
        network.Outputs(weights, sample.Inputs, together);
        for (int i = 0; i < 11; i++)
        {
            network.Outputs(weights, sample.Inputs.AsSpan(i * 20, 20), alone);
            Assert.Equal(together[i], alone[0]);
        }
    }

    [Fact]
    public void LanesBeyondTheWidthStayZero()
    {
        (EluNetwork network, double[] weights, EluSample sample) = Draw(5, 3, 20, amplitude: 2);
        for (int step = 0; step < 10; step++)
        {
            network.Descend(weights, sample.Inputs, sample.Labels, [1, 2, 3, 5, 8, 13], 0.1);
            network.Project(weights);
        }

        for (int k = 0; k < 3; k++)
            Assert.All(weights[(k * 8 + 5)..(k * 8 + 8)], weight => Assert.Equal(0, weight));
    }

    [Fact]
    public void TheProjectionIsIdempotentAndDoesNotExpand()
    {
        for (ulong trial = 0; trial < 50; trial++)
        {
            var network = new EluNetwork(6, 4, 1);
            double[] first = Weights(network, trial, 0.3 + 0.05 * trial);
            double[] second = Weights(network, trial + 1000, 1);
            double before = Distance(first, second);
            network.Project(first);
            network.Project(second);
            Assert.True(Distance(first, second) <= before * (1 + 1e-14));
            double[] again = [.. first];
            network.Project(again);
            Assert.True(Distance(first, again) <= 1e-15 * 6);
            Assert.True(first.Sum(weight => weight * weight) <= 6 * (1 + 1e-14));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void TheRiskAtZeroIsOneHalf(int n)
    {
        (EluNetwork network, double[] weights, EluSample sample) = Draw(20, 20, n, amplitude: 3);
        Array.Clear(weights);
        Bounded risk = network.Risk(weights, sample.Inputs, sample.Labels);
        Assert.Equal(0.5, risk.Value);
    }

    [Fact]
    public void ARunIsTheSameTwiceAndEndsInTheBall()
    {
        EluTrainingCell cell = new EluTrainingCell(20, 20, 100, 5, 0.1, 10, false, 0).ForEpochs(5);
        var experiment = new EluTrainingExperiment();
        EluTrainingOutcome first = experiment.Run(cell, Stream(3), default);
        EluTrainingOutcome second = experiment.Run(cell, Stream(3), default);
        Assert.Equal(first.Risk, second.Risk);
        Assert.Equal(3, first.Curve.Length);
        Assert.Equal(first.Risk, first.Curve[^1]);
        Assert.True(first.LargestSquaredNorm <= 20 * (1 + 1e-13));
    }

    [Fact]
    public void WithoutStepsTheRunIsItsStart()
    {
        var cell = new EluTrainingCell(4, 3, 1, 1, 0.1, 10, false, 0);
        EluTrainingOutcome outcome = new EluTrainingExperiment().Run(cell, Stream(1), default);
        Assert.Empty(outcome.Curve);
        Assert.Equal(0.5, outcome.Risk, 0.1);
        Assert.Equal(0, outcome.Scaled);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(1, 1, double.NaN)]
    [InlineData(5000, 1, 1)]
    public void SizesOutOfRangeAreRefused(int m, int D, double a) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EluNetwork(m, D, a));

    // The naive twin.
    private static double Output(EluNetwork network, double[] weights, EluSample sample, int i)
    {
        double sum = 0;
        for (int j = 0; j < network.Width; j++)
        {
            double h = Field(network, weights, sample, i, j);
            sum += (j % 2 == 0 ? 1 : -1) * (h >= 0 ? h : Math.Exp(h) - 1);
        }

        return network.Amplitude / Math.Sqrt(network.Width) * sum;
    }

    private static double Field(EluNetwork network, double[] weights, EluSample sample, int i, int j) =>
        Enumerable.Range(0, network.Inputs)
            .Sum(k => weights[k * network.Stride + j] * sample.Inputs[i * network.Inputs + k]);

    private static double[] Step(EluNetwork network, double[] weights, EluSample sample, int[] batch, double η)
    {
        double[] moved = [.. weights];
        foreach (int i in batch)
        {
            double residual = sample.Labels[i] - Output(network, weights, sample, i);
            for (int j = 0; j < network.Width; j++)
            {
                double slope = Math.Exp(Math.Min(Field(network, weights, sample, i, j), 0));
                double factor = η * residual * network.Amplitude / Math.Sqrt(network.Width)
                    * (j % 2 == 0 ? 1 : -1) * slope;
                for (int k = 0; k < network.Inputs; k++)
                    moved[k * network.Stride + j] += factor * sample.Inputs[i * network.Inputs + k];
            }
        }

        return moved;
    }

    private static double Distance(double[] left, double[] right) =>
        Math.Sqrt(left.Zip(right, (x, y) => (x - y) * (x - y)).Sum());

    private static (EluNetwork Network, double[] Weights, EluSample Sample) Draw(
        int m, int D, int n, double amplitude)
    {
        var network = new EluNetwork(m, D, amplitude);
        return (network, Weights(network, 7, 1), EluSample.Draw(n, D, Stream(11)));
    }

    private static double[] Weights(EluNetwork network, ulong trial, double scale) =>
    [
        .. EluTrainingExperiment.Start(network, Stream(trial))
            .Select(weight => weight * scale / EluTrainingExperiment.Epsilon),
    ];

    private static RandomStream Stream(ulong trial) => new(StreamKey.Of(1, "tests/elu"), trial);
}
