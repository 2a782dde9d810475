using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.Numerics.Random;

public sealed class HaarTests
{
    private static readonly StreamKey Key = StreamKey.Of(1, "haar twin");

    /// <summary>
    /// The naive twin: reflectors as whole d × d matrices, multiplied from the smallest block to the largest, each with
    /// the sign of its entry of R in front of its block's first column.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void AMatrixIsTheProductOfItsReflections(int d)
    {
        Matrix Q = Haar.Orthogonal(new RandomStream(Key, (ulong)d), d);
        var stream = new RandomStream(Key, (ulong)d);
        double[,] product = new double[d, d];
        for (int k = d - 1; k >= 0; k--)
        {
            double[] x = new double[d];
            stream.FillNormals(x.AsSpan(k));
            double norm = Math.Sqrt(x.Sum(entry => entry * entry));
            double sign = x[k] < 0 ? -1 : 1;
            x[k] += sign * norm;
            double square = x.Sum(entry => entry * entry);
            product[k, k] = -sign;
            double[,] next = new double[d, d];
            for (int i = k; i < d; i++)
                for (int j = k; j < d; j++)
                    for (int l = k; l < d; l++)
                        next[i, j] += ((i == l ? 1 : 0) - 2 * x[i] * x[l] / square) * product[l, j];
            product = next;
        }

        // d reflections, each orthogonal to a few roundings (Higham, Accuracy and Stability, lemma 19.3), constant 10,
        // for both computations.
        for (int i = 0; i < d; i++)
            for (int j = 0; j < d; j++)
                Assert.Equal(product[i, j], Q[i, j], 20 * d * Math.ScaleB(1, -53));
    }

    [Fact]
    public void EveryLengthUpToTheDimensionIsFilledOnce()
    {
        // Lengths 17, …, 1 in groups of eight blocks: one of two groups, sixteen of one.
        var stream = new RandomStream(Key, 0);
        Haar.Orthogonal(stream, 17);
        Assert.Equal(8UL * (2 + 16), stream.Position);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void ADimensionIsAtLeastOne(int dimension) =>
        Assert.Throws<ArgumentOutOfRangeException>("d", () => Haar.Orthogonal(new RandomStream(default, 0), dimension));

    [Fact]
    public void AStreamIsNeeded() => Assert.Throws<ArgumentNullException>("stream", () => Haar.Orthogonal(null!, 2));
}
