using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

/// <summary>Tridiagonal matrices known by squares, beside their dense twins.</summary>
[Properties(Arbitrary = [typeof(InitializationProblems)])]
public sealed class PlantedTridiagonalTests
{
    [Property]
    public void CountsAgreeWithTheDenseSpectrum(InitializationProblem problem)
    {
        BidiagonalGram T = problem.Tridiagonal();
        double[] λ = SymmetricEigen.Of(Dense(T, problem)).Values;

        // Between eigenvalues that are apart by more than the dense routine's error, so that both counts are certain.
        double[] between =
        [
            λ[0] / 2,
            .. λ.Zip(λ.Skip(1))
                .Where(pair => pair.Second - pair.First > 1e-9 * λ[^1])
                .Select(pair => (pair.First + pair.Second) / 2),
            2 * λ[^1],
        ];
        var counts = new int[between.Length];
        T.CountBelow(between, counts);
        Assert.Equal(between.Select(x => λ.Count(value => value < x)), counts);
        Assert.Equal(counts, between.Select(T.CountBelow));
    }

    [Property]
    public void EnclosuresHoldTheExtremeEigenvalues(InitializationProblem problem)
    {
        BidiagonalGram T = problem.Tridiagonal();
        double[] λ = SymmetricEigen.Of(Dense(T, problem)).Values;
        double error = 1e-12 * λ[^1];
        (double lower, double upper) = T.LeastEigenvalue(1e-9);
        Assert.InRange(λ[0], lower - error, upper + error);
        Assert.True(upper - lower <= 2e-9 * T.DiagonalEntry(0));
        (lower, upper) = T.LargestEigenvalue(1e-9);
        Assert.InRange(λ[^1], lower - error, upper + error);
    }

    [Property]
    public void TraceAndDistanceAreThoseOfTheDenseMatrix(InitializationProblem problem)
    {
        BidiagonalGram T = problem.Tridiagonal();
        Matrix A = Dense(T, problem);
        double trace = 0;
        for (int i = 0; i < problem.Dimension; i++)
        {
            A[i, i] -= problem.Width;
            trace += A[i, i];
        }

        double norm = Lanes.Dot(A.Values, A.Values);
        Assert.Equal(trace, T.TraceAgainst(problem.Width), 1e-11 * problem.Width);
        Assert.Equal(norm, T.SquaredDistance(problem.Width), 1e-11 * (norm + problem.Width));
    }

    [Fact]
    public void AnEigenvalueThatIsHitCountsAsBelow() => Assert.Equal(1, new BidiagonalGram([2.0], []).CountBelow(2));

    [Fact]
    public void AZeroOnTheDiagonalGivesTheEigenvalueZero()
    {
        var T = new BidiagonalGram([1.0, 0.0], [1.0]);
        Assert.Equal(2, T.LargestEigenvalue(1e-12).Upper, 1e-9);
        Assert.InRange(T.LeastEigenvalue(1e-12).Lower, 0, 1e-9);
    }

    [Fact]
    public void WrongLengthsAndNegativeSquaresAreRefused()
    {
        Assert.Contains(
            "not 2 with 2",
            Assert.Throws<ArgumentException>(() => new BidiagonalGram([1, 1], [1, 1])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "-1 is not",
            Assert.Throws<ArgumentException>(() => new BidiagonalGram([1, -1], [1])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BidiagonalGram([1], []).LeastEigenvalue(0));
        Assert.Throws<ArgumentException>(() => new BidiagonalGram([1], []).CountBelow([1, 2], new int[1]));
    }

    /// <summary>E T_11 = m, E tr T = md, E‖T − mI‖_F² = m(d² + d), as for the Wishart matrix itself, and the same mean
    /// of the least eigenvalue.</summary>
    [Fact]
    [Trait("Category", "Statistics")]
    public void TheTridiagonalFormHasTheLawOfTheWishartMatrix()
    {
        const int n = 20_000;
        (int d, int m) = (4, 9);
        var first = new double[n];
        var trace = new double[n];
        var distance = new double[n];
        var gap = new double[n];
        for (int i = 0; i < n; i++)
        {
            BidiagonalGram T = Wishart.DrawTridiagonal(
                new RandomStream(StreamKey.Of(21, "tridiagonal"), (ulong)i), m, d);
            Matrix W = Wishart.Draw(new RandomStream(StreamKey.Of(21, "dense"), (ulong)i), m, d);
            first[i] = T.DiagonalEntry(0);
            trace[i] = T.TraceAgainst(m);
            distance[i] = T.SquaredDistance(m);

            // uᵀSu and λ_min are dependent; their product tells whether the tridiagonal form keeps the joint law.
            gap[i] = T.DiagonalEntry(0) * T.LeastEigenvalue(1e-9).Lower - W[0, 0] * SymmetricEigen.Of(W).Values[0];
        }

        AssertMean(first, m);
        AssertMean(trace, 0);
        AssertMean(distance, m * (d * d + d));
        AssertMean(gap, 0);

        // Six standard errors: one chance in 10⁸ for a sound sampler.
        static void AssertMean(double[] values, double expected)
        {
            double mean = values.Average();
            double variance = values.Average(v => (v - mean) * (v - mean));
            Assert.Equal(expected, mean, 6 * Math.Sqrt(variance / values.Length));
        }
    }

    [Fact]
    public void TooFewDegreesOfFreedomAreRefused() =>
        Assert.Contains(
            "exceed 3",
            Assert
                .Throws<ArgumentOutOfRangeException>(() =>
                    Wishart.DrawTridiagonal(new RandomStream(StreamKey.Of(1, "few"), 0), 3, 4))
                .Message,
            StringComparison.Ordinal);

    // BᵀB from the squares, with B's entries taken as positive roots.
    private static Matrix Dense(BidiagonalGram T, InitializationProblem problem)
    {
        RandomStream stream = problem.Stream("tridiagonal");
        var B = new Matrix(problem.Dimension, problem.Dimension);
        for (int i = 0; i < problem.Dimension; i++)
            B[i, i] = Math.Sqrt(ChiSquare.Draw(stream, problem.Width - i));
        for (int i = 0; i < problem.Dimension - 1; i++)
            B[i, i + 1] = Math.Sqrt(ChiSquare.Draw(stream, problem.Dimension - 1 - i));
        Matrix dense = Gram.Of(B);
        Assert.Equal(dense[0, 0], T.DiagonalEntry(0), 1e-12 * dense[0, 0]);
        return dense;
    }
}
