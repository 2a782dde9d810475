using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.Numerics.Random;

public sealed class CoordinateLawTests
{
    public static TheoryData<string> Names => [.. CoordinateLaw.All.Select(law => law.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheSampledMomentsAreTheStatedOnes(string name)
    {
        CoordinateLaw law = CoordinateLaw.Parse(name, null);
        const int n = 400_000;
        var x = new double[n];
        law.Fill(new RandomStream(StreamKey.Of(1, $"moments of {name}"), 0), x);
        AssertMean(x, v => v, 0);
        AssertMean(x, v => v * v, law.SecondMoment);
        AssertMean(x, v => v * v * v * v, law.FourthMoment);

        // Six standard errors of the mean, estimated: one chance in 10⁸ or less for a sound sampler.
        static void AssertMean(double[] values, Func<double, double> number, double expected)
        {
            double mean = values.Average(number);
            double variance = values.Average(v => (number(v) - mean) * (number(v) - mean));
            Assert.Equal(expected, mean, 6 * Math.Sqrt(variance / values.Length) + 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ANameReadsBackAsItsLaw(string name) =>
        Assert.Same(CoordinateLaw.Parse(name, null), CoordinateLaw.All.Single(law => law.Name == name));

    [Fact]
    public void AnUnknownNameIsRefusedWithTheKnownOnes()
    {
        FormatException failure = Assert.Throws<FormatException>(() => CoordinateLaw.Parse("cauchy", null));
        Assert.Contains("gaussian, uniform, laplace, rademacher, two-point", failure.Message, StringComparison.Ordinal);
    }
}
