using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.Numerics.LinearAlgebra;

public sealed class SingularValueBoundTests
{
    // The n × (n + 1) difference matrix has the singular values 2 sin(kπ/(2(n + 1))), k = n, …, 1.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(40)]
    public void TheBoundHoldsForKnownSingularValuesAndIsSmall(int n)
    {
        var A = new Matrix(n, n + 1);
        for (int i = 0; i < n; i++)
            (A[i, i], A[i, i + 1]) = (1, -1);
        foreach (Matrix either in (Matrix[])[A, A.Transpose()])
        {
            var decomposition = SingularValueDecomposition.Of(either);
            for (int i = 0; i < n; i++)
            {
                double bound = SingularValueBound.Of(either, decomposition, i);
                Assert.InRange(bound, 0, 1e-15 * (n + 3) * (n + 3));
                double known = 2 * Math.Sin((n - i) * Math.PI / (2 * (n + 1)));
                Assert.InRange(Math.Abs(decomposition.Values[i] - known), 0, bound + 1e-15);
            }
        }
    }

    // A row of 10⁻¹² beside one of 1: the defects of the vectors count relative to the value that is asked for.
    [Fact]
    public void SmallSingularValuesKeepTheirDigits()
    {
        var A = new Matrix(2, 300);
        for (int j = 0; j < 300; j++)
            A[j % 2, j] = j % 2 == 0 ? 1 : 1e-12;
        var decomposition = SingularValueDecomposition.Of(A);
        double bound = SingularValueBound.Of(A, decomposition, 1);
        Assert.InRange(Math.Abs(decomposition.Values[1] - Math.Sqrt(150) * 1e-12), 0, bound);
        Assert.InRange(bound, 0, 3e-14);
        Assert.True(bound < SingularValueBound.Of(A, decomposition, 0));
    }

    [Fact]
    public void SingularValuesOfAnotherMatrixAreFarOff()
    {
        var stream = new RandomStream(StreamKey.Of(1, "singular-value-bound"), 0);
        var A = new Matrix(4, 6);
        stream.FillNormals(A.Values);
        var decomposition = SingularValueDecomposition.Of(A);
        Lanes.Scale(1.125, A.Values);
        Assert.True(SingularValueBound.Of(A, decomposition, 0) >= 0.125 * decomposition.Values[0]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void AnIndexBeyondTheLastIsRefused(int index)
    {
        var A = new Matrix(2, 3);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => SingularValueBound.Of(A, SingularValueDecomposition.Of(A), index));
    }
}
