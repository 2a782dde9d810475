using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

public sealed class BarrierRatioTests
{
    // The same teacher and law on another route: x² = 1 ± √κ, and the search through the dual.
    [Theory]
    [InlineData(0.25)]
    [InlineData(0.04)]
    [InlineData(0.01)]
    public void TheSearchThroughTheDualEndsBetweenTheBounds(double variance)
    {
        var law = CoordinateLaw.Levels(Math.Sqrt(1 - Math.Sqrt(variance)), Math.Sqrt(1 + Math.Sqrt(variance)));
        Assert.Equal(variance, law.VarianceOfSquare, 1e-14);
        double K = Math.Sqrt(1 + 2 / variance);
        double root = Math.Sqrt(0.5);
        var teacher = Teacher.WithWeights(new Matrix(new[,] { { root, root }, { K * root, -K * root } }));
        RankDeficientMinimum? found = RankDeficientMinimum.Of(
            QuadraticRisk.Population(law, 2), teacher, new RandomStream(StreamKey.Of(1, "barrier-ratio"), 0));
        BarrierRatioOutcome bounds = Run(variance);
        Assert.NotNull(found);
        Assert.InRange(found.Risk, bounds.Lower - 1e-9, bounds.Upper + 1e-9);
        Assert.Equal(4 * (variance + 2) / (variance + 4), bounds.Lower, 1e-8);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2.5)]
    [InlineData(double.NaN)]
    public void AVarianceOutOfRangeIsRefused(double variance) => Assert.Throws<ArgumentException>(() => Run(variance));

    private static BarrierRatioOutcome Run(double variance) =>
        new BarrierRatioExperiment().Run(
            new(variance), new RandomStream(StreamKey.Of(1, "barrier-ratio"), 0), CancellationToken.None);
}
