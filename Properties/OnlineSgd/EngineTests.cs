using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.OnlineSgd;

public sealed class EngineTests
{
    private static RandomStream Stream(string purpose, ulong trial = 0) => new(StreamKey.Of(11, purpose), trial);

    // Plain loops over samples from a stream of the same key: the naive twin of the single pass.
    [Theory]
    [InlineData(1, 5, SampleLoss.Squared)]
    [InlineData(2, 16, SampleLoss.Squared)]
    [InlineData(3, 33, SampleLoss.Correlation)]
    [InlineData(3, 600, SampleLoss.Squared)]
    [InlineData(2, 1030, SampleLoss.Absolute)]
    public void TheSinglePassIsProjectedGradientDescent(int k, int d, SampleLoss loss)
    {
        const int steps = 50;
        double step = 0.3 / d;
        HermiteSeries link = HermiteSeries.Hermite(k);
        double[] signal = new double[d], w = new double[d], x = new double[d];
        UniformSphere.Fill(Stream("signal"), signal);
        UniformSphere.Fill(Stream("start"), w);
        var sgd = new ProjectedSgd(link, loss, signal, w, step, Stream("samples"));
        RandomStream samples = Stream("samples");
        for (int t = 0; t < steps; t++)
        {
            sgd.Advance();
            // The engine draws stretches of 512 entries.
            for (int from = 0; from < d; from += 512)
                samples.FillNormals(x.AsSpan(from, Math.Min(512, d - from)));
            double a = 0, b = 0;
            for (int i = 0; i < d; i++)
            {
                a += signal[i] * x[i];
                b += w[i] * x[i];
            }

            double push = step * OverlapStep.Force(link, loss, a, b);
            for (int i = 0; i < d; i++)
                w[i] += push * (x[i] - b * w[i]);
            double norm = Math.Sqrt(w.Sum(value => value * value));
            for (int i = 0; i < d; i++)
                w[i] /= norm;
        }

        double[] fast = sgd.Weights();
        for (int i = 0; i < d; i++)
            Assert.Equal(w[i], fast[i], 1e-12);
        Assert.Equal(Lanes.Dot(w, signal), sgd.Overlap(), 1e-12);
    }

    // The chain, fed with b, c and Q of the samples, along a whole path and not only a step at a time.
    [Theory]
    [InlineData(1, 0.01)]
    [InlineData(2, 0.005)]
    [InlineData(3, 0.002)]
    [InlineData(4, 0.0005)]
    public void TheEnginesAgreeAlongAPath(int k, double step)
    {
        const int d = 37;
        HermiteSeries link = HermiteSeries.Hermite(k);
        double[] signal = new double[d], w = new double[d];
        UniformSphere.Fill(Stream("signal"), signal);
        UniformSphere.Fill(Stream("start"), w);
        var sgd = new ProjectedSgd(link, SampleLoss.Squared, signal, w, step, Stream("path"));
        double chain = Lanes.Dot(w, signal);
        // Near the poles √(1 − m²) magnifies the rounding of m without bound; the paths end before.
        int steps = 0;
        for (; steps < 2000 && 1 - Math.Abs(chain) > 1e-6; steps++)
        {
            Assert.Equal(sgd.Overlap(), chain, 1e-12);
            SgdSample sample = sgd.Advance();
            double r = Math.Sqrt((1 - chain) * (1 + chain));
            double b = sample.StudentPart;
            double c = (sample.SignalPart - chain * b) / r;
            chain = OverlapStep.Next(
                link, SampleLoss.Squared, step, chain, b, c, sample.SquaredLength - b * b - c * c);
        }

        Assert.True(steps > 300, $"The path ended after {steps} steps.");
    }

    // Two empirical distribution functions of one law stay within the sum of their Dvoretzky–Kiefer–Wolfowitz bands.
    [Theory]
    [InlineData(1, 10, 0.03, 20)]
    [InlineData(2, 20, 0.01, 100)]
    [InlineData(3, 6, 0.02, 100)]
    public void TheEnginesAgreeInLaw(int k, int d, double step, int steps)
    {
        const int paths = 2000;
        HermiteSeries link = HermiteSeries.Hermite(k);
        double start = 0.3;
        double[] signal = new double[d], w = new double[d];
        signal[0] = 1;
        (w[0], w[1]) = (start, Math.Sqrt(1 - start * start));
        double[] full = new double[paths], chain = new double[paths];
        for (int path = 0; path < paths; path++)
        {
            var sgd = new ProjectedSgd(link, SampleLoss.Squared, signal, w, step, Stream("law", (ulong)path));
            var reduced = new OverlapChain(
                link, SampleLoss.Squared, d, step, start, Stream("reduced", (ulong)path));
            for (int t = 0; t < steps; t++)
            {
                sgd.Advance();
                reduced.Advance();
            }

            (full[path], chain[path]) = (sgd.Overlap(), reduced.Overlap);
        }

        Array.Sort(full);
        Array.Sort(chain);
        double distance = DvoretzkyKieferWolfowitz.Distance(
            full, value => (double)chain.Count(other => other <= value) / paths);
        Assert.InRange(distance, 0, 2 * DvoretzkyKieferWolfowitz.HalfWidth(paths, 1e-6));
    }

    // The residual is 0 at m = 1, and rounding does not leave it.
    [Fact]
    public void AtTheTeacherNothingMoves()
    {
        var chain = new OverlapChain(HermiteSeries.Hermite(3), SampleLoss.Squared, 50, 0.01, 1, Stream("teacher"));
        Assert.Equal(10, chain.RunTo(2, either: false, 10, default));
        Assert.Equal(1, chain.Overlap);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(40)]
    public void TheMeanStepIsThatOfThePopulationToSecondOrder(int d)
    {
        // E[m⁺ − m] = η·3m²(1 − m²) − ½η²(dV₃ + O(1))m: at η = 10⁻⁴ the second term is a hundredth of the first.
        const int steps = 40_000;
        const double m = 0.5, step = 1e-4;
        HermiteSeries link = HermiteSeries.Hermite(3);
        double[] moves = new double[steps];
        for (int t = 0; t < steps; t++)
        {
            var chain = new OverlapChain(link, SampleLoss.Squared, d, step, m, Stream("mean", (ulong)t));
            chain.Advance();
            moves[t] = (chain.Overlap - m) / step;
        }

        double mean = moves.Sum() / steps;
        double deviation = Math.Sqrt(moves.Sum(value => (value - mean) * (value - mean)) / steps);
        double allowance = 6 * deviation / Math.Sqrt(steps) + 0.5 * step * (d + 20) * 90 * m;
        Assert.Equal(3 * m * m * (1 - m * m), mean, allowance);
    }

    [Fact]
    public void ParametersOutOfRangeAreRefused()
    {
        HermiteSeries link = HermiteSeries.Hermite(2);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new OverlapChain(link, SampleLoss.Squared, 1, 0.1, 0, Stream("none")));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new OverlapChain(link, SampleLoss.Squared, 3, double.NaN, 0, Stream("none")));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new OverlapChain(link, SampleLoss.Squared, 3, 0.1, 1.5, Stream("none")));
        Assert.Throws<ArgumentException>(
            () => new ProjectedSgd(link, SampleLoss.Squared, [1.0], [1.0], 0.1, Stream("none")));
        Assert.Throws<ArgumentException>(() => new HermiteSeries([]));
    }
}
