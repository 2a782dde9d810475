using Verification.Implementation.Numerics.LinearAlgebra;
using Xunit;
using static Verification.Properties.Numerics.LinearAlgebra.TestMatrices;

namespace Verification.Properties.Numerics.LinearAlgebra;

public class MatrixProductTests
{
    // Shapes on both sides of the tile sizes (8 × 24, 4 × 12), of the block sizes (rows 192, depth 256, columns 1536)
    // and of packing.
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 65, 127, 33 },
        { 33, 65, 127 },
        { 200, 30, 50 },
        { 40, 50, 300 },
        { 9, 25, 513 },
        { 193, 25, 257 },
        { 8, 1537, 20 },
        { 1, 1, 5000 },
        { 1, 5000, 1 },
        { 5000, 1, 1 },
        { 64, 64, 64 },
        { 96, 96, 256 },
    };

    [Fact]
    public void SmallProductsHaveTheBitsOfTheNaiveLoop()
    {
        int[] sizes = [.. Enumerable.Range(0, 18), 23, 24, 25, 31, 32, 33, 40];
        foreach (int m in sizes)
            foreach (int n in sizes)
                foreach (int k in (int[])[0, 1, 2, 7, 16, 17, 40])
                    AssertAllVariantsAgree(m, n, k);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void LargeProductsHaveTheBitsOfTheNaiveLoop(int m, int n, int k) => AssertAllVariantsAgree(m, n, k);

    [Fact]
    public void SquareProductsHaveTheBitsOfTheNaiveLoop() => AssertAllVariantsAgree(256, 256, 256);

    [Fact]
    public void InfinitiesAndNaNsStayInTheirRowsAndColumns()
    {
        Matrix A = Dense(30, 40, 1), B = Dense(40, 50, 2);
        A[29, 3] = double.PositiveInfinity;
        B[7, 49] = double.NaN;
        Matrix C = MatrixProduct.Multiply(A, B);
        for (int i = 0; i < 30; i++)
            for (int j = 0; j < 50; j++)
                Assert.Equal(i != 29 && j != 49, double.IsFinite(C[i, j]));
    }

    [Fact]
    public void SplittingTheInnerDimensionAtZeroColumnsChangesNoBit()
    {
        Matrix A = Dense(20, 300, 1), B = Dense(300, 30, 2);
        Matrix longerA = new(20, 400), longerB = new(400, 30);
        for (int i = 0; i < 20; i++)
            A.Row(i).CopyTo(longerA.Row(i));
        B.Values.CopyTo(longerB.Values);
        AssertSameBits(MatrixProduct.Multiply(A, B).Values, MatrixProduct.Multiply(longerA, longerB).Values);
    }

    [Fact]
    public void MisfitsAreRefused()
    {
        Matrix A = new(2, 3), B = new(4, 2), square = new(3, 3);
        Assert.Throws<ArgumentException>(() => MatrixProduct.Multiply(A, B));
        Assert.Throws<ArgumentException>(() => MatrixProduct.TransposeMultiply(A, B));
        Assert.Throws<ArgumentException>(() => MatrixProduct.MultiplyTranspose(A, B));
        Assert.Throws<ArgumentException>("C", () => MatrixProduct.Multiply(square, square, new Matrix(3, 2)));
        Assert.Throws<ArgumentException>("C", () => MatrixProduct.Multiply(square, new Matrix(3, 3), square));
        Assert.Throws<ArgumentException>("G", () => Gram.Of(A, new Matrix(2, 2)));
        Assert.Throws<ArgumentException>("G", () => Gram.Of(square, square));
    }

    private static void AssertAllVariantsAgree(int m, int n, int k)
    {
        Matrix A = Dense(m, k, (ulong)(m + 1000 * k)), B = Dense(k, n, (ulong)(n + 1000 * k + 1));
        Matrix expected = Naive(A, B);
        AssertSameBits(expected.Values, MatrixProduct.Multiply(A, B).Values);
        AssertSameBits(expected.Values, MatrixProduct.TransposeMultiply(A.Transpose(), B).Values);
        AssertSameBits(expected.Values, MatrixProduct.MultiplyTranspose(A, B.Transpose()).Values);
        if (n <= 300)
            AssertSameBits(Naive(B.Transpose(), B).Values, Gram.Of(B).Values);
    }

    private static Matrix Naive(Matrix A, Matrix B)
    {
        var C = new Matrix(A.Rows, B.Columns);
        ReadOnlySpan<double> a = A.Values, b = B.Values;
        Span<double> c = C.Values;
        for (int i = 0; i < A.Rows; i++)
            for (int k = 0; k < A.Columns; k++)
                for (int j = 0; j < B.Columns; j++)
                    c[i * B.Columns + j] = Math.FusedMultiplyAdd(
                        a[i * A.Columns + k], b[k * B.Columns + j], c[i * B.Columns + j]);
        return C;
    }
}
