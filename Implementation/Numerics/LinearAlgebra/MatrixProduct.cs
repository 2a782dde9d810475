using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Verification.Implementation.Numerics.LinearAlgebra;

// The layers, from outside in, after Goto and van de Geijn, "Anatomy of high-performance matrix multiplication" (ACM TOMS 34(3), 2008):
// a strip of columns of B; within it a range of k; the part of B that both select is packed into panels as wide as a tile; a block of
// rows of A for the same k is packed into panels as high as a tile; a micro-kernel holds one tile of C in registers and runs over k.
// Ranges of k are worked off in ascending order and a tile resumes from the sums that C holds, so that the blocking leaves no trace in
// the bits: a sum of doubles stored and loaded again is the same sum.

/// <summary>
/// Products of dense matrices: A·B, Aᵀ·B and A·Bᵀ. Every entry is one chain c ← fma(a, b, c) from c = +0 over ascending k, so its bits are
/// those of the naive triple loop, whatever the shape and the hardware.
/// </summary>
/// <remarks>
/// 2·m·n·k floating-point operations on one thread; the only memory taken are packing buffers from the shared array pool. NaN and infinities
/// propagate as in the naive loop (which of several NaN payloads survives is not specified). Each entry's error is at most
/// k·2⁻⁵³·Σ|a||b| to first order.
/// </remarks>
public static class MatrixProduct
{
    // Block sizes. A block of A takes 192 · 256 · 8 = 384 KiB, which leaves room for a panel of B (48 KiB) and tiles of C in a second-level
    // cache of 512 KiB to 1 MiB; the packed part of B (up to 3 MiB) comes from the third level, each panel once per block of A.
    // Depths of 192 and 384 and blocks of 96 or 256 rows measured within 10 % of these at sizes 512 and 1024.
    private const int Depth = 256;
    private const int BlockRows = 192;
    private const int BlockColumns = 1536;

    // Below this many multiply-adds packing costs more than it saves: the first where rows of B are contiguous, the second where not (measured: packing is
    // half as fast at 12 × 12 × 12 in the first case, even at 8 × 8 × 8 in the second).
    private const long SmallestPackedWork = 16 * 16 * 16;
    private const long SmallestPackedStridedWork = 8 * 8 * 8;

    // A machine may have AVX-512 and yet report Vector512 as not accelerated, where the runtime prefers narrower vectors for code that uses
    // them sparsely (lower clock on early AVX-512 processors). A matrix product keeps the units busy long enough for the width to win.
    private static readonly bool s_wide = Avx512F.IsSupported || Vector512.IsHardwareAccelerated;

    /// <summary>A·B for an m × k and a k × n matrix, as a new m × n matrix.</summary>
    /// <exception cref="ArgumentException">The inner dimensions differ.</exception>
    public static Matrix Multiply(Matrix A, Matrix B)
    {
        ArgumentNullException.ThrowIfNull(A);
        ArgumentNullException.ThrowIfNull(B);
        var C = new Matrix(A.Rows, B.Columns);
        Multiply(A, B, C);
        return C;
    }

    /// <summary>C ← A·B.</summary>
    /// <param name="A">m × k.</param>
    /// <param name="B">k × n.</param>
    /// <param name="C">m × n, overwritten; another object than the operands.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, or <paramref name="C"/> is an operand.</exception>
    public static void Multiply(Matrix A, Matrix B, Matrix C)
    {
        Validate(A, B, C);
        ThrowIfShapesDiffer(A.Columns, B.Rows, A.Rows, B.Columns, C);
        Run(A.Rows, B.Columns, A.Columns, A.Values, A.Columns, 1, B.Values, B.Columns, 1, C.Values, upperOnly: false);
    }

    /// <summary>Aᵀ·B for a k × m and a k × n matrix, as a new m × n matrix.</summary>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static Matrix TransposeMultiply(Matrix A, Matrix B)
    {
        ArgumentNullException.ThrowIfNull(A);
        ArgumentNullException.ThrowIfNull(B);
        var C = new Matrix(A.Columns, B.Columns);
        TransposeMultiply(A, B, C);
        return C;
    }

    /// <summary>C ← Aᵀ·B.</summary>
    /// <param name="A">k × m.</param>
    /// <param name="B">k × n.</param>
    /// <param name="C">m × n, overwritten; another object than the operands.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, or <paramref name="C"/> is an operand.</exception>
    public static void TransposeMultiply(Matrix A, Matrix B, Matrix C)
    {
        Validate(A, B, C);
        ThrowIfShapesDiffer(A.Rows, B.Rows, A.Columns, B.Columns, C);
        Run(A.Columns, B.Columns, A.Rows, A.Values, 1, A.Columns, B.Values, B.Columns, 1, C.Values, upperOnly: false);
    }

    /// <summary>A·Bᵀ for an m × k and an n × k matrix, as a new m × n matrix.</summary>
    /// <exception cref="ArgumentException">The numbers of columns differ.</exception>
    public static Matrix MultiplyTranspose(Matrix A, Matrix B)
    {
        ArgumentNullException.ThrowIfNull(A);
        ArgumentNullException.ThrowIfNull(B);
        var C = new Matrix(A.Rows, B.Rows);
        MultiplyTranspose(A, B, C);
        return C;
    }

    /// <summary>C ← A·Bᵀ.</summary>
    /// <param name="A">m × k.</param>
    /// <param name="B">n × k.</param>
    /// <param name="C">m × n, overwritten; another object than the operands.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, or <paramref name="C"/> is an operand.</exception>
    public static void MultiplyTranspose(Matrix A, Matrix B, Matrix C)
    {
        Validate(A, B, C);
        ThrowIfShapesDiffer(A.Columns, B.Columns, A.Rows, B.Rows, C);
        Run(A.Rows, B.Rows, A.Columns, A.Values, A.Columns, 1, B.Values, 1, B.Columns, C.Values, upperOnly: false);
    }

    /// <summary>
    /// c ← a·b for operands given by the distances between vertically and horizontally neighboring entries. With
    /// <paramref name="upperOnly"/> entries below the diagonal are left undefined, and tiles that lie there are skipped.
    /// </summary>
    internal static unsafe void Run(
        int m, int n, int k,
        ReadOnlySpan<double> a, nint aDown, nint aRight,
        ReadOnlySpan<double> b, nint bDown, nint bRight,
        Span<double> c, bool upperOnly)
    {
        if (m == 0 || n == 0)
            return;
        if (k == 0)
        {
            c.Clear();
            return;
        }
        fixed (double* pa = a, pb = b, pc = c)
        {
            if ((long)m * n * k < (bRight == 1 ? SmallestPackedWork : SmallestPackedStridedWork))
                RunDirectly(m, n, k, pa, aDown, aRight, pb, bDown, bRight, pc);
            else
                RunBlocked(m, n, k, pa, aDown, aRight, pb, bDown, bRight, pc, upperOnly);
        }
    }

    private static unsafe void RunDirectly(
        int m, int n, int k, double* a, nint aDown, nint aRight, double* b, nint bDown, nint bRight, double* c)
    {
        for (nint i = 0; i < m; i++)
        {
            double* row = a + i * aDown;
            nint j = 0;
            // Neighbors in a row of B side by side; each entry of C has its own sum, in the same order as below.
            if (bRight == 1)
            {
                for (; j <= n - 8; j += 8)
                {
                    Vector512<double> sums = Vector512<double>.Zero;
                    for (nint l = 0; l < k; l++)
                        sums = Vector512.FusedMultiplyAdd(Vector512.Create(row[l * aRight]), Vector512.Load(b + l * bDown + j), sums);
                    sums.Store(c + i * n + j);
                }

                // The last four columns may overlap those before: the same numbers once more.
                while (n >= 4 && j < n)
                {
                    nint first = Math.Min(j, n - 4);
                    Vector256<double> sums = Vector256<double>.Zero;
                    for (nint l = 0; l < k; l++)
                        sums = Vector256.FusedMultiplyAdd(Vector256.Create(row[l * aRight]), Vector256.Load(b + l * bDown + first), sums);
                    sums.Store(c + i * n + first);
                    j = first + 4;
                }
            }

            for (; j < n; j++)
            {
                double sum = 0;
                for (nint l = 0; l < k; l++)
                    sum = Math.FusedMultiplyAdd(row[l * aRight], b[l * bDown + j * bRight], sum);
                c[i * n + j] = sum;
            }
        }
    }

    private static unsafe void RunBlocked(
        int m, int n, int k, double* a, nint aDown, nint aRight, double* b, nint bDown, nint bRight, double* c, bool upperOnly)
    {
        int height = s_wide ? 8 : 4;
        int width = s_wide ? 24 : 12;
        int depth = Math.Min(k, Depth);
        int rows = Math.Min(RoundUp(m, height), BlockRows);
        int columns = Math.Min(RoundUp(n, width), BlockColumns);
        // Eight doubles in front of each part allow its start to be moved to a multiple of 64 bytes, a cache line and the widest vector.
        double[] buffer = ArrayPool<double>.Shared.Rent(rows * depth + columns * depth + height * width + 3 * 8);
        try
        {
            fixed (double* start = buffer)
            {
                double* packedB = Align(start);
                double* packedA = Align(packedB + (nint)columns * depth);
                double* edge = Align(packedA + (nint)rows * depth);
                for (int jc = 0; jc < n; jc += columns)
                {
                    int nc = Math.Min(columns, n - jc);
                    int mc = upperOnly ? Math.Min(m, jc + nc) : m; // rows from there on lie below the diagonal in all of these columns
                    for (int lc = 0; lc < k; lc += depth)
                    {
                        int kc = Math.Min(depth, k - lc);
                        Pack(b + lc * bDown + jc * bRight, bRight, bDown, nc, kc, width, packedB);
                        for (int ic = 0; ic < mc; ic += rows)
                        {
                            int mr = Math.Min(rows, mc - ic);
                            Pack(a + ic * aDown + lc * aRight, aDown, aRight, mr, kc, height, packedA);
                            Tiles(mr, nc, kc, packedA, packedB, c, n, ic, jc, height, width, edge, lc > 0, upperOnly);
                        }
                    }
                }
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(buffer);
        }
    }

    private static unsafe void Tiles(
        int m, int n, int depth, double* packedA, double* packedB, double* c, int stride, int row, int column, int height, int width,
        double* edge, bool resume, bool upperOnly)
    {
        for (int j = 0; j < n; j += width)
        {
            double* panelB = packedB + (nint)j * depth;
            int w = Math.Min(width, n - j);
            for (int i = 0; i < m; i += height)
            {
                if (upperOnly && column + j + w <= row + i)
                    break;
                int h = Math.Min(height, m - i);
                double* panelA = packedA + (nint)i * depth;
                double* tile = c + (nint)(row + i) * stride + column + j;
                if (h == height && w == width)
                {
                    if (i + 2 * height <= m)
                        PrefetchTile(tile + (nint)height * stride, stride, height, width);
                    MultiplyTile(panelA, panelB, tile, stride, depth, resume);
                    continue;
                }
                // A tile that sticks out of C is worked off beside it. Its padding may hold anything, NaN from 0·∞ included: it is not copied.
                if (resume)
                    CopyTile(tile, stride, edge, width, h, w);
                MultiplyTile(panelA, panelB, edge, width, depth, resume);
                CopyTile(edge, width, tile, stride, h, w);
            }
        }
    }

    // The rows of a tile of C lie far apart, and no hardware foresees which come next: they are asked for one tile ahead.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void PrefetchTile(double* tile, nint stride, int height, int width)
    {
        if (!Sse.IsSupported)
            return;
        for (nint i = 0; i < height; i++)
        {
            double* line = tile + i * stride;
            for (nint j = 0; j < width; j += 8)
                Sse.Prefetch0(line + j);
            Sse.Prefetch0(line + width - 1);
        }
    }

    // Sixteen (A) and eight (B) steps of k ahead, some hundred cycles: the time that the second-level cache takes under load.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void PrefetchPanels(double* a, double* b)
    {
        if (!Sse.IsSupported)
            return;
        Sse.Prefetch0(a + 16 * 8);
        Sse.Prefetch0(b + 8 * 24);
        Sse.Prefetch0(b + 8 * 24 + 8);
        Sse.Prefetch0(b + 8 * 24 + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void MultiplyTile(double* a, double* b, double* c, nint stride, nint depth, bool resume)
    {
        if (s_wide)
            Tile8x24(a, b, c, stride, depth, resume);
        else
            Tile4x12(a, b, c, stride, depth, resume);
    }

    private static unsafe void CopyTile(double* source, nint sourceStride, double* target, nint targetStride, int height, int width)
    {
        for (nint i = 0; i < height; i++)
            new ReadOnlySpan<double>(source + i * sourceStride, width).CopyTo(new Span<double>(target + i * targetStride, width));
    }

    // Panels of `size` neighboring rows (of A) or columns (of B): for each k their entries side by side, zeros where the matrix has ended.
    // `across` leads from one row or column to the next, `along` from one k to the next.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Pack(double* source, nint across, nint along, int count, int depth, int size, double* target)
    {
        for (int first = 0; first < count; first += size)
        {
            int filled = Math.Min(size, count - first);
            double* from = source + first * across;
            if (filled == size && across == 1 && size % 4 == 0)
            {
                for (nint l = 0; l < depth; l++)
                    for (nint s = 0; s < size; s += 4)
                        Vector256.Load(from + l * along + s).Store(target + l * size + s);
            }
            else if (filled == size && along == 1 && size % 4 == 0)
            {
                PackTransposed(from, across, depth, size, target);
            }
            else
            {
                for (nint l = 0; l < depth; l++)
                {
                    for (nint s = 0; s < filled; s++)
                        target[l * size + s] = from[s * across + l * along];
                    for (nint s = filled; s < size; s++)
                        target[l * size + s] = 0;
                }
            }
            target += (nint)size * depth;
        }
    }

    // Rows of contiguous k become columns: four rows at a time, so that reads run along four streams and writes fill half cache lines.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void PackTransposed(double* from, nint across, int depth, int size, double* target)
    {
        for (nint s = 0; s < size; s += 4)
        {
            double* r0 = from + s * across, r1 = r0 + across, r2 = r1 + across, r3 = r2 + across;
            double* to = target + s;
            for (nint l = 0; l < depth; l++)
            {
                to[0] = r0[l];
                to[1] = r1[l];
                to[2] = r2[l];
                to[3] = r3[l];
                to += size;
            }
        }
    }

    // 24 accumulators, three vectors of B and a broadcast entry of A: 28 of the 32 registers of AVX-512. Each step of k costs 24 fused
    // multiply-adds and 11 loads, so that the two multiply-add units, not the load ports, are the limit.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Tile8x24(double* a, double* b, double* c, nint stride, nint depth, bool resume)
    {
        Vector512<double> c0x, c0y, c0z;
        Vector512<double> c1x, c1y, c1z;
        Vector512<double> c2x, c2y, c2z;
        Vector512<double> c3x, c3y, c3z;
        Vector512<double> c4x, c4y, c4z;
        Vector512<double> c5x, c5y, c5z;
        Vector512<double> c6x, c6y, c6z;
        Vector512<double> c7x, c7y, c7z;
        if (resume)
        {
            c0x = Vector512.Load(c);
            c0y = Vector512.Load(c + 8);
            c0z = Vector512.Load(c + 16);
            c1x = Vector512.Load(c + stride);
            c1y = Vector512.Load(c + stride + 8);
            c1z = Vector512.Load(c + stride + 16);
            c2x = Vector512.Load(c + 2 * stride);
            c2y = Vector512.Load(c + 2 * stride + 8);
            c2z = Vector512.Load(c + 2 * stride + 16);
            c3x = Vector512.Load(c + 3 * stride);
            c3y = Vector512.Load(c + 3 * stride + 8);
            c3z = Vector512.Load(c + 3 * stride + 16);
            c4x = Vector512.Load(c + 4 * stride);
            c4y = Vector512.Load(c + 4 * stride + 8);
            c4z = Vector512.Load(c + 4 * stride + 16);
            c5x = Vector512.Load(c + 5 * stride);
            c5y = Vector512.Load(c + 5 * stride + 8);
            c5z = Vector512.Load(c + 5 * stride + 16);
            c6x = Vector512.Load(c + 6 * stride);
            c6y = Vector512.Load(c + 6 * stride + 8);
            c6z = Vector512.Load(c + 6 * stride + 16);
            c7x = Vector512.Load(c + 7 * stride);
            c7y = Vector512.Load(c + 7 * stride + 8);
            c7z = Vector512.Load(c + 7 * stride + 16);
        }
        else
        {
            c0x = c0y = c0z = Vector512<double>.Zero;
            c1x = c1y = c1z = Vector512<double>.Zero;
            c2x = c2y = c2z = Vector512<double>.Zero;
            c3x = c3y = c3z = Vector512<double>.Zero;
            c4x = c4y = c4z = Vector512<double>.Zero;
            c5x = c5y = c5z = Vector512<double>.Zero;
            c6x = c6y = c6z = Vector512<double>.Zero;
            c7x = c7y = c7z = Vector512<double>.Zero;
        }
        for (nint k = 0; k < depth; k++)
        {
            PrefetchPanels(a, b);
            Vector512<double> bx = Vector512.Load(b), by = Vector512.Load(b + 8), bz = Vector512.Load(b + 16);
            Vector512<double> ar = Vector512.Create(a[0]);
            c0x = Vector512.FusedMultiplyAdd(ar, bx, c0x);
            c0y = Vector512.FusedMultiplyAdd(ar, by, c0y);
            c0z = Vector512.FusedMultiplyAdd(ar, bz, c0z);
            ar = Vector512.Create(a[1]);
            c1x = Vector512.FusedMultiplyAdd(ar, bx, c1x);
            c1y = Vector512.FusedMultiplyAdd(ar, by, c1y);
            c1z = Vector512.FusedMultiplyAdd(ar, bz, c1z);
            ar = Vector512.Create(a[2]);
            c2x = Vector512.FusedMultiplyAdd(ar, bx, c2x);
            c2y = Vector512.FusedMultiplyAdd(ar, by, c2y);
            c2z = Vector512.FusedMultiplyAdd(ar, bz, c2z);
            ar = Vector512.Create(a[3]);
            c3x = Vector512.FusedMultiplyAdd(ar, bx, c3x);
            c3y = Vector512.FusedMultiplyAdd(ar, by, c3y);
            c3z = Vector512.FusedMultiplyAdd(ar, bz, c3z);
            ar = Vector512.Create(a[4]);
            c4x = Vector512.FusedMultiplyAdd(ar, bx, c4x);
            c4y = Vector512.FusedMultiplyAdd(ar, by, c4y);
            c4z = Vector512.FusedMultiplyAdd(ar, bz, c4z);
            ar = Vector512.Create(a[5]);
            c5x = Vector512.FusedMultiplyAdd(ar, bx, c5x);
            c5y = Vector512.FusedMultiplyAdd(ar, by, c5y);
            c5z = Vector512.FusedMultiplyAdd(ar, bz, c5z);
            ar = Vector512.Create(a[6]);
            c6x = Vector512.FusedMultiplyAdd(ar, bx, c6x);
            c6y = Vector512.FusedMultiplyAdd(ar, by, c6y);
            c6z = Vector512.FusedMultiplyAdd(ar, bz, c6z);
            ar = Vector512.Create(a[7]);
            c7x = Vector512.FusedMultiplyAdd(ar, bx, c7x);
            c7y = Vector512.FusedMultiplyAdd(ar, by, c7y);
            c7z = Vector512.FusedMultiplyAdd(ar, bz, c7z);
            a += 8;
            b += 24;
        }
        c0x.Store(c);
        c0y.Store(c + 8);
        c0z.Store(c + 16);
        c1x.Store(c + stride);
        c1y.Store(c + stride + 8);
        c1z.Store(c + stride + 16);
        c2x.Store(c + 2 * stride);
        c2y.Store(c + 2 * stride + 8);
        c2z.Store(c + 2 * stride + 16);
        c3x.Store(c + 3 * stride);
        c3y.Store(c + 3 * stride + 8);
        c3z.Store(c + 3 * stride + 16);
        c4x.Store(c + 4 * stride);
        c4y.Store(c + 4 * stride + 8);
        c4z.Store(c + 4 * stride + 16);
        c5x.Store(c + 5 * stride);
        c5y.Store(c + 5 * stride + 8);
        c5z.Store(c + 5 * stride + 16);
        c6x.Store(c + 6 * stride);
        c6y.Store(c + 6 * stride + 8);
        c6z.Store(c + 6 * stride + 16);
        c7x.Store(c + 7 * stride);
        c7y.Store(c + 7 * stride + 8);
        c7z.Store(c + 7 * stride + 16);
    }

    // 12 accumulators, three vectors of B and a broadcast entry of A: all 16 registers of AVX2 (and, as halves, all 32 of arm64).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Tile4x12(double* a, double* b, double* c, nint stride, nint depth, bool resume)
    {
        Vector256<double> c0x, c0y, c0z;
        Vector256<double> c1x, c1y, c1z;
        Vector256<double> c2x, c2y, c2z;
        Vector256<double> c3x, c3y, c3z;
        if (resume)
        {
            c0x = Vector256.Load(c);
            c0y = Vector256.Load(c + 4);
            c0z = Vector256.Load(c + 8);
            c1x = Vector256.Load(c + stride);
            c1y = Vector256.Load(c + stride + 4);
            c1z = Vector256.Load(c + stride + 8);
            c2x = Vector256.Load(c + 2 * stride);
            c2y = Vector256.Load(c + 2 * stride + 4);
            c2z = Vector256.Load(c + 2 * stride + 8);
            c3x = Vector256.Load(c + 3 * stride);
            c3y = Vector256.Load(c + 3 * stride + 4);
            c3z = Vector256.Load(c + 3 * stride + 8);
        }
        else
        {
            c0x = c0y = c0z = Vector256<double>.Zero;
            c1x = c1y = c1z = Vector256<double>.Zero;
            c2x = c2y = c2z = Vector256<double>.Zero;
            c3x = c3y = c3z = Vector256<double>.Zero;
        }
        for (nint k = 0; k < depth; k++)
        {
            Vector256<double> bx = Vector256.Load(b), by = Vector256.Load(b + 4), bz = Vector256.Load(b + 8);
            Vector256<double> ar = Vector256.Create(a[0]);
            c0x = Vector256.FusedMultiplyAdd(ar, bx, c0x);
            c0y = Vector256.FusedMultiplyAdd(ar, by, c0y);
            c0z = Vector256.FusedMultiplyAdd(ar, bz, c0z);
            ar = Vector256.Create(a[1]);
            c1x = Vector256.FusedMultiplyAdd(ar, bx, c1x);
            c1y = Vector256.FusedMultiplyAdd(ar, by, c1y);
            c1z = Vector256.FusedMultiplyAdd(ar, bz, c1z);
            ar = Vector256.Create(a[2]);
            c2x = Vector256.FusedMultiplyAdd(ar, bx, c2x);
            c2y = Vector256.FusedMultiplyAdd(ar, by, c2y);
            c2z = Vector256.FusedMultiplyAdd(ar, bz, c2z);
            ar = Vector256.Create(a[3]);
            c3x = Vector256.FusedMultiplyAdd(ar, bx, c3x);
            c3y = Vector256.FusedMultiplyAdd(ar, by, c3y);
            c3z = Vector256.FusedMultiplyAdd(ar, bz, c3z);
            a += 4;
            b += 12;
        }
        c0x.Store(c);
        c0y.Store(c + 4);
        c0z.Store(c + 8);
        c1x.Store(c + stride);
        c1y.Store(c + stride + 4);
        c1z.Store(c + stride + 8);
        c2x.Store(c + 2 * stride);
        c2y.Store(c + 2 * stride + 4);
        c2z.Store(c + 2 * stride + 8);
        c3x.Store(c + 3 * stride);
        c3y.Store(c + 3 * stride + 4);
        c3z.Store(c + 3 * stride + 8);
    }

    private static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;

    private static unsafe double* Align(double* pointer) => (double*)(((nint)pointer + 63) & ~(nint)63);

    private static void Validate(Matrix A, Matrix B, Matrix C)
    {
        ArgumentNullException.ThrowIfNull(A);
        ArgumentNullException.ThrowIfNull(B);
        ArgumentNullException.ThrowIfNull(C);
        if (ReferenceEquals(A, C) || ReferenceEquals(B, C))
            throw new ArgumentException("The result has to be another object than the operands.", nameof(C));
    }

    private static void ThrowIfShapesDiffer(int innerA, int innerB, int rows, int columns, Matrix C)
    {
        if (innerA != innerB)
            throw new ArgumentException($"The inner dimensions are {innerA} and {innerB}, and have to be equal.", nameof(innerB));
        if (C.Rows != rows || C.Columns != columns)
            throw new ArgumentException($"The result is {C.Rows} × {C.Columns}, and {rows} × {columns} is needed.", nameof(C));
    }
}
