using Verification.Implementation.ImplicitBias.Homogeneous;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.ImplicitBias;

public sealed class StationaryDirectionTests
{
    // One input and one example: w is a point of D numbers with q = |x|·Πw_l. −∇L is along (1/w_1, …, 1/w_D), hence
    // cos θ = D/√(Σw_l²·Σw_l^−2).
    [Fact]
    public void TheAngleOfOneExampleIsKnown()
    {
        for (ulong trial = 0; trial < 20; trial++)
        {
            StationaryDirectionOutcome o = Run(new(1, 1, 3, 0), trial);
            // The same draws again: x, then the three weights.
            RandomStream stream = Stream(trial);
            double[] normals = new double[4];
            stream.FillNormals(normals.AsSpan(0, 1));
            stream.FillNormals(normals.AsSpan(1));
            double[] w = normals[1..];
            double cosine = 3 / Math.Sqrt(w.Sum(value => value * value) * w.Sum(value => 1 / (value * value)));
            Assert.Equal(cosine, o.Cosine, 1e-12);
            Assert.Equal(0, o.Complementarity, o.Error);
            Assert.Equal(3, o.MarginRate, o.MarginRateError);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void DescentTurnsTheWeightsTowardsTheGradient(int depth)
    {
        double before = 0, after = 0;
        for (ulong trial = 0; trial < 20; trial++)
        {
            before += Run(new(3, 4, depth, 0), trial).Cosine;
            StationaryDirectionOutcome o = Run(new(3, 4, depth, 60), trial);
            after += o.Cosine;
            Assert.True(o.LeastMargin > 0);
            Assert.InRange(o.Error, 0, 1e-7);
        }

        Assert.True(after > before + 2, $"{before} → {after}");
    }

    [Fact]
    public void TheResidualIsThatOfTheAngle()
    {
        for (ulong trial = 0; trial < 50; trial++)
        {
            StationaryDirectionOutcome o = Run(new(4, 3, 2, 10), trial);
            Assert.Equal(2 * (1 - o.Cosine), o.Residual, 3 * o.Error);
        }
    }

    [Fact]
    public void SizesOutOfRangeAreRefused()
    {
        Assert.ThrowsAny<ArgumentException>(() => Run(new(0, 3, 2, 0), 0));
        Assert.ThrowsAny<ArgumentException>(() => Run(new(1, 0, 2, 0), 0));
        Assert.ThrowsAny<ArgumentException>(() => Run(new(1, 3, 0, 0), 0));
        Assert.ThrowsAny<ArgumentException>(() => Run(new(1, 3, 2, -1), 0));
    }

    private static RandomStream Stream(ulong trial) => new(StreamKey.Of(5, "direction"), trial);

    private static StationaryDirectionOutcome Run(StationaryDirectionCell cell, ulong trial) =>
        new StationaryDirectionExperiment().Run(cell, Stream(trial), default);
}
