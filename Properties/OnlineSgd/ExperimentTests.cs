using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.OnlineSgd;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Implementation.OnlineSgd.Proof;
using Verification.Implementation.OnlineSgd.Samples;
using Xunit;

namespace Verification.Properties.OnlineSgd;

// Naive twins of what the experiments compute in closed form, by recursion, or many at a time.
public sealed class ExperimentTests
{
    private static RandomStream Stream(string purpose, ulong trial = 0) => new(StreamKey.Of(12, purpose), trial);

    // All 2^T walks, one by one; sums of multiples of 2^(−T) are exact.
    [Theory]
    [InlineData(1, 1, 0, false)]
    [InlineData(7, 2, 0, false)]
    [InlineData(8, 3, 1, false)]
    [InlineData(9, 3, 1, true)]
    [InlineData(6, 1, 1, true)]
    public void LawsOfWalksAreThoseOfAllPaths(int steps, int level, int start, bool absorbed)
    {
        double reached = 0, first = 0, second = 0, fourth = 0;
        double mass = Math.ScaleB(1, -steps);
        for (int path = 0; path < 1 << steps; path++)
        {
            int x = start, largest = start;
            for (int t = 0; t < steps; t++)
            {
                if (!absorbed || (x > 0 && x < level))
                    x += (path >> t & 1) == 0 ? -1 : 1;
                largest = Math.Max(largest, Math.Abs(x));
            }

            reached += largest >= level ? mass : 0;
            first += mass * Math.Abs(x);
            second += mass * x * x;
            fourth += mass * x * x * x * x;
        }

        Assert.Equal(
            new MaximalInequalityOutcome(reached, first, second, fourth),
            new MaximalInequalityExperiment().Run(new(steps, level, start, absorbed), Stream("none"), default));
    }

    // The number of distinct samples as a Markov chain: one more with probability 1 − i/n.
    [Theory]
    [InlineData(2, 2)]
    [InlineData(5, 2)]
    [InlineData(4, 3)]
    public void RepetitionsAreThoseOfTheChainOfDistinctSamples(int d, int k)
    {
        RepeatedSamplesOutcome outcome = new RepeatedSamplesExperiment().Run(new(d, k), Stream("none"), default);
        int draws = (int)outcome.Draws;
        double n = draws * d;
        double[] distinct = new double[draws + 1];
        distinct[0] = 1;
        for (int t = 0; t < draws; t++)
        {
            for (int i = t + 1; i > 0; i--)
                distinct[i] = distinct[i] * i / n + distinct[i - 1] * (1 - (i - 1) / n);
            distinct[0] = 0;
        }

        Assert.Equal(distinct[draws], Math.Exp(outcome.LogOfNone), 1e-13);
        Assert.Equal(1 - distinct.Select((p, i) => p * i).Sum() / draws, outcome.RepeatedShare, 1e-13);
    }

    // Archimedes for d = 3; the elementary integrals of (1 − t²)^((d−3)/2) for d = 4 and 5.
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1.1)]
    [InlineData(1.7)]
    public void TailsOfTheOverlapAreElementaryInLowDimensions(double c)
    {
        double t = c / Math.Sqrt(3);
        Assert.Equal((1 - t) / 2, InitialOverlapExperiment.TailProbability(c, 3), 1e-14);
        t = c / 2;
        Assert.Equal(
            (Math.Acos(t) - t * Math.Sqrt(1 - t * t)) / Math.PI, InitialOverlapExperiment.TailProbability(c, 4), 1e-14);
        t = c / Math.Sqrt(5);
        Assert.Equal(0.5 - 0.75 * (t - t * t * t / 3), InitialOverlapExperiment.TailProbability(c, 5), 1e-14);
    }

    [Property(MaxTest = 100)]
    public bool TailsLieBetweenTheBoundsOfTheClaim(PositiveInt dimension, PositiveInt tenths)
    {
        int d = 3 + dimension.Get % 1000;
        double c = tenths.Get % 80 / 10.0;
        if (c * c >= d)
            return true;
        double tail = InitialOverlapExperiment.TailProbability(c, d);
        return tail >= 0.5 - c / Math.Sqrt(2 * Math.PI) - 1e-12
            && tail <= 0.5 * Math.Pow(1 - c * c / d, (d - 1) / 2.0) * (1 + 1e-11);
    }

    [Property(MaxTest = 100)]
    public bool LinksAreTheirPolynomialsWithinTheStatedError(PositiveInt degree, int numerator)
    {
        int k = degree.Get % 9;
        double x = numerator % 100 / 16.0;
        HermiteSeries link = HermiteSeries.Hermite(k);
        RationalPolynomial H = RationalPolynomial.Hermite(k);
        double scale = Math.Sqrt((double)RationalPolynomial.Factorial(k));
        double error = DoublePrecision.Gamma(3 * k + 6);
        return Math.Abs(link.Value(x) - H.At(Rational.Of(x)).Rounded().Value / scale) <= error * link.Magnitude(x)
            && Math.Abs(link.Slope(x) - H.Derivative().At(Rational.Of(x)).Rounded().Value / scale)
                <= error * link.SlopeMagnitude(x);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public void FourthMomentsOfHermitePolynomialsAreThoseOfTheirPowers(int k)
    {
        RationalPolynomial H = RationalPolynomial.Hermite(k);
        Rational norm = (H * H).NormalMean();
        double expected = Math.Sqrt(((H * H * H * H).NormalMean() / (norm * norm)).Rounded().Value);
        HypercontractivityOutcome outcome =
            new HypercontractivityExperiment().Run(new(k, IsDrawn: false), Stream("none"), default);
        Assert.Equal(expected, outcome.FourthRatio, 1e-14 * expected);
        Assert.Equal(1 / (expected * expected), outcome.LeastFirstRatio, 1e-14);
    }

    [Fact]
    public void SequencesLieInTheirEnclosures()
    {
        GrowthSequenceOutcome outcome = new GrowthSequenceExperiment().Run(new(4, 30), Stream("growth"), default);
        var terms = outcome.Terms(4, 30);
        double sum = 0;
        foreach (var term in terms)
        {
            double u = outcome.First + outcome.Rate * sum;
            Assert.InRange(u, term.Lower * (1 - 1e-9), term.Upper * (1 + 1e-9));
            sum += u * u * u;
        }

        Assert.True(terms.Count > 2);
    }

    [Fact]
    public void ATeacherWithinTheSpanIsItsOwnReflection()
    {
        ReflectedStudentOutcome outcome =
            new ReflectedStudentExperiment().Run(new(9, 12), Stream("reflection"), default);
        Assert.Equal(1, outcome.Overlap, 1e-12);
        Assert.Equal(0, outcome.Distance, 1e-12);
        Assert.Equal(0, outcome.Difference, 1e-12);
    }

    [Fact]
    public void TheDistanceOfAReflectionBelongsToItsOverlap()
    {
        ReflectedStudentOutcome outcome =
            new ReflectedStudentExperiment().Run(new(24, 23), Stream("reflection"), default);
        Assert.Equal(2 - 2 * outcome.Overlap, outcome.Distance * outcome.Distance, 1e-8);
        Assert.InRange(outcome.Distance, 1e-8, 2);
    }

    // Steps are counted from the start, the first overlap at or beyond the threshold ends the path.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void HittingTimesAreThoseOfAPlainLoop(bool either)
    {
        HermiteSeries link = HermiteSeries.Hermite(2);
        for (ulong path = 0; path < 20; path++)
        {
            var chain = new OverlapChain(link, SampleLoss.Squared, 10, 0.02, 0.3, Stream("hitting", path));
            int steps = 0;
            for (; steps < 500 && (either ? Math.Abs(chain.Overlap) : chain.Overlap) < 0.6; steps++)
                chain.Advance();
            var twin = new OverlapChain(link, SampleLoss.Squared, 10, 0.02, 0.3, Stream("hitting", path));
            Assert.Equal(steps, twin.RunTo(0.6, either, 500, default));
            Assert.Equal(chain.Overlap, twin.Overlap);
        }
    }

    // E|f(a) − f(b)| = (2√2/π)√(1 − m²) for k = 2: the mean step is η(2√2/π)m√(1 − m²) to first order. The remainder is
    // below ½η(d + 20)·E f′²·m, and E f′² = 2.
    [Fact]
    public void TheMeanStepOnTheAbsoluteLossIsThatOfThePopulation()
    {
        const int steps = 40_000, d = 10;
        const double m = 0.4, step = 1e-4;
        HermiteSeries link = HermiteSeries.Hermite(2);
        double[] moves = new double[steps];
        for (int t = 0; t < steps; t++)
        {
            var chain = new OverlapChain(link, SampleLoss.Absolute, d, step, m, Stream("absolute", (ulong)t));
            chain.Advance();
            moves[t] = (chain.Overlap - m) / step;
        }

        double mean = moves.Sum() / steps;
        double deviation = Math.Sqrt(moves.Sum(value => (value - mean) * (value - mean)) / steps);
        double allowance = 6 * deviation / Math.Sqrt(steps) + 0.5 * step * (d + 20) * 2 * m;
        Assert.Equal(2 * Math.Sqrt(2) / Math.PI * m * Math.Sqrt(1 - m * m), mean, allowance);
    }

    [Fact]
    public void PredictionsOnTheAbsoluteLossAreTimesOfTheMeanDynamics()
    {
        const int d = 100;
        const double h = 1e-5, δ = 0.1;
        double m = 0.1, s = 0;
        for (; m < 0.5; s += h)
            m += h * m * (2 * Math.Sqrt(2) / Math.PI * Math.Sqrt(1 - m * m) - δ);
        Assert.Equal(s * d / δ, AbsoluteLossTime.Steps(d, δ, 0.1, 0.5), 1e-4 * s * d / δ);
        Assert.Equal(double.PositiveInfinity, AbsoluteLossTime.Steps(d, 0.8, 0.1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => AbsoluteLossTime.Steps(d, δ, 0.5, 0.1));
    }
}
