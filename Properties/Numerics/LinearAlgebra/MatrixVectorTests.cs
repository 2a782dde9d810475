using Verification.Implementation.Numerics.LinearAlgebra;
using Xunit;
using static Verification.Properties.Numerics.LinearAlgebra.TestMatrices;

namespace Verification.Properties.Numerics.LinearAlgebra;

public class MatrixVectorTests
{
    [Fact]
    public void EntriesHaveTheBitsOfDotProducts()
    {
        for (int m = 0; m <= 27; m++)
        {
            for (int n = 0; n <= 27; n++)
            {
                Matrix A = Dense(m, n, (ulong)(m * 100 + n));
                double[] x = Vector(n, 1), y = Vector(m, 2);
                double[] rows = [.. Enumerable.Range(0, m).Select(i => LanesTests.NaiveDot(A.Row(i), x))];
                double[] columns = [.. Enumerable.Range(0, n).Select(j => LanesTests.NaiveDot(A.Column(j), y))];
                AssertSameBits(rows, MatrixVector.Multiply(A, x));
                AssertSameBits(columns, MatrixVector.TransposeMultiply(A, y));
            }
        }
    }

    [Fact]
    public void PaddingTurnsNegativeZeroLanesPositiveAsInDot()
    {
        // 1e-200 · -1e-200 rounds to -0, which the padding of a column of nine entries adds +0 to.
        Matrix A = Dense(9, 8, 1);
        A.Values.Fill(1e-200);
        double[] x = new double[9];
        Array.Fill(x, -1e-200);
        AssertSameBits(
            [.. Enumerable.Range(0, 8).Select(j => Lanes.Dot(A.Column(j), x))],
            MatrixVector.TransposeMultiply(A, x));
    }

    [Fact]
    public void MisfitsAreRefused()
    {
        var A = new Matrix(2, 3);
        Assert.Throws<ArgumentException>("x", () => MatrixVector.Multiply(A, [1, 2]));
        Assert.Throws<ArgumentException>("result", () => MatrixVector.Multiply(A, [1, 2, 3], new double[3]));
        Assert.Throws<ArgumentException>("x", () => MatrixVector.TransposeMultiply(A, [1, 2, 3]));
        var square = new Matrix(3, 3);
        double[] x = new double[3];
        Assert.Throws<ArgumentException>("result", () => MatrixVector.Multiply(square, x, x));
        Assert.Throws<ArgumentException>("result", () => MatrixVector.TransposeMultiply(square, x, square.Row(1)));
    }
}
