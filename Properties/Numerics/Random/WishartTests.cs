using MathNet.Numerics.Distributions;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;
using Wishart = Verification.Implementation.Numerics.Random.Wishart;

namespace Verification.Properties.Numerics.Random;

/// <summary>Wishart matrices and the chi-squares on their diagonal.</summary>
public sealed class WishartTests
{
    private const int N = 40_000;

    // A correct sampler misses a comparison with probability 10⁻⁶.
    private static readonly double StandardErrors = -Normal.InvCDF(0, 1, 1e-6 / 2);

    [Theory]
    [Trait("Category", "Statistics")]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(80)]
    public void ChiSquareIsDistributedAsSuch(double ν)
    {
        var stream = new RandomStream(StreamKey.Of(6, "chi-square"), (ulong)(10 * ν));
        double[] draws = new double[N];
        for (int i = 0; i < N; i++)
            draws[i] = ChiSquare.Draw(stream, ν);
        Array.Sort(draws);
        double worst = 0;
        for (int i = 0; i < N; i++)
        {
            double f = ChiSquared.CDF(ν, draws[i]);
            worst = Math.Max(worst, Math.Max(f - i / (double)N, (i + 1) / (double)N - f));
        }

        // Massart (1990), level 10⁻⁶.
        Assert.True(worst <= Math.Sqrt(Math.Log(2 / 1e-6) / (2 * N)), $"Distance {worst}.");
    }

    /// <summary>E W = m·I, Var W_ii = 2m, Var W_ij = m (Muirhead, Aspects of Multivariate Statistical Theory, section
    /// 3.2), also for m &lt; d.</summary>
    [Theory]
    [Trait("Category", "Statistics")]
    [InlineData(7, 3)]
    [InlineData(2.75, 3)]
    [InlineData(2, 4)]
    [InlineData(1, 3)]
    public void MeanAndVarianceAreWisharts(double m, int d)
    {
        var mean = new Matrix(d, d);
        var square = new Matrix(d, d);
        for (int trial = 0; trial < N; trial++)
        {
            Matrix W = Wishart.Draw(new RandomStream(StreamKey.Of(7, "wishart"), (ulong)trial), m, d);
            for (int i = 0; i < d; i++)
                for (int j = 0; j < d; j++)
                {
                    double centered = W[i, j] - (i == j ? m : 0);
                    mean[i, j] += centered / N;
                    square[i, j] += centered * centered / N;
                    Assert.Equal(W[i, j], W[j, i]);
                }
        }

        for (int i = 0; i < d; i++)
            for (int j = 0; j < d; j++)
            {
                // Fourth central moments: 12m² + 48m of a chi-square, 3m² + 6m of a sum of products of normals.
                double variance = i == j ? 2 * m : m;
                double fourth = i == j ? 12 * m * m + 48 * m : 3 * m * m + 6 * m;
                double errorOfMean = StandardErrors * Math.Sqrt(variance / N);
                double errorOfVariance = StandardErrors * Math.Sqrt((fourth - variance * variance) / N);
                Assert.InRange(mean[i, j], -errorOfMean, errorOfMean);
                Assert.InRange(square[i, j] - variance, -errorOfVariance, errorOfVariance);
            }
    }

    /// <summary>The same distribution as GᵀG, drawn entry by entry: least eigenvalue and an entry off the diagonal, by
    /// two-sample Kolmogorov–Smirnov.</summary>
    [Theory]
    [Trait("Category", "Statistics")]
    [InlineData(5, 3)]
    [InlineData(2, 3)]
    public void BartlettAgreesWithTheProductOfGaussians(int m, int d)
    {
        const int Trials = 10_000;
        double[] least = new double[Trials],
            directLeast = new double[Trials],
            entry = new double[Trials],
            directEntry = new double[Trials];
        double[] g = new double[m * d];
        for (int trial = 0; trial < Trials; trial++)
        {
            Matrix W = Wishart.Draw(new RandomStream(StreamKey.Of(8, "bartlett"), (ulong)trial), m, d);
            new RandomStream(StreamKey.Of(8, "direct"), (ulong)trial).FillNormals(g);
            var direct = new Matrix(d, d);
            for (int i = 0; i < d; i++)
                for (int j = 0; j < d; j++)
                    for (int k = 0; k < m; k++)
                        direct[i, j] += g[k * d + i] * g[k * d + j];
            (least[trial], entry[trial]) = (LeastPositiveEigenvalue(W, m), W[d - 1, 0] * W[d - 1, d - 1]);
            (directLeast[trial], directEntry[trial]) = (
                LeastPositiveEigenvalue(direct, m), direct[d - 1, 0] * direct[d - 1, d - 1]);
        }

        // Each empirical distribution is within √(log(2/δ)/(2N)) of its own (Massart 1990), at δ = 5·10⁻⁷.
        double band = 2 * Math.Sqrt(Math.Log(2 / 5e-7) / (2 * Trials));
        Assert.True(Distance(least, directLeast) <= band);
        Assert.True(Distance(entry, directEntry) <= band);
    }

    [Fact]
    public void RankIsTheNumberOfDegreesOfFreedomWhereThatIsSmaller()
    {
        Matrix W = Wishart.Draw(new RandomStream(StreamKey.Of(9, "rank"), 0), 2, 5);
        double[] eigenvalues = [.. W.ToMathNet().Evd().EigenValues.Select(λ => λ.Real).Order()];
        Assert.All(eigenvalues[..3], λ => Assert.Equal(0, λ, 1e-13));
        Assert.True(eigenvalues[3] > 1e-3);
    }

    /// <summary>The naive twin: chi-squares first, normals row by row, and the product A·Aᵀ summed as it is
    /// written.</summary>
    [Theory]
    [InlineData(20.5, 7)]
    [InlineData(3.5, 4)]
    [InlineData(4, 4)]
    [InlineData(3, 4)]
    [InlineData(2, 5)]
    [InlineData(1, 3)]
    [InlineData(1, 1)]
    [InlineData(0.25, 1)]
    public void AMatrixIsBartlettsProduct(double m, int d)
    {
        StreamKey key = StreamKey.Of(10, "bartlett twin");
        var drawn = new RandomStream(key, 0);
        Matrix W = Wishart.Draw(drawn, m, d);

        var stream = new RandomStream(key, 0);
        int columns = Enumerable.Range(0, d).Count(i => m - i > 0);
        double[,] A = new double[d, columns];
        for (int i = 0; i < columns; i++)
            A[i, i] = Math.Sqrt(ChiSquare.Draw(stream, m - i));
        (int I, int J)[] below =
        [
            .. from i in Enumerable.Range(0, d) from j in Enumerable.Range(0, Math.Min(i, columns)) select (i, j),
        ];
        double[] normals = new double[below.Length];
        stream.FillNormals(normals);
        for (int k = 0; k < below.Length; k++)
            A[below[k].I, below[k].J] = normals[k];

        // One rounding for each of at most d fused terms, on sums of at most √(W_ii·W_jj) in magnitude (Cauchy and
        // Schwarz); twice, for both sums.
        for (int i = 0; i < d; i++)
            for (int j = 0; j < d; j++)
                Assert.Equal(
                    Enumerable.Range(0, columns).Sum(k => A[i, k] * A[j, k]),
                    W[i, j],
                    4 * d * Math.Sqrt(W[i, i] * W[j, j]) * Math.ScaleB(1, -53));
        Assert.Equal(stream.Position, drawn.Position);
    }

    [Fact]
    public void AStreamIsNeeded() => Assert.Throws<ArgumentNullException>("stream", () => Wishart.Draw(null!, 3, 2));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1.5, 3)]
    [InlineData(-1, 1)]
    [InlineData(2, 0)]
    [InlineData(0.5, 2)]
    [InlineData(1, 0)]
    [InlineData(double.NaN, 2)]
    [InlineData(double.PositiveInfinity, 2)]
    [InlineData(3, 0)]
    public void DegreesOfFreedomThatNoWishartMatrixHasAreRefused(double m, int d) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Wishart.Draw(new RandomStream(default, 0), m, d));

    private static double LeastPositiveEigenvalue(Matrix W, int m) =>
        W.ToMathNet().Evd().EigenValues.Select(λ => λ.Real).OrderDescending().ElementAt(Math.Min(m, W.Rows) - 1);

    private static double Distance(double[] a, double[] b)
    {
        Array.Sort(a);
        Array.Sort(b);
        double worst = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] <= b[j])
                i++;
            else
                j++;
            worst = Math.Max(worst, Math.Abs(i / (double)a.Length - j / (double)b.Length));
        }

        return worst;
    }
}
