using System.Numerics;

namespace Verification.Implementation.RandomSystems.Zeros;

/// <summary>The inverse of a complex matrix, approximately: what is proven with it does not trust it.</summary>
internal static class ComplexInverse
{
    /// <summary>Inverts by Gauss–Jordan elimination with exchange of rows.</summary>
    /// <param name="matrix">n rows of n entries; destroyed.</param>
    /// <param name="inverse">Receives n rows of n entries.</param>
    /// <param name="n">Order.</param>
    /// <returns>False where a pivot is 0 or not finite.</returns>
    internal static bool TryInvert(Span<Complex> matrix, Span<Complex> inverse, int n)
    {
        inverse.Clear();
        for (int i = 0; i < n; i++)
            inverse[i * n + i] = Complex.One;
        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
            {
                if (Square(matrix[i * n + k]) > Square(matrix[pivot * n + k]))
                    pivot = i;
            }

            double square = Square(matrix[pivot * n + k]);
            if (!(square > 0 && double.IsFinite(square)))
                return false;
            Exchange(matrix, n, k, pivot);
            Exchange(inverse, n, k, pivot);
            Complex scale = Complex.Conjugate(matrix[k * n + k]) / square;
            Scale(matrix.Slice(k * n, n), scale);
            Scale(inverse.Slice(k * n, n), scale);
            for (int i = 0; i < n; i++)
            {
                Complex factor = matrix[i * n + k];
                if (i == k || factor == Complex.Zero)
                    continue;
                Subtract(matrix.Slice(i * n, n), factor, matrix.Slice(k * n, n));
                Subtract(inverse.Slice(i * n, n), factor, inverse.Slice(k * n, n));
            }
        }

        return true;
    }

    private static double Square(Complex z) => z.Real * z.Real + z.Imaginary * z.Imaginary;

    private static void Exchange(Span<Complex> rows, int n, int i, int j)
    {
        for (int k = 0; k < n && i != j; k++)
            (rows[i * n + k], rows[j * n + k]) = (rows[j * n + k], rows[i * n + k]);
    }

    private static void Scale(Span<Complex> row, Complex factor)
    {
        for (int k = 0; k < row.Length; k++)
            row[k] *= factor;
    }

    private static void Subtract(Span<Complex> row, Complex factor, ReadOnlySpan<Complex> other)
    {
        for (int k = 0; k < row.Length; k++)
            row[k] -= factor * other[k];
    }
}
