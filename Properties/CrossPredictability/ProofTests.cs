using Verification.Implementation.CrossPredictability.Classes;
using Verification.Implementation.CrossPredictability.Descent;
using Verification.Implementation.CrossPredictability.Formalization;
using Verification.Implementation.CrossPredictability.Proof;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.CrossPredictability;

public sealed class ProofTests
{
    /// <summary>Parseval's identity and the two samples, as integers.</summary>
    [Fact]
    public void ParitiesShareTheGradientEvenly()
    {
        GradientOutcome o = new GradientExperiment().Run(
            new(FunctionFamily.Parities, 3, 0, 2, NetworkLoss.Square), Stream(), default);
        for (int e = 0; e < o.Difference.Length; e++)
            Assert.Equal(o.Points * o.HalfDifference[e], o.Difference[e]);
        Assert.Equal(o.Tensor, o.Difference);
    }

    /// <summary>(out − y)²/2 with out = w·x_1: the gradient is (w·x_1 − y)x_1.</summary>
    [Fact]
    public void TheGradientOfASingleWeight()
    {
        var network = new IntegerNetwork(2, 0, Stream());
        long w = network.Gradient(0, 1, NetworkLoss.Square)[0] + 1;
        Assert.Equal(w + 1, network.Gradient(0, -1, NetworkLoss.Square)[0]);
        Assert.Equal(-(-w - 1), network.Gradient(1, 1, NetworkLoss.Square)[0]);
        Assert.Equal(-1, network.Gradient(0, 1, NetworkLoss.Correlation)[0]);
    }

    /// <summary>The values at 1 to 5 variables by exhaustive search over integer weights, numpy.</summary>
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 6)]
    [InlineData(4, 11)]
    [InlineData(5, 22)]
    public void TheBestThreshold(int k, int right)
    {
        ThresholdOutcome o = new ThresholdExperiment().Run(new(k), Stream(), default);
        Assert.Equal(right, o.Best);
        Assert.Equal(right, o.Majority);
    }

    /// <summary>The best accuracy is ½ + ½ times the probability that a parity which agrees is the right one.</summary>
    [Fact]
    public void ThreeSamplesOfThreeBits()
    {
        SampleOutcome o = new SampleExperiment().Run(new(3, 3), Stream(), default);
        Assert.Equal(o.Right / (2 * o.Total), 0.5 + o.Kept / o.Total / 2);
        // Of the 512 matrices of three bits by three 1, 49, 294 and 168 have the rank 0, 1, 2 and 3.
        Assert.Equal((1 / 8.0 + 49 / 4.0 + 294 / 2.0 + 168) / 512, o.Kept / o.Total);
    }

    /// <summary>Φ(1.95996…) = 0.975 and 2Φ(1) − 1 = 0.6826894921370859 (scipy).</summary>
    [Fact]
    public void TheNormalLawIsEnclosed()
    {
        var one = NormalLaw.Central(1);
        Assert.InRange(0.6826894921370859, one.Lower - 1e-16, one.Upper + 1e-16);
        Assert.True(one.Width < 1e-14);
        Assert.Equal(0.025, MonomialAccuracyTail(), 1e-12);
    }

    [Fact]
    public void MonomialAccuracyOfOneStep() =>
        // γ = ½, σ = ½: mean ½ over deviation ½, Φ(1).
        Assert.Equal(0.8413447460685429, MonomialAccuracy.Of(1, 0.5, 0.5, 1).Midpoint, 1e-14);

    private static double MonomialAccuracyTail() =>
        NormalLaw.Distribution(-1.959963984540054).Midpoint;

    private static RandomStream Stream() => new(StreamKey.Of(1, "test"), 0);
}
