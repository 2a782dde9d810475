using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Implementation.OnlineSgd.Samples;
using Xunit;

namespace Verification.Properties.OnlineSgd;

// The naive twin is gradient descent in d dimensions. From its samples the numbers that the reduction draws are read
// off, so that both take the same path; that they are independent, and of these laws, is tried on means.
public sealed class BatchDescentTests
{
    private static RandomStream Stream(string purpose, ulong trial = 0) => new(StreamKey.Of(15, purpose), trial);

    [Theory]
    [InlineData(3, 3, 7, 1.5)]
    [InlineData(3, 9, 40, 1.5)]
    [InlineData(4, 20, 60, 0.4)]
    [InlineData(1, 5, 1, 2)]
    [InlineData(3, 6, 10, 0)]
    public void StepsOnOneBatchAreGradientDescent(int k, int d, int n, double step)
    {
        HermiteSeries link = HermiteSeries.Hermite(k);
        RandomStream stream = Stream("path");
        double[] start = new double[d];
        UniformSphere.Fill(stream, start);
        (double m, double rest) = (start[0], Length(start, 1));
        double[][] X = Batch(stream, n, d);
        double[] beside = Beside(start);
        double[] a = [.. X.Select(x => x[0])], t = [.. X.Select(x => Dot(beside, x) / rest)];

        double[] c = Pulls(link, X, start, step), one = Moved(start, X, c);
        double[] moved = Without(Beside(one), beside);
        double length = Math.Sqrt(Dot(c, c)), far = Math.Sqrt(Dot(moved, moved));
        // Where nothing moved or nothing is left, any direction at right angles to the two serves.
        double[] g = far > 1e-12 ? Scaled(moved, 1 / far) : Without(Unit(d, 1), beside);
        g = Scaled(g, 1 / Math.Sqrt(Dot(g, g)));
        double[] h = [.. X.Select(x => Dot(g, x))];
        double[] e = Pulls(link, X, one, step), two = Moved(one, X, e);
        double[] pulled = length > 0 ? Without(e, c) : e;
        double[] across = Without(Without(Beside(two), beside), g);
        double pulledSquare = Dot(pulled, pulled), acrossSquare = Dot(across, across);

        (StudentPlace first, StudentPlace second) = BatchDescent.Twice(link, step, new(
            m, a, t, h, length > 0 ? far * far / (length * length) : 1,
            pulledSquare > 1e-20 ? acrossSquare / pulledSquare : 0));
        Assert.Equal(one[0], first.Signal, 1e-12);
        Assert.Equal(Length(one, 1), first.Beside, 1e-12);
        Assert.Equal(two[0], second.Signal, 1e-11);
        Assert.Equal(Length(two, 1), second.Beside, 1e-11);
        Assert.Equal(Math.Abs(two[0]) / Math.Sqrt(Dot(two, two)), second.Overlap, 1e-11);
    }

    [Theory]
    [InlineData(3, 9, 40, 1.5)]
    [InlineData(2, 4, 1, 0.5)]
    public void AStepOnAFreshBatchIsGradientDescent(int k, int d, int n, double step)
    {
        HermiteSeries link = HermiteSeries.Hermite(k);
        RandomStream stream = Stream("fresh path");
        double[] w = new double[d];
        UniformSphere.Fill(stream, w);
        w = Scaled(w, 1.7);
        double[][] X = Batch(stream, n, d);
        double[] beside = Scaled(Beside(w), 1 / Length(w, 1));
        double[] e = Pulls(link, X, w, step), next = Moved(w, X, e);
        double[] across = Without(Beside(next), beside);
        StudentPlace place = BatchDescent.Once(
            link, step, new(w[0], Length(w, 1)), [.. X.Select(x => x[0])], [.. X.Select(x => Dot(beside, x))],
            Dot(across, across) / Dot(e, e));
        Assert.Equal(next[0], place.Signal, 1e-12);
        Assert.Equal(Length(next, 1), place.Beside, 1e-12);
    }

    // Means of the overlaps and of their squares, against gradient descent in d dimensions with other seeds. Of 1500
    // draws each a difference of means is beyond five standard errors with a probability below 10⁻⁶.
    [Theory]
    [InlineData(3, 3, 12)]
    [InlineData(3, 12, 96)]
    [InlineData(4, 8, 40)]
    public void TheLawIsThatOfGradientDescent(int k, int d, int n)
    {
        const int trials = 1500;
        HermiteSeries link = HermiteSeries.Hermite(k);
        double step = 0.25 * n / d;
        double[][] reduced = [.. Enumerable.Range(0, trials).Select(trial =>
        {
            ReusedBatchOutcome o = new ReusedBatchExperiment().Run(
                new(k, d, n, step), Stream("reduced", (ulong)trial), default);
            return (double[])[o.One, o.Reused, o.Fresh];
        })];
        double[][] direct = [.. Enumerable.Range(0, trials).Select(trial =>
        {
            RandomStream stream = Stream("direct", (ulong)trial);
            double[] w = new double[d];
            UniformSphere.Fill(stream, w);
            double[][] X = Batch(stream, n, d);
            double[] one = Moved(w, X, Pulls(link, X, w, step));
            double[][] other = Batch(stream, n, d);
            return (double[])
            [
                Overlap(one),
                Overlap(Moved(one, X, Pulls(link, X, one, step))),
                Overlap(Moved(one, other, Pulls(link, other, one, step))),
            ];
        })];
        for (int which = 0; which < 3; which++)
        {
            for (int power = 1; power <= 2; power++)
            {
                double[] left = [.. reduced.Select(o => Math.Pow(o[which], power))];
                double[] right = [.. direct.Select(o => Math.Pow(o[which], power))];
                double error = Math.Sqrt((Variance(left) + Variance(right)) / trials);
                Assert.True(
                    Math.Abs(left.Average() - right.Average()) < 5 * error,
                    $"{which}, power {power}: {left.Average()} against {right.Average()} ± {error}");
            }
        }
    }

    [Fact]
    public void EmptyOrUnevenBatchesAreRefused()
    {
        HermiteSeries link = HermiteSeries.Hermite(3);
        Assert.Throws<ArgumentException>(() => BatchDescent.Twice(link, 1, new(0.5, [], [], [], 1, 1)));
        Assert.Throws<ArgumentException>(() => BatchDescent.Twice(link, 1, new(0.5, [1], [1], [1, 2], 1, 1)));
        Assert.Throws<ArgumentException>(() => BatchDescent.Once(link, 1, new(0.5, 0.5), [1], [], 1));
        Assert.Throws<ArgumentException>(
            () => new ReusedBatchExperiment().Run(new(3, 2, 10, 1), Stream("none"), default));
        Assert.Throws<ArgumentException>(
            () => new ReusedBatchExperiment().Run(new(3, 5, 10, -1), Stream("none"), default));
    }

    private static double[][] Batch(RandomStream stream, int n, int d)
    {
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++)
        {
            rows[i] = new double[d];
            stream.FillNormals(rows[i]);
        }

        return rows;
    }

    // −η times the derivative of the loss of each sample by its product with the weights, over n; the signal is the
    // first unit vector.
    private static double[] Pulls(HermiteSeries link, double[][] X, double[] w, double step) =>
    [
        .. X.Select(x =>
        {
            double prediction = Math.Tanh(Dot(w, x));
            return step * (link.Value(x[0]) - prediction) * (1 - prediction * prediction) / X.Length;
        }),
    ];

    private static double[] Moved(double[] w, double[][] X, double[] pulls) =>
        [.. w.Select((value, j) => value + X.Select((x, i) => pulls[i] * x[j]).Sum())];

    private static double Overlap(double[] w) => Math.Abs(w[0]) / Math.Sqrt(Dot(w, w));

    private static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();

    private static double Length(double[] x, int from) => Math.Sqrt(x.Skip(from).Sum(value => value * value));

    private static double[] Scaled(double[] x, double factor) => [.. x.Select(value => factor * value)];

    private static double[] Unit(int d, int j) => [.. Enumerable.Range(0, d).Select(i => i == j ? 1.0 : 0.0)];

    // x without its component on the first unit vector.
    private static double[] Beside(double[] x) => [0, .. x.Skip(1)];

    // x without its part along another vector.
    private static double[] Without(double[] x, double[] other)
    {
        double share = Dot(x, other) / Dot(other, other);
        return [.. x.Zip(other, (a, b) => a - share * b)];
    }

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
