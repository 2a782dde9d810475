using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Verification.Implementation.Numerics.LinearAlgebra;

/// <summary>One tile of the result in registers, for all k of a packed panel of either operand: 8 × 24 or 4 × 12
/// entries.</summary>
internal static class ProductKernels
{
    // A machine may have AVX-512 and yet report Vector512 as not accelerated, where the runtime prefers narrower
    // vectors for code that uses them sparsely (lower clock on early AVX-512 processors). A matrix product keeps the
    // units busy long enough for the width to win.
    public static bool IsWide { get; } = Avx512F.IsSupported || Vector512.IsHardwareAccelerated;

    // The rows of a tile of C lie far apart, and no hardware foresees which come next: they are asked for one tile
    // ahead.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void PrefetchTile(double* tile, nint stride, int height, int width)
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

    // Sixteen (A) and eight (B) steps of k ahead, some hundred cycles: the time that the second-level cache takes under
    // load.
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
    public static unsafe void MultiplyTile(double* a, double* b, double* c, nint stride, nint depth, bool resume)
    {
        if (IsWide)
            Tile8x24(a, b, c, stride, depth, resume);
        else
            Tile4x12(a, b, c, stride, depth, resume);
    }

    public static unsafe void CopyTile(
        double* source, nint sourceStride, double* target, nint targetStride, int height, int width)
    {
        for (nint i = 0; i < height; i++)
            new ReadOnlySpan<double>(source + i * sourceStride, width).CopyTo(
                new Span<double>(target + i * targetStride, width));
    }

    // 24 accumulators, three vectors of B and a broadcast entry of A: 28 of the 32 registers of AVX-512. Each step of k
    // costs 24 fused multiply-adds and 11 loads, so that the two multiply-add units, not the load ports, are the limit.
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

    // 12 accumulators, three vectors of B and a broadcast entry of A: all 16 registers of AVX2 (and, as halves, all 32
    // of arm64).
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
}
