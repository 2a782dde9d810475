using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Generalization;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

public sealed class SpanRankExperimentTests
{
    /// <summary>N generic samples span min(N, d(d + 1)/2) dimensions; samples of ±1 at most 1 + d(d − 1)/2, as their
    /// squares do not vary.</summary>
    [Theory]
    [InlineData("gaussian", 3, 4, 4)]
    [InlineData("gaussian", 3, 20, 6)]
    [InlineData("rademacher", 3, 60, 4)]
    public void SamplesSpanWhatTheirLawAllows(string law, int d, int samples, int expected)
    {
        var cell = new SpanRankCell(CoordinateLaw.Parse(law, null), d, samples);
        Assert.Equal(
            expected, new ExperimentRunner(1, new InMemoryMeasurements())
                .MeasureOne(new SpanRankExperiment(), cell, 0)
                .Outcome.SpanDimension);
    }
}
