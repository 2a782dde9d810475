using Verification.Implementation.CrossPredictability;
using Verification.Implementation.CrossPredictability.Descent;
using Verification.Implementation.CrossPredictability.Formalization;
using Verification.Implementation.CrossPredictability.Proof;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.CrossPredictability;

/// <summary>The networks of the learning curves, the arithmetic of Theorem 1 and what several places share.</summary>
public sealed class CurveNetworkTests
{
    /// <summary>The gradient by the definition: a sum over all inputs and units, one at a time.</summary>
    [Theory]
    [InlineData(4, 3, 5)]
    [InlineData(6, 5, 63)]
    public void TheHingeGradientIsTheSumOverInputs(int n, int width, int set)
    {
        var network = new PopulationNetwork(n, width);
        network.InitializeSigns(Stream());
        double[] gradient = new double[network.Parameters.Length], naive = new double[gradient.Length];
        network.HingeGradient(set, gradient);
        for (int x = 0; x < 1 << n; x++)
        {
            double[] activations = [.. Enumerable.Range(0, width).Select(j => Activation(network, n, j, x))];
            double output = Enumerable.Range(0, width).Sum(
                j => network.Parameters[j * (n + 2) + n + 1] * Math.Max(0, activations[j]));
            int y = ParityFunction.Value(set, x);
            if (y * output >= 1)
                continue;
            for (int j = 0; j < width; j++)
            {
                if (activations[j] <= 0)
                    continue;
                double a = network.Parameters[j * (n + 2) + n + 1];
                for (int i = 0; i < n; i++)
                    naive[j * (n + 2) + i] -= y * a * (1 - 2 * (x >> i & 1)) / (1 << n);
                naive[j * (n + 2) + n] -= y * a / (1 << n);
                naive[j * (n + 2) + n + 1] -= y * activations[j] / (1 << n);
            }
        }

        Assert.All(naive.Zip(gradient), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
    }

    /// <summary>A step moves the outputs as central differences of the loss say.</summary>
    [Fact]
    public void AStepOnABatchFollowsTheGradient()
    {
        var inputs = new Matrix(new double[,] { { 1, -1, 1 }, { -1, -1, 1 }, { 1, 1, -1 }, { -1, 1, 1 } });
        double[] labels = [1, -1, -1, 1];
        var network = new BatchNetwork(3, 5, Stream());
        double before = Loss(network, inputs, labels);
        const double rate = 1e-5;
        network.Step(inputs, labels, rate);
        double after = Loss(network, inputs, labels);
        // The loss falls by γ‖∇‖², and by twice that for twice the rate.
        var other = new BatchNetwork(3, 5, Stream());
        other.Step(inputs, labels, 2 * rate);
        Assert.True(after < before);
        Assert.Equal(2, (before - Loss(other, inputs, labels)) / (before - after), 1e-3);
    }

    [Fact]
    public void BinomialCoefficientsAreThoseOfPascal()
    {
        for (int n = 0; n < 40; n++)
        {
            Assert.Equal(Rational.Zero, Rational.Binomial(n, n + 1));
            Assert.Equal(Rational.Zero, Rational.Binomial(n, -1));
            for (int k = 0; k <= n; k++)
                Assert.Equal(
                    n == 0 ? Rational.One : Rational.Binomial(n - 1, k - 1) + Rational.Binomial(n - 1, k),
                    Rational.Binomial(n, k));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Rational.Binomial(-1, 0));
    }

    /// <summary>All thresholds of n coordinates with weights up to 3 and half-integer cuts on the parity of the first
    /// k: coordinates outside the parity help nobody.</summary>
    [Theory]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(4, 3)]
    public void FurtherCoordinatesHelpNoThreshold(int n, int k)
    {
        int best = 0;
        for (int code = 0; code < (int)Math.Pow(7, n); code++)
        {
            int[] w = [.. Enumerable.Range(0, n).Select(i => code / (int)Math.Pow(7, i) % 7 - 3)];
            for (int cut = -3 * n; cut <= 3 * n + 1; cut++)
                best = Math.Max(best, Enumerable.Range(0, 1 << n).Count(x => Math.Sign(
                    Enumerable.Range(0, n).Sum(i => w[i] * (1 - 2 * (x >> i & 1))) - cut + 0.5)
                        == ParityFunction.Value((1 << k) - 1, x)));
        }

        Assert.Equal(ThresholdExperiment.Best(k) << (n - k), best);
    }

    /// <summary>16⁴/2¹⁶ = 1 and 64⁴/C(64, 6) from the definition; Φ(1) for 2^n copies.</summary>
    [Fact]
    public void ResourcesAreArithmetic()
    {
        ResourceOutcome parities = Of(new(ResourceCase.Parities, 16, 4, 0));
        Assert.Equal((1, 1), (parities.Lower, parities.Upper));
        Assert.Equal(16777216.0 / 74974368, Of(new(ResourceCase.GrowingDegree, 64, 4, 0)).Lower, 1e-15);
        Assert.Equal(0.8413447460685429, Of(new(ResourceCase.ManyCopies, 500, 1, 1)).Lower, 1e-12);
        Assert.Throws<ArgumentException>(() => Of(new(ResourceCase.BoundedDegree, 2, 1, 3)));
    }

    private static ResourceOutcome Of(ResourceCell cell) => new ResourceExperiment().Run(cell, Stream(), default);

    private static double Loss(BatchNetwork network, Matrix inputs, double[] labels) =>
        network.Outputs(inputs).Zip(labels, (o, y) => Math.Max(0, 1 - y * o)).Average();

    private static double Activation(PopulationNetwork network, int n, int unit, int x)
    {
        double z = network.Parameters[unit * (n + 2) + n];
        for (int i = 0; i < n; i++)
            z += network.Parameters[unit * (n + 2) + i] * (1 - 2 * (x >> i & 1));
        return z;
    }

    private static RandomStream Stream() => new(StreamKey.Of(1, "test"), 0);
}
