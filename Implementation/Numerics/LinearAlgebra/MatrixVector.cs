using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Verification.Implementation.Numerics.LinearAlgebra;

/// <summary>Products of a matrix with a vector. Every entry of the result has the bits of
/// <see cref="Lanes.Dot"/>.</summary>
/// <remarks>One pass over the matrix, no allocation in the overloads that are given the result. NaN
/// propagates.</remarks>
public static class MatrixVector
{
    /// <summary>A·x, <paramref name="A"/> being m × n and <paramref name="x"/> of length n, as a new vector of length
    /// m.</summary>
    /// <exception cref="ArgumentException"><paramref name="x"/> has not n entries.</exception>
    public static double[] Multiply(Matrix A, ReadOnlySpan<double> x)
    {
        ArgumentNullException.ThrowIfNull(A);
        var result = new double[A.Rows];
        Multiply(A, x, result);
        return result;
    }

    /// <summary>result ← A·x, row by row: entry i is <c>Lanes.Dot(A.Row(i), x)</c>.</summary>
    /// <param name="A">m × n.</param>
    /// <param name="x">n entries.</param>
    /// <param name="result">m entries, overwritten; must not overlap <paramref name="x"/> or the matrix.</param>
    /// <exception cref="ArgumentException">A length does not fit, or <paramref name="result"/> overlaps an
    /// operand.</exception>
    public static void Multiply(Matrix A, ReadOnlySpan<double> x, Span<double> result)
    {
        ArgumentNullException.ThrowIfNull(A);
        Lanes.ThrowIfLengthsDiffer(A.Columns, x.Length, nameof(x));
        Lanes.ThrowIfLengthsDiffer(A.Rows, result.Length, nameof(result));
        ThrowIfOverlapping(A, x, result);
        int i = 0;
        // Four rows at once: four independent chains hide the latency of the fused multiply-add, and x is read once for
        // them.
        for (; i <= A.Rows - 4; i += 4)
            FourRows(A.Row(i), A.Row(i + 1), A.Row(i + 2), A.Row(i + 3), x, result.Slice(i, 4));
        for (; i < A.Rows; i++)
            result[i] = Lanes.Dot(A.Row(i), x);
    }

    /// <summary>result ← A·x for the A whose rows begin <paramref name="stride"/> entries apart in
    /// <paramref name="a"/>.</summary>
    internal static void Multiply(ReadOnlySpan<double> a, int stride, ReadOnlySpan<double> x, Span<double> result)
    {
        int n = x.Length;
        int i = 0;
        for (; i <= result.Length - 4; i += 4)
        {
            ReadOnlySpan<double> rows = a[(i * stride)..];
            FourRows(
                rows[..n], rows.Slice(stride, n), rows.Slice(2 * stride, n), rows.Slice(3 * stride, n), x,
                result.Slice(i, 4));
        }

        for (; i < result.Length; i++)
            result[i] = Lanes.Dot(a.Slice(i * stride, n), x);
    }

    /// <summary>Aᵀ·x, <paramref name="A"/> being m × n and <paramref name="x"/> of length m, as a new vector of length
    /// n.</summary>
    /// <exception cref="ArgumentException"><paramref name="x"/> has not m entries.</exception>
    public static double[] TransposeMultiply(Matrix A, ReadOnlySpan<double> x)
    {
        ArgumentNullException.ThrowIfNull(A);
        var result = new double[A.Columns];
        TransposeMultiply(A, x, result);
        return result;
    }

    /// <summary>result ← Aᵀ·x: entry j is <c>Lanes.Dot(A.Column(j), x)</c>, without copying the column.</summary>
    /// <param name="A">m × n.</param>
    /// <param name="x">m entries.</param>
    /// <param name="result">n entries, overwritten; must not overlap <paramref name="x"/> or the matrix.</param>
    /// <exception cref="ArgumentException">A length does not fit, or <paramref name="result"/> overlaps an
    /// operand.</exception>
    public static void TransposeMultiply(Matrix A, ReadOnlySpan<double> x, Span<double> result)
    {
        ArgumentNullException.ThrowIfNull(A);
        Lanes.ThrowIfLengthsDiffer(A.Rows, x.Length, nameof(x));
        Lanes.ThrowIfLengthsDiffer(A.Columns, result.Length, nameof(result));
        ThrowIfOverlapping(A, x, result);
        int j = 0;
        for (; j <= A.Columns - Lanes.Count; j += Lanes.Count)
            EightColumns(A, j, x).CopyTo(result[j..]);
        for (; j < A.Columns; j++)
            result[j] = OneColumn(A, j, x);
    }

    private static void FourRows(
        ReadOnlySpan<double> a0,
        ReadOnlySpan<double> a1,
        ReadOnlySpan<double> a2,
        ReadOnlySpan<double> a3,
        ReadOnlySpan<double> x,
        Span<double> result)
    {
        Vector512<double> s0 = Vector512<double>.Zero, s1 = s0, s2 = s0, s3 = s0;
        int k = 0;
        for (; k <= x.Length - Lanes.Count; k += Lanes.Count)
        {
            Vector512<double> v = Vector512.Create(x.Slice(k, Lanes.Count));
            s0 = Vector512.FusedMultiplyAdd(Vector512.Create(a0.Slice(k, Lanes.Count)), v, s0);
            s1 = Vector512.FusedMultiplyAdd(Vector512.Create(a1.Slice(k, Lanes.Count)), v, s1);
            s2 = Vector512.FusedMultiplyAdd(Vector512.Create(a2.Slice(k, Lanes.Count)), v, s2);
            s3 = Vector512.FusedMultiplyAdd(Vector512.Create(a3.Slice(k, Lanes.Count)), v, s3);
        }
        if (k < x.Length)
        {
            Vector512<double> v = Lanes.PadWithZeros(x[k..]);
            s0 = Vector512.FusedMultiplyAdd(Lanes.PadWithZeros(a0[k..]), v, s0);
            s1 = Vector512.FusedMultiplyAdd(Lanes.PadWithZeros(a1[k..]), v, s1);
            s2 = Vector512.FusedMultiplyAdd(Lanes.PadWithZeros(a2[k..]), v, s2);
            s3 = Vector512.FusedMultiplyAdd(Lanes.PadWithZeros(a3[k..]), v, s3);
        }
        result[0] = Lanes.Combine(s0);
        result[1] = Lanes.Combine(s1);
        result[2] = Lanes.Combine(s2);
        result[3] = Lanes.Combine(s3);
    }

    // The lanes of a column's dot product run down the rows, so lane l of eight neighboring columns is one vector: s0 …
    // s7.
    private static Vector512<double> EightColumns(Matrix A, int column, ReadOnlySpan<double> x)
    {
        Vector512<double> s0 = Vector512<double>.Zero, s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
        ReadOnlySpan<double> a = A.Values;
        int n = A.Columns;
        int i = 0;
        for (; i <= x.Length - Lanes.Count; i += Lanes.Count)
        {
            int start = i * n + column;
            s0 = Accumulate(a, start, x[i], s0);
            s1 = Accumulate(a, start + n, x[i + 1], s1);
            s2 = Accumulate(a, start + 2 * n, x[i + 2], s2);
            s3 = Accumulate(a, start + 3 * n, x[i + 3], s3);
            s4 = Accumulate(a, start + 4 * n, x[i + 4], s4);
            s5 = Accumulate(a, start + 5 * n, x[i + 5], s5);
            s6 = Accumulate(a, start + 6 * n, x[i + 6], s6);
            s7 = Accumulate(a, start + 7 * n, x[i + 7], s7);
        }
        if (i < x.Length)
        {
            s0 = AccumulateOrPad(a, n, column, x, i, s0);
            s1 = AccumulateOrPad(a, n, column, x, i + 1, s1);
            s2 = AccumulateOrPad(a, n, column, x, i + 2, s2);
            s3 = AccumulateOrPad(a, n, column, x, i + 3, s3);
            s4 = AccumulateOrPad(a, n, column, x, i + 4, s4);
            s5 = AccumulateOrPad(a, n, column, x, i + 5, s5);
            s6 = AccumulateOrPad(a, n, column, x, i + 6, s6);
            s7 = AccumulateOrPad(a, n, column, x, i + 7, s7);
        }
        return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
    }

    private static double OneColumn(Matrix A, int column, ReadOnlySpan<double> x)
    {
        Vector512<double> lanes = Vector512<double>.Zero;
        Span<double> entries = stackalloc double[Lanes.Count];
        ReadOnlySpan<double> a = A.Values;
        for (int i = 0; i < x.Length; i += Lanes.Count)
        {
            int height = Math.Min(Lanes.Count, x.Length - i);
            entries.Clear();
            for (int l = 0; l < height; l++)
                entries[l] = a[(i + l) * A.Columns + column];
            lanes = Vector512.FusedMultiplyAdd(
                Vector512.Create<double>(entries), Lanes.PadWithZeros(x.Slice(i, height)), lanes);
        }
        return Lanes.Combine(lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Accumulate(
        ReadOnlySpan<double> a,
        int start,
        double factor,
        Vector512<double> sum
    ) => Vector512.FusedMultiplyAdd(Vector512.Create(a.Slice(start, Lanes.Count)), Vector512.Create(factor), sum);

    // A row past the end counts as a row of zeros, as Lanes.Dot pads: the addition of +0 turns a lane of -0 into +0.
    private static Vector512<double> AccumulateOrPad(
        ReadOnlySpan<double> a,
        int n,
        int column,
        ReadOnlySpan<double> x,
        int row,
        Vector512<double> sum
    ) => row < x.Length ? Accumulate(a, row * n + column, x[row], sum) : sum + Vector512<double>.Zero;

    private static void ThrowIfOverlapping(Matrix A, ReadOnlySpan<double> x, Span<double> result)
    {
        if (((ReadOnlySpan<double>)result).Overlaps(x) || MemoryExtensions.Overlaps<double>(A.Values, result))
            throw new ArgumentException("The result overlaps an operand.", nameof(result));
    }
}
