using MathNet.Numerics.Distributions;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.Numerics.Random;

/// <summary>Distributions of the draws, at fixed seeds; every tolerance is the one at which a correct sampler fails
/// with probability 10⁻⁶.</summary>
public sealed class StreamDistributions
{
    private const double Level = 1e-6;

    /// <summary>Two-sided normal quantile of the level: P(|Z| &gt; 4.8916) = 10⁻⁶ (MathNet, Normal.InvCDF).</summary>
    private static readonly double StandardErrors = -Normal.InvCDF(0, 1, Level / 2);

    [Theory]
    [Trait("Category", "Statistics")]
    [InlineData("uniforms")]
    [InlineData("normals")]
    [InlineData("laplace")]
    public void TheEmpiricalDistributionIsWithinTheBandOfDvoretzkyKieferAndWolfowitz(string fill)
    {
        const int N = 400_000;
        double[] numbers = Draw(fill, N);
        Array.Sort(numbers);
        double worst = 0;
        for (int i = 0; i < N; i++)
        {
            double f = Distribution(fill, numbers[i]);
            worst = Math.Max(worst, Math.Max(f - i / (double)N, (i + 1) / (double)N - f));
        }

        // Massart (1990): P(sup|F_N − F| > ε) ≤ 2·exp(−2Nε²).
        double ε = Math.Sqrt(Math.Log(2 / Level) / (2 * N));
        Assert.True(worst <= ε, $"Distance {worst} from the distribution, {ε} allowed.");
    }

    /// <summary>Sample mean of x^p against E x^p, in standard errors √(Var(x^p)/N) of the exact distribution.</summary>
    [Theory]
    [Trait("Category", "Statistics")]
    [InlineData("normals", 1, 0, 1)]
    [InlineData("normals", 2, 1, 2)]
    [InlineData("normals", 3, 0, 15)]
    [InlineData("normals", 4, 3, 96)]
    [InlineData("uniforms", 1, 1.0 / 2, 1.0 / 12)]
    [InlineData("uniforms", 2, 1.0 / 3, 4.0 / 45)]
    [InlineData("laplace", 1, 0, 1)]
    [InlineData("laplace", 2, 1, 5)]
    [InlineData("signs", 1, 0, 1)]
    public void MomentsAreThoseOfTheDistribution(string fill, int power, double mean, double variance)
    {
        const int N = 2_000_000;
        double sum = 0;
        foreach (double x in Draw(fill, N))
            sum += Math.Pow(x, power);
        Assert.InRange((sum / N - mean) / Math.Sqrt(variance / N), -StandardErrors, StandardErrors);
    }

    /// <summary>Neighbors in every distance up to 32: halves of a pair are 8 apart, groups 16, where a wrong layout
    /// would correlate.</summary>
    [Theory]
    [Trait("Category", "Statistics")]
    [InlineData("normals")]
    [InlineData("laplace")]
    [InlineData("signs")]
    public void NumbersAndTheirSquaresAreUncorrelatedAtEveryDistance(string fill)
    {
        const int N = 400_000;
        double[] x = Draw(fill, N);

        // Products of independent numbers of variance 1 have variance 1; of centered squares, Var(x²)².
        double squareVariance = fill switch { "normals" => 2, "laplace" => 5, _ => 0 };
        for (int lag = 1; lag <= 32; lag++)
        {
            double products = 0;
            double squares = 0;
            for (int i = lag; i < N; i++)
            {
                products += x[i] * x[i - lag];
                squares += (x[i] * x[i] - 1) * (x[i - lag] * x[i - lag] - 1);
            }

            // 64 comparisons share the level.
            double errors = -Normal.InvCDF(0, 1, Level / 128);
            Assert.InRange(products / Math.Sqrt(N - lag), -errors, errors);
            Assert.InRange(squares / Math.Sqrt(N - lag), -errors * squareVariance, errors * squareVariance);
        }
    }

    [Fact]
    public void SignsAreSigns() => Assert.All(Draw("signs", 5000), sign => Assert.True(sign is 1 or -1));

    [Fact]
    public void UniformsStayBelowOne() =>
        Assert.All(Draw("uniforms", 100_000), u => Assert.InRange(u, 0, 1 - Math.ScaleB(1, -53)));

    [Theory]
    [Trait("Category", "Statistics")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    public void SpherePointsHaveNormOneAndTheSphereMoments(int d)
    {
        const int N = 40_000;
        Matrix points = UniformSphere.Rows(new RandomStream(StreamKey.Of(3, "sphere"), (ulong)d), N, d);
        double first = 0, second = 0;
        for (int i = 0; i < N; i++)
        {
            ReadOnlySpan<double> x = points.Row(i);
            double square = 0;
            foreach (double entry in x)
                square += entry * entry;
            Assert.Equal(1, square, 1e-14 * d);
            first += x[0];
            second += x[0] * x[0];
        }

        // E x₁ = 0, E x₁² = 1/d, E x₁⁴ = 3/(d(d + 2)), so Var x₁² = 2(d − 1)/(d²(d + 2)).
        double errorOfFirst = Math.Sqrt(1.0 / d / N);
        double errorOfSecond = Math.Sqrt(2.0 * (d - 1) / ((double)d * d * (d + 2)) / N);
        Assert.InRange(first / N, -StandardErrors * errorOfFirst, StandardErrors * errorOfFirst);
        Assert.InRange(
            second / N - 1.0 / d, -StandardErrors * errorOfSecond - 1e-14, StandardErrors * errorOfSecond + 1e-14);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(40)]
    public void HaarMatricesAreOrthogonal(int d)
    {
        Matrix Q = Haar.Orthogonal(new RandomStream(StreamKey.Of(4, "haar"), (ulong)d), d);
        for (int i = 0; i < d; i++)
            for (int j = 0; j < d; j++)
            {
                double product = 0;
                for (int k = 0; k < d; k++)
                    product += Q[k, i] * Q[k, j];

                // d reflections, each orthogonal to a few roundings (Higham, Accuracy and Stability, lemma 19.3),
                // constant 10.
                Assert.Equal(i == j ? 1 : 0, product, 10 * d * Math.ScaleB(1, -53));
            }
    }

    /// <summary>Moments that Haar's measure fixes: E tr Q = 0, E (tr Q)² = 1 (also E (tr Q²) = 1), E det Q = 0, E Q_ij⁴
    /// = 3/(d(d + 2)) for all i, j.</summary>
    /// <remarks>Diaconis and Shahshahani (1994), theorem 4: tr Q and tr Q² have the moments of Z₁ and √2·Z₂ + 1 for
    /// standard normals, up to an order that d = 8 admits (twice 4).</remarks>
    [Fact]
    [Trait("Category", "Statistics")]
    public void HaarMatricesHaveHaarsMoments()
    {
        const int N = 20_000, D = 8;
        double[] sums = new double[4];
        double[,] fourth = new double[D, D];
        for (int trial = 0; trial < N; trial++)
        {
            Matrix Q = Haar.Orthogonal(new RandomStream(StreamKey.Of(5, "haar moments"), (ulong)trial), D);
            double trace = 0, traceOfSquare = 0;
            for (int i = 0; i < D; i++)
            {
                trace += Q[i, i];
                for (int j = 0; j < D; j++)
                {
                    traceOfSquare += Q[i, j] * Q[j, i];
                    fourth[i, j] += Math.Pow(Q[i, j], 4);
                }
            }

            sums[0] += trace;
            sums[1] += trace * trace;
            sums[2] += traceOfSquare;
            sums[3] += Q.ToMathNet().Determinant();
        }

        // Var tr Q = 1, Var (tr Q)² = 3 − 1, Var tr Q² = 2 (ibid.), Var det Q = 1.
        double bound = StandardErrors / Math.Sqrt(N);
        Assert.InRange(sums[0] / N, -bound, bound);
        Assert.InRange(sums[1] / N - 1, -bound * Math.Sqrt(2), bound * Math.Sqrt(2));
        Assert.InRange(sums[2] / N - 1, -bound * Math.Sqrt(2), bound * Math.Sqrt(2));
        Assert.InRange(sums[3] / N, -bound, bound);

        // E q⁸ = 105/(d(d + 2)(d + 4)(d + 6)).
        double mean = 3.0 / (D * (D + 2));
        double error = Math.Sqrt((105.0 / (D * (D + 2) * (D + 4) * (D + 6)) - mean * mean) / N);
        foreach (double sum in fourth)
            Assert.InRange(sum / N - mean, -StandardErrors * error, StandardErrors * error);
    }

    private static double[] Draw(string fill, int length)
    {
        double[] numbers = new double[length];
        var stream = new RandomStream(StreamKey.Of(2, "distributions"), 0);
        switch (fill)
        {
            case "normals": stream.FillNormals(numbers); break;
            case "uniforms": stream.FillUniforms(numbers); break;
            case "laplace": stream.FillLaplace(numbers); break;
            default: stream.FillSigns(numbers); break;
        }

        return numbers;
    }

    private static double Distribution(string fill, double x) => fill switch
    {
        "uniforms" => x,
        "normals" => Normal.CDF(0, 1, x),
        _ => x < 0 ? Math.Exp(Math.Sqrt(2) * x) / 2 : 1 - Math.Exp(-Math.Sqrt(2) * x) / 2,
    };
}
