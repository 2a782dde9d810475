using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Descent;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

public sealed class FewSamplesTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 5)]
    [InlineData(4, 6)]
    public void AnInterpolantOfRankBelowDIsProvedAndLiesOnTheBarrierOrAbove(int d, int samples)
    {
        int proved = 0;
        for (int trial = 0; trial < 20; trial++)
        {
            FewSamplesOutcome outcome = Run(d, samples, trial);
            if (!outcome.IsProved)
                continue;
            proved++;
            Assert.True(
                outcome.PopulationRisk + outcome.PopulationError >= BarrierConstants.Sharp(CoordinateLaw.Gaussian, d));
            Assert.InRange(outcome.Gain, 0.5, 2);
        }

        Assert.InRange(proved, 15, 20);
    }

    [Fact]
    public void EnoughSamplesAreRefused() => Assert.Throws<ArgumentException>(() => Run(2, 3, 0));

    private static FewSamplesOutcome Run(int d, int samples, int trial) =>
        new FewSamplesExperiment().Run(
            new(CoordinateLaw.Gaussian, d, samples, 20),
            new RandomStream(StreamKey.Of(1, $"few-samples {d}"), (ulong)trial), CancellationToken.None);
}
