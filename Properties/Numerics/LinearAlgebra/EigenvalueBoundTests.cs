using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.Numerics.LinearAlgebra;

public sealed class EigenvalueBoundTests
{
    // The second difference matrix has the eigenvalues 2 − 2cos(kπ/(n + 1)), k = 1, …, n.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(40)]
    public void TheBoundHoldsForKnownEigenvaluesAndIsSmall(int n)
    {
        var A = new Matrix(n, n);
        for (int i = 0; i < n; i++)
        {
            A[i, i] = 2;
            if (i > 0)
                A[i, i - 1] = A[i - 1, i] = -1;
        }

        var spectrum = SymmetricEigen.Of(A);
        double bound = EigenvalueBound.Of(A, spectrum);
        Assert.InRange(bound, 0, 1e-12 * n);
        for (int k = 1; k <= n; k++)
            Assert.InRange(
                Math.Abs(spectrum.Values[k - 1] - (2 - 2 * Math.Cos(k * Math.PI / (n + 1)))), 0, bound + 1e-15);
    }

    [Fact]
    public void EigenvaluesOfAnotherMatrixAreFarOff()
    {
        var stream = new RandomStream(StreamKey.Of(1, "eigenvalue-bound"), 0);
        var B = new Matrix(5, 5);
        stream.FillNormals(B.Values);
        Matrix A = Gram.Of(B);
        var spectrum = SymmetricEigen.Of(A);
        for (int i = 0; i < 5; i++)
            A[i, i] += 0.125;
        Assert.True(EigenvalueBound.Of(A, spectrum) >= 0.125);
    }

    [Fact]
    public void TheZeroMatrixHasNoError()
    {
        var zero = new Matrix(3, 3);
        Assert.InRange(EigenvalueBound.Of(zero, SymmetricEigen.Of(zero)), 0, 1e-300);
    }
}
