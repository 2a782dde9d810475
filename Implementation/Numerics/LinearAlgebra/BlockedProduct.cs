using System.Buffers;
using System.Runtime.Intrinsics;

namespace Verification.Implementation.Numerics.LinearAlgebra;

// The layers, from outside in, after Goto and van de Geijn, "Anatomy of high-performance matrix multiplication" (ACM
// TOMS 34(3), 2008): a strip of columns of B; within it a range of k; the part of B that both select is packed into
// panels as wide as a tile; a block of rows of A for the same k is packed into panels as high as a tile; a micro-kernel
// holds one tile of C in registers and runs over k. Ranges of k are worked off in ascending order and a tile resumes
// from the sums that C holds, so that the blocking leaves no trace in the bits: a sum of doubles stored and loaded
// again is the same sum.

/// <summary>The loops around the kernels: which parts of the operands are packed when, and which tiles they
/// make.</summary>
internal static class BlockedProduct
{
    // Block sizes. A block of A takes 96 · 512 · 8 = 384 KiB, which leaves room for a panel of B (96 KiB) and tiles of
    // C in a second-level cache of 512 KiB to 1 MiB; the packed part of B (up to 6 MiB) comes from the third level,
    // each panel once per block of A. Deep blocks read and write C less often, whose rows lie far apart: 256 · 192
    // measured 3 to 4 % less at sizes 512 and 1024, 128 · 384 7 % less.
    private const int Depth = 512;
    private const int BlockRows = 96;
    private const int BlockColumns = 1536;

    // Below this many multiply-adds packing costs more than it saves: the first where rows of B are contiguous, the
    // second where not (measured: packing is half as fast at 12 × 12 × 12 in the first case, even at 8 × 8 × 8 in the
    // second).
    private const long SmallestPackedWork = 16 * 16 * 16;
    private const long SmallestPackedStridedWork = 8 * 8 * 8;

    /// <summary>
    /// c ← a·b, or c ← c + a·b with <paramref name="resume"/>, for operands given by the distances between vertically
    /// and horizontally neighboring entries, and a result whose rows lie <paramref name="stride"/> apart. With
    /// <paramref name="upperOnly"/> entries below the diagonal are left undefined, and tiles that lie there are
    /// skipped. A chain that resumes starts from the entry of c instead of from +0.
    /// </summary>
    public static unsafe void Run(
        int m, int n, int k,
        ReadOnlySpan<double> a, nint aDown, nint aRight,
        ReadOnlySpan<double> b, nint bDown, nint bRight,
        Span<double> c, nint stride, bool upperOnly, bool resume)
    {
        if (m == 0 || n == 0)
            return;
        if (k == 0)
        {
            for (int i = 0; i < m && !resume; i++)
                c.Slice(i * (int)stride, n).Clear();
            return;
        }
        fixed (double* pa = a, pb = b, pc = c)
        {
            if ((long)m * n * k < (bRight == 1 ? SmallestPackedWork : SmallestPackedStridedWork))
                RunDirectly(m, n, k, pa, aDown, aRight, pb, bDown, bRight, pc, stride, resume);
            else
                RunBlocked(m, n, k, pa, aDown, aRight, pb, bDown, bRight, pc, stride, upperOnly, resume);
        }
    }

    private static unsafe void RunDirectly(
        int m,
        int n,
        int k,
        double* a,
        nint aDown,
        nint aRight,
        double* b,
        nint bDown,
        nint bRight,
        double* c,
        nint stride,
        bool resume)
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
                    Vector512<double> sums = resume ? Vector512.Load(c + i * stride + j) : Vector512<double>.Zero;
                    for (nint l = 0; l < k; l++)
                        sums = Vector512.FusedMultiplyAdd(
                            Vector512.Create(row[l * aRight]), Vector512.Load(b + l * bDown + j), sums);
                    sums.Store(c + i * stride + j);
                }

                // The last four columns may overlap those before: the same numbers once more, unless they resume.
                while (n >= 4 && j < n && !(resume && j + 4 > n))
                {
                    nint first = Math.Min(j, n - 4);
                    Vector256<double> sums = resume ? Vector256.Load(c + i * stride + first) : Vector256<double>.Zero;
                    for (nint l = 0; l < k; l++)
                        sums = Vector256.FusedMultiplyAdd(
                            Vector256.Create(row[l * aRight]), Vector256.Load(b + l * bDown + first), sums);
                    sums.Store(c + i * stride + first);
                    j = first + 4;
                }
            }

            for (; j < n; j++)
            {
                double sum = resume ? c[i * stride + j] : 0;
                for (nint l = 0; l < k; l++)
                    sum = Math.FusedMultiplyAdd(row[l * aRight], b[l * bDown + j * bRight], sum);
                c[i * stride + j] = sum;
            }
        }
    }

    private static unsafe void RunBlocked(
        int m,
        int n,
        int k,
        double* a,
        nint aDown,
        nint aRight,
        double* b,
        nint bDown,
        nint bRight,
        double* c,
        nint stride,
        bool upperOnly,
        bool resume)
    {
        int height = ProductKernels.IsWide ? 8 : 4;
        int width = ProductKernels.IsWide ? 24 : 12;
        int depth = Math.Min(k, Depth);
        int rows = Math.Min(RoundUp(m, height), BlockRows);
        int columns = Math.Min(RoundUp(n, width), BlockColumns);
        // Eight doubles in front of each part allow its start to be moved to a multiple of 64 bytes, a cache line and
        // the widest vector.
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
                    // Rows from there on lie below the diagonal in all of these columns.
                    int mc = upperOnly ? Math.Min(m, jc + nc) : m;
                    for (int lc = 0; lc < k; lc += depth)
                    {
                        int kc = Math.Min(depth, k - lc);
                        ProductPacking.Pack(b + lc * bDown + jc * bRight, bRight, bDown, nc, kc, width, packedB);
                        for (int ic = 0; ic < mc; ic += rows)
                        {
                            int mr = Math.Min(rows, mc - ic);
                            ProductPacking.Pack(a + ic * aDown + lc * aRight, aDown, aRight, mr, kc, height, packedA);
                            Tiles(
                                mr, nc, kc, packedA, packedB, c, stride, ic, jc, height, width, edge, resume || lc > 0,
                                upperOnly);
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
        int m,
        int n,
        int depth,
        double* packedA,
        double* packedB,
        double* c,
        nint stride,
        int row,
        int column,
        int height,
        int width,
        double* edge,
        bool resume,
        bool upperOnly)
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
                double* tile = c + (row + i) * stride + column + j;
                if (h == height && w == width)
                {
                    if (i + 2 * height <= m)
                        ProductKernels.PrefetchTile(tile + height * stride, stride, height, width);
                    ProductKernels.MultiplyTile(panelA, panelB, tile, stride, depth, resume);
                    continue;
                }
                // A tile that sticks out of C is worked off beside it. Its padding may hold anything, NaN from 0·∞
                // included: it is not copied.
                if (resume)
                    ProductKernels.CopyTile(tile, stride, edge, width, h, w);
                ProductKernels.MultiplyTile(panelA, panelB, edge, width, depth, resume);
                ProductKernels.CopyTile(edge, width, tile, stride, h, w);
            }
        }
    }

    private static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;

    private static unsafe double* Align(double* pointer) => (double*)(((nint)pointer + 63) & ~(nint)63);
}
