using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Generalization;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

public sealed class SpanProbabilityTests
{
    /// <summary>Three lines of probabilities 5/9, 2/9, 2/9, all of which have to occur in three samples:
    /// 3!·(5/9)(2/9)².</summary>
    [Fact]
    public void TheTwoPointLawSpansThePlaneWithProbability40Over243() =>
        Assert.Equal(40.0 / 243, SpanProbability.Of(CoordinateLaw.TwoPoint, 2, 3), 1e-15);

    /// <summary>Three different ones of four points with probabilities 4/9, 2/9, 2/9, 1/9: 6·(16 + 8 + 8 +
    /// 4)/729.</summary>
    [Fact]
    public void ThreeDifferentPointsOccurMoreOften() =>
        Assert.Equal(216.0 / 729, SpanProbability.OfDifferentPoints(CoordinateLaw.TwoPoint, 2, 3), 1e-15);

    [Theory]
    [InlineData(2, 2)]
    [InlineData(2, 5)]
    [InlineData(3, 6)]
    public void TheProbabilityIsTheSumOverAllSequences(int d, int samples)
    {
        // Naive twin: every sequence of points with its probability. Coordinates −1 and 2 with weights 2 and 1 in
        // thirds.
        int points = 1 << d;
        double total = 0;
        long sequences = (long)Math.Round(Math.Pow(points, samples));
        for (long code = 0; code < sequences; code++)
        {
            var X = new Matrix(samples, d);
            double mass = 1;
            long rest = code;
            for (int i = 0; i < samples; i++, rest /= points)
            {
                for (int j = 0; j < d; j++)
                {
                    bool high = (((rest % points) >> j) & 1) != 0;
                    X[i, j] = high ? 2 : -1;
                    mass *= high ? 1.0 / 3 : 2.0 / 3;
                }
            }

            if (TensorSpan.Dimension(X) == SymmetricVectorization.Dimension(d))
                total += mass;
        }

        Assert.Equal(total, SpanProbability.Of(CoordinateLaw.TwoPoint, d, samples), 1e-12);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void SignsNeverSpan(int d) => Assert.Equal(0, SpanProbability.Of(CoordinateLaw.Rademacher, d, 20));

    [Fact]
    public void LawsWithADensityAndLargeDimensionsAreRefused()
    {
        Assert.Throws<ArgumentException>(() => SpanProbability.Of(CoordinateLaw.Gaussian, 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpanProbability.Of(CoordinateLaw.TwoPoint, 4, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpanProbability.Of(CoordinateLaw.TwoPoint, 2, -1));
    }
}
