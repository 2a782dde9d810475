using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.OnlineSgd;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Implementation.OnlineSgd.Population;
using Verification.Implementation.OnlineSgd.Proof;
using Xunit;

namespace Verification.Properties.OnlineSgd;

public sealed class SmoothingTests
{
    private static RandomStream Stream(string purpose, ulong trial = 0) => new(StreamKey.Of(13, purpose), trial);

    // The average over directions beside w, drawn: z₁ is the first coordinate of a uniform unit vector of d − 1.
    [Theory]
    [InlineData(1, 5, 0.7)]
    [InlineData(2, 8, 1.3)]
    [InlineData(3, 8, 1.3)]
    [InlineData(4, 6, 0.9)]
    [InlineData(6, 20, 2)]
    public void TheSmoothedLinkIsAnAverageOverDirections(int k, int d, double radius)
    {
        const int draws = 40_000;
        (double b, double r) = (0.6, 2.1);
        HermiteSeries link = HermiteSeries.Hermite(k);
        RandomStream stream = Stream("directions");
        double[] z = new double[d - 1];
        double sum = 0, squares = 0, s = 1 / Math.Sqrt(1 + radius * radius);
        for (int i = 0; i < draws; i++)
        {
            UniformSphere.Fill(stream, z);
            double value = link.Value(s * (b + radius * r * z[0]));
            sum += value;
            squares += value * value;
        }

        double mean = sum / draws;
        double error = Math.Sqrt((squares / draws - mean * mean) / draws);
        Assert.Equal(mean, new SmoothedLink(k, d, radius).Value(b, r * r), 5 * error);
    }

    // Along the sphere ‖x‖² = b² + r² stays.
    [Theory]
    [InlineData(1, 5, 0.7)]
    [InlineData(2, 8, 1.3)]
    [InlineData(3, 8, 1.3)]
    [InlineData(4, 30, 2.5)]
    [InlineData(5, 12, 0)]
    public void TheSlopeIsThatOfTheValueAtConstantLength(int k, int d, double radius)
    {
        const double b = -0.8, length = 7.3, h = 1e-5;
        var link = new SmoothedLink(k, d, radius);
        double difference = link.Value(b + h, length - (b + h) * (b + h))
            - link.Value(b - h, length - (b - h) * (b - h));
        Assert.Equal(difference / (2 * h), link.Slope(b, length - b * b), 1e-7);
    }

    [Fact]
    public void WithoutRadiusItIsTheLink()
    {
        for (int k = 1; k <= 6; k++)
        {
            var smoothed = new SmoothedLink(k, 10, 0);
            Assert.Equal(HermiteSeries.Hermite(k).Value(0.7), smoothed.Value(0.7, 9), 1e-12);
            Assert.Equal(HermiteSeries.Hermite(k).Slope(0.7), smoothed.Slope(0.7, 9), 1e-12);
            Assert.Equal(ForceVariance.Drift(k, 0.3), smoothed.Drift(0.3), 1e-14);
        }
    }

    [Theory]
    [InlineData(2, 8, 1.3)]
    [InlineData(3, 30, 2)]
    [InlineData(4, 16, 2)]
    public void TheDriftIsTheMeanOfTheSamplesAndTheSlopeOfTheCorrelation(int k, int d, double radius)
    {
        const double m = 0.4, h = 1e-5;
        const int draws = 60_000;
        var smoothed = new SmoothedLink(k, d, radius);
        Assert.Equal(
            (smoothed.Correlation(m + h) - smoothed.Correlation(m - h)) / (2 * h) * (1 - m * m), smoothed.Drift(m),
            1e-8);

        double sum = 0, squares = 0, root = Math.Sqrt(1 - m * m);
        HermiteSeries link = HermiteSeries.Hermite(k);
        RandomStream stream = Stream("samples");
        double[] x = new double[d];
        for (int i = 0; i < draws; i++)
        {
            stream.FillNormals(x);
            (double b, double c) = (x[0], x[1]);
            double rest = x.Sum(value => value * value) - b * b;
            double g = link.Value(m * b + root * c) * smoothed.Slope(b, rest) * c * root;
            sum += g;
            squares += g * g;
        }

        double mean = sum / draws;
        Assert.Equal(mean, smoothed.Drift(m), 5 * Math.Sqrt((squares / draws - mean * mean) / draws));
    }

    [Theory]
    [InlineData(2, 8, 1.3)]
    [InlineData(3, 30, 2)]
    public void TheShrinkageIsAMeanOverSamples(int k, int d, double radius)
    {
        const int draws = 60_000;
        var smoothed = new SmoothedLink(k, d, radius);
        RandomStream stream = Stream("shrinkage");
        double[] x = new double[d];
        double sum = 0, squares = 0;
        for (int i = 0; i < draws; i++)
        {
            stream.FillNormals(x);
            double rest = x.Sum(value => value * value) - x[0] * x[0];
            double slope = smoothed.Slope(x[0], rest);
            double value = slope * slope * rest;
            sum += value;
            squares += value * value;
        }

        double mean = sum / draws;
        Assert.Equal(mean, smoothed.Shrinkage(), 5 * Math.Sqrt((squares / draws - mean * mean) / draws));
    }

    // SGD in d dimensions that averages over the directions in closed form, beside the chain fed with its samples.
    [Fact]
    public void TheChainIsSmoothedSgd()
    {
        const int d = 24, steps = 200;
        const double step = 0.05;
        var smoothed = new SmoothedLink(3, d, 2);
        HermiteSeries link = HermiteSeries.Hermite(3);
        double[] signal = new double[d], w = new double[d], x = new double[d];
        UniformSphere.Fill(Stream("signal"), signal);
        UniformSphere.Fill(Stream("start"), w);
        RandomStream stream = Stream("path");
        for (int t = 0; t < steps; t++)
        {
            stream.FillNormals(x);
            double a = Dot(signal, x), b = Dot(w, x), m = Dot(w, signal), length = Dot(x, x);
            double push = step * link.Value(a) * smoothed.Slope(b, length - b * b);
            double c = (a - m * b) / Math.Sqrt(1 - m * m);
            for (int i = 0; i < d; i++)
                w[i] += push * (x[i] - b * w[i]);
            double norm = Math.Sqrt(Dot(w, w));
            for (int i = 0; i < d; i++)
                w[i] /= norm;
            Assert.Equal(Dot(w, signal), OverlapStep.Moved(push, m, c, length - b * b), 1e-12);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void TheVarianceOfTheForceIsAPolynomial(int k)
    {
        RationalPolynomial variance = ForceVariance.Polynomial(k);
        double largest = ForceVariance.Largest(k);
        double most = 0;
        for (int i = -50; i <= 50; i++)
        {
            double m = i / 50.0;
            SampleGradientOutcome moments = new SampleGradientExperiment().Run(new(k, m), Stream("none"), default);
            double drift = ForceVariance.Drift(k, m);
            double value = moments.SecondMoment - drift * drift;
            Assert.Equal(moments.Drift, drift, 1e-13 * k);
            Assert.Equal(value, variance.At(Rational.Of(m)).Rounded().Value, 1e-12 * largest);
            most = Math.Max(most, value);
        }

        Assert.InRange(largest, most, 1.01 * most);
        // σ_k²(0) by numpy, Gauss–Hermite quadrature with 60 nodes.
        Assert.Equal(new[] { 3.0, 12, 114, 888 }[k - 1], variance[0].Rounded().Value, 1e-9);
    }

    [Fact]
    public void PartsOfAPathAddUpWithoutProjection()
    {
        // In a step so small that projecting takes less than 10⁻⁶ of the way.
        OverlapPathOutcome path = new OverlapPathExperiment().Run(
            new(2, 10, 1e-6, 0.3, 1000, 10), Stream("parts"), default);
        for (int i = 0; i < 10; i++)
            Assert.Equal(path.Overlaps[i] - 0.3, path.Drifts[i] + path.Martingales[i], 1e-6);
        Assert.True(path.LargestMartingale >= Math.Abs(path.Martingales[^1]));
        Assert.Throws<ArgumentException>(
            () => new OverlapPathExperiment().Run(new(2, 10, 1e-6, 0.3, 1001, 10), Stream("parts"), default));
    }

    [Fact]
    public void ParametersOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmoothedLink(0, 10, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmoothedLink(3, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmoothedLink(3, 10, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => SmoothedTime.Steps(new(3, 10, 1), 0, 0.1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => SmoothedTime.Steps(new(3, 10, 1), 0.1, 0.5, 0.1));
    }

    private static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();
}
