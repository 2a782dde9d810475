using MathNet.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Verification.Implementation.Numerics.LinearAlgebra;

// MathNet picks its provider at first use, from MathNetNumericsLAProvider or from whatever native library it finds. A
// native library would bring other bits. The wrappers of this folder therefore call the managed provider itself, never
// MathNet's current one, and before the first call MathNet as a whole is set to managed code on one thread.
// What was read in MathNet 5.0.0: the managed symmetric eigenvalues (tred2, tql2), singular values (LINPACK dsvdc),
// Cholesky and Householder QR use + - × ÷, Abs, Max and Sqrt only, in an order that is fixed; its one Math.Pow there is
// 2⁻⁵³, exact in every C library. Their parallel parts divide whole columns or single entries, so even the number of
// threads leaves the bits alone.

/// <summary>The only way to MathNet's factorizations.</summary>
internal static class ManagedAlgebra
{
    // 2⁻⁹⁶⁹: below it the last bits of a number, and its reciprocal times anything, leave the range of normal doubles.
    private const double Negligible = 2.004168360008973e-292;

    // 2⁻⁴⁸⁰.
    private const double Tiny = 3.2033329522929615e-145;

    /// <summary>The managed provider, with MathNet set to it and to one thread.</summary>
    internal static ManagedLinearAlgebraProvider Provider { get; } = Enforce();

    private static ManagedLinearAlgebraProvider Enforce()
    {
        Control.UseManaged(); // first, so that no environment variable is consulted
        Control.UseSingleThread();
        return ManagedLinearAlgebraProvider.Instance;
    }

    /// <summary>The entries column after column.</summary>
    internal static double[] ColumnByColumn(Matrix A) => A.Transpose().Values.ToArray();

    /// <summary>A matrix from its entries column after column.</summary>
    internal static Matrix FromColumns(int rows, int columns, ReadOnlySpan<double> entries)
    {
        var transposed = new Matrix(columns, rows);
        entries.CopyTo(transposed.Values);
        return transposed.Transpose();
    }

    /// <summary>
    /// e with the largest magnitude in [2ᵉ, 2ᵉ⁺¹), 0 for a zero or empty matrix. Entries times 2⁻ᵉ are exact but for
    /// those that vanish beside the largest, and sums of their squares stay in range.
    /// </summary>
    /// <exception cref="ArgumentException">An entry is NaN or infinite.</exception>
    internal static int Exponent(Matrix A, string parameter)
    {
        ArgumentNullException.ThrowIfNull(A, parameter);
        double largest = 0;
        for (int i = 0; i < A.Values.Length; i++)
        {
            double magnitude = Math.Abs(A.Values[i]);
            if (!double.IsFinite(magnitude))
                throw new ArgumentException(
                    $"Entry ({i / A.Columns}, {i % A.Columns}) is {A.Values[i]}; all have to be finite.", parameter);
            largest = Math.Max(largest, magnitude);
        }
        return largest == 0 ? 0 : Math.ILogB(largest);
    }

    /// <summary>values ← values·2ᵉ.</summary>
    internal static void ScaleByPowerOfTwo(Span<double> values, int exponent)
    {
        if (exponent == 0)
            return;
        foreach (ref double value in values)
            value = Math.ScaleB(value, exponent);
    }

    /// <summary>Whether an entry other than 0 is below 2⁻⁴⁸⁰, so that its square has lost bits.</summary>
    internal static bool HasTinyEntries(Matrix A)
    {
        foreach (double value in A.Values)
        {
            if (value != 0 && Math.Abs(value) < Tiny)
                return true;
        }

        return false;
    }

    /// <summary>
    /// values ← values·2⁻ᵉ for the e of <see cref="Exponent"/>, and 0 where the result is below 2⁻⁹⁶⁹: the iteration of
    /// singular values divides by such numbers, and what they move is far below 2⁻⁵³ of the largest entry.
    /// </summary>
    internal static void Normalize(Span<double> values, int exponent)
    {
        ScaleByPowerOfTwo(values, -exponent);
        foreach (ref double value in values)
        {
            if (Math.Abs(value) < Negligible)
                value = 0;
        }
    }

    /// <summary>½(A + Aᵀ).</summary>
    /// <exception cref="ArgumentException">
    /// Not square, not finite, or entries (i, j) and (j, i) differ by more than n·2⁻⁵²·max|A|, which is more than the
    /// rounding of a product of two n × n matrices with entries of like size explains.
    /// </exception>
    internal static Matrix Symmetrized(Matrix A, string parameter)
    {
        ArgumentNullException.ThrowIfNull(A, parameter);
        int n = A.Rows;
        if (A.Columns != n)
            throw new ArgumentException($"The matrix is {n} × {A.Columns}; it has to be square.", parameter);
        int exponent = Exponent(A, parameter);
        double tolerance = Math.ScaleB(n, exponent - 52);
        Matrix S = A.Clone();
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double asymmetry = Math.Abs(A[i, j] - A[j, i]);
                if (asymmetry > tolerance)
                    throw new ArgumentException(
                        $"Entries ({i}, {j}) and ({j}, {i}) differ by {asymmetry:R}; rounding explains {tolerance:R}.",
                        parameter);
                if (asymmetry > 0) // halves of equal subnormal numbers would lose their last bit
                    S[i, j] = S[j, i] = 0.5 * A[i, j] + 0.5 * A[j, i];
            }
        }
        return S;
    }

    /// <summary>Whether the first entry of the largest magnitude is negative: a sign that every vector but zero
    /// has.</summary>
    internal static bool PointsDown(ReadOnlySpan<double> vector)
    {
        double largest = 0;
        foreach (double entry in vector)
        {
            if (Math.Abs(entry) > Math.Abs(largest))
                largest = entry;
        }
        return largest < 0;
    }
}
