using Verification.Implementation.Numerics.LinearAlgebra;
using Xunit;

namespace Verification.Properties.Numerics.LinearAlgebra;

/// <summary>Matrices and vectors without structure, the same in every run: entries from Knuth's MMIX generator, uniform
/// in [-1, 1).</summary>
internal static class TestMatrices
{
    public static double[] Vector(int length, ulong seed)
    {
        ulong state = seed * 0x9E3779B97F4A7C15 + 1;
        var values = new double[length];
        for (int i = 0; i < length; i++)
        {
            state = state * 6364136223846793005 + 1442695040888963407;
            values[i] = (state >> 11) * (2.0 / (1L << 53)) - 1; // the upper 53 bits
        }
        return values;
    }

    public static Matrix Dense(int rows, int columns, ulong seed)
    {
        var matrix = new Matrix(rows, columns);
        Vector(rows * columns, seed).CopyTo(matrix.Values);
        return matrix;
    }

    public static Matrix Symmetric(int n, ulong seed)
    {
        Matrix matrix = Dense(n, n, seed);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < i; j++)
                matrix[i, j] = matrix[j, i];
        return matrix;
    }

    /// <summary>2 on the diagonal, -1 beside it; eigenvalues 2 - 2cos(kπ/(n+1)), k = 1 … n (Strang, "The discrete
    /// cosine transform", 1999).</summary>
    public static Matrix SecondDifference(int n)
    {
        var matrix = new Matrix(n, n);
        for (int i = 0; i < n; i++)
        {
            matrix[i, i] = 2;
            if (i > 0)
                matrix[i, i - 1] = matrix[i - 1, i] = -1;
        }
        return matrix;
    }

    public static double SecondDifferenceEigenvalue(int n, int k) => 2 - 2 * Math.Cos(k * Math.PI / (n + 1));

    /// <summary>Frobenius norm of a - b.</summary>
    public static double Distance(Matrix a, Matrix b)
    {
        Assert.Equal((a.Rows, a.Columns), (b.Rows, b.Columns));
        double squares = 0;
        for (int i = 0; i < a.Values.Length; i++)
            squares += (a.Values[i] - b.Values[i]) * (a.Values[i] - b.Values[i]);
        return Math.Sqrt(squares);
    }

    public static double FrobeniusNorm(Matrix a) => Distance(a, new Matrix(a.Rows, a.Columns));

    /// <summary>Compares bits, so that -0 and +0 differ and equal NaNs agree.</summary>
    public static void AssertSameBits(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (BitConverter.DoubleToUInt64Bits(expected[i]) != BitConverter.DoubleToUInt64Bits(actual[i]))
                Assert.Fail($"Entry {i}: expected {expected[i]:R}, found {actual[i]:R}.");
        }
    }
}
