using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Verification.Implementation.Numerics.LinearAlgebra;

// A product with a matrix that does not fit into the first-level cache costs what its bytes cost. Of a symmetric matrix
// half the bytes do: a tile T on or above the diagonal serves twice while it is in registers, for its own rows (T·x_J)
// and, transposed, for those of its mirror image (Tᵀ·x_I).

/// <summary>A symmetric matrix kept as the 8 × 8 tiles on and above its diagonal, for many products with vectors.
/// Immutable.</summary>
/// <remarks>
/// <para>n is rounded up to a multiple of eight with zeros. A product reads n²/2 numbers instead of n², and takes 2n²
/// floating-point operations.</para>
/// <para>The order of the sums is part of the definition, so that the bits are the same on every machine. For strips I
/// of eight rows in ascending order and tiles J = I, I + 1, …: each row r of the strip has eight lanes, to which lane l
/// adds T[r, l]·x[8J + l], fused; entry l of result strip J &gt; I gains the even rows' T[r, l]·x[8I + r], r = 0, 2, 4,
/// 6 in a chain from its former value, plus the chain of the odd rows from T[1, l]·x[8I + 1]. At the end of a strip
/// <see cref="Lanes.Combine"/> of each row's lanes is added to what result strip I has gained from the strips
/// above.</para>
/// <para>The error of an entry is at most (n/8 + n/16 + 12)·2⁻⁵³·Σ|a||x| to first order. NaN and infinities
/// propagate.</para>
/// </remarks>
public sealed class SymmetricTiles
{
    private const int Edge = Lanes.Count;

    // Pinned, so that its start stays on a cache line: a vector that straddles two lines costs two loads.
    private readonly double[] _tiles;
    private readonly int _start;
    private readonly int _strips;

    /// <summary>Copies the upper triangle of <paramref name="A"/>.</summary>
    /// <param name="A">n × n, n ≥ 1; entries below the diagonal are not read.</param>
    /// <exception cref="ArgumentException">Not square, or empty.</exception>
    public unsafe SymmetricTiles(Matrix A)
    {
        ArgumentNullException.ThrowIfNull(A);
        if (A.Rows != A.Columns || A.Rows == 0)
            throw new ArgumentException(
                $"The matrix is {A.Rows} × {A.Columns}, and a square one with at least one row is needed.", nameof(A));
        Size = A.Rows;
        _strips = (Size + Edge - 1) / Edge;
        _tiles = GC.AllocateArray<double>(checked(_strips * (_strips + 1) / 2 * Edge * Edge + Edge), pinned: true);
        fixed (double* first = _tiles)
            _start = (int)((64 - (nint)first % 64) % 64 / sizeof(double));
        int next = _start;
        for (int I = 0; I < _strips; I++)
        {
            for (int J = I; J < _strips; J++, next += Edge * Edge)
                CopyTile(A, Edge * I, Edge * J, _tiles.AsSpan(next, Edge * Edge));
        }
    }

    /// <summary>n.</summary>
    public int Size { get; }

    /// <summary>y ← A·x.</summary>
    /// <param name="x">n entries.</param>
    /// <param name="y">n entries, overwritten; must not overlap <paramref name="x"/>.</param>
    /// <exception cref="ArgumentException">A length is not n, or the spans overlap.</exception>
    [SkipLocalsInit]
    public unsafe void Multiply(ReadOnlySpan<double> x, Span<double> y)
    {
        Lanes.ThrowIfLengthsDiffer(Size, x.Length, nameof(x));
        Lanes.ThrowIfLengthsDiffer(Size, y.Length, nameof(y));
        if (((ReadOnlySpan<double>)y).Overlaps(x))
            throw new ArgumentException("The result overlaps the operand.", nameof(y));
        int padded = Edge * _strips;
        const int OnStack = 1024;
        Span<double> buffer = padded <= OnStack ? stackalloc double[2 * padded + Edge] : new double[2 * padded + Edge];
        fixed (double* scratch = buffer, tiles = _tiles)
        {
            double* px = scratch + (64 - (nint)scratch % 64) % 64 / sizeof(double);
            double* py = px + padded;
            x.CopyTo(new Span<double>(px, Size));
            new Span<double>(px + Size, padded - Size).Clear();
            new Span<double>(py, padded).Clear();
            double* tile = tiles + _start;
            for (int I = 0; I < _strips; I++)
                tile = Strip(tile, _strips - I, px + Edge * I, py + Edge * I);
            new ReadOnlySpan<double>(py, Size).CopyTo(y);
        }
    }

    // Sixteen fused multiply-adds and eight loads of the matrix a tile: eight cycles on two units, in which 64 bytes a
    // cycle have to come, the most that a second-level cache delivers. The eight lanes of rows, the eight broadcast
    // entries and four more fill 20 of 32 registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe double* Strip(double* tile, int count, double* x, double* y)
    {
        Vector512<double> v = Vector512.Load(x);
        Vector512<double> s0 = Vector512.FusedMultiplyAdd(Vector512.Load(tile), v, Vector512<double>.Zero);
        Vector512<double> s1 = Vector512.FusedMultiplyAdd(Vector512.Load(tile + 8), v, Vector512<double>.Zero);
        Vector512<double> s2 = Vector512.FusedMultiplyAdd(Vector512.Load(tile + 16), v, Vector512<double>.Zero);
        Vector512<double> s3 = Vector512.FusedMultiplyAdd(Vector512.Load(tile + 24), v, Vector512<double>.Zero);
        Vector512<double> s4 = Vector512.FusedMultiplyAdd(Vector512.Load(tile + 32), v, Vector512<double>.Zero);
        Vector512<double> s5 = Vector512.FusedMultiplyAdd(Vector512.Load(tile + 40), v, Vector512<double>.Zero);
        Vector512<double> s6 = Vector512.FusedMultiplyAdd(Vector512.Load(tile + 48), v, Vector512<double>.Zero);
        Vector512<double> s7 = Vector512.FusedMultiplyAdd(Vector512.Load(tile + 56), v, Vector512<double>.Zero);
        Vector512<double> x0 = Vector512.Create(x[0]),
            x1 = Vector512.Create(x[1]),
            x2 = Vector512.Create(x[2]),
            x3 = Vector512.Create(x[3]);
        Vector512<double> x4 = Vector512.Create(x[4]),
            x5 = Vector512.Create(x[5]),
            x6 = Vector512.Create(x[6]),
            x7 = Vector512.Create(x[7]);
        tile += 64;
        for (nint J = 1; J < count; J++)
        {
            v = Vector512.Load(x + 8 * J);
            PrefetchTile(tile + 64 * 8);
            Vector512<double> t = Vector512.Load(tile);
            Vector512<double> even = Vector512.FusedMultiplyAdd(t, x0, Vector512.Load(y + 8 * J));
            s0 = Vector512.FusedMultiplyAdd(t, v, s0);
            t = Vector512.Load(tile + 8);
            Vector512<double> odd = t * x1;
            s1 = Vector512.FusedMultiplyAdd(t, v, s1);
            t = Vector512.Load(tile + 16);
            even = Vector512.FusedMultiplyAdd(t, x2, even);
            s2 = Vector512.FusedMultiplyAdd(t, v, s2);
            t = Vector512.Load(tile + 24);
            odd = Vector512.FusedMultiplyAdd(t, x3, odd);
            s3 = Vector512.FusedMultiplyAdd(t, v, s3);
            t = Vector512.Load(tile + 32);
            even = Vector512.FusedMultiplyAdd(t, x4, even);
            s4 = Vector512.FusedMultiplyAdd(t, v, s4);
            t = Vector512.Load(tile + 40);
            odd = Vector512.FusedMultiplyAdd(t, x5, odd);
            s5 = Vector512.FusedMultiplyAdd(t, v, s5);
            t = Vector512.Load(tile + 48);
            even = Vector512.FusedMultiplyAdd(t, x6, even);
            s6 = Vector512.FusedMultiplyAdd(t, v, s6);
            t = Vector512.Load(tile + 56);
            odd = Vector512.FusedMultiplyAdd(t, x7, odd);
            s7 = Vector512.FusedMultiplyAdd(t, v, s7);
            (even + odd).Store(y + 8 * J);
            tile += 64;
        }

        y[0] += Lanes.Combine(s0);
        y[1] += Lanes.Combine(s1);
        y[2] += Lanes.Combine(s2);
        y[3] += Lanes.Combine(s3);
        y[4] += Lanes.Combine(s4);
        y[5] += Lanes.Combine(s5);
        y[6] += Lanes.Combine(s6);
        y[7] += Lanes.Combine(s7);
        return tile;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void PrefetchTile(double* tile)
    {
        if (!Sse.IsSupported)
            return;
        for (nint line = 0; line < 64; line += 8)
            Sse.Prefetch0(tile + line);
    }

    private static void CopyTile(Matrix A, int row, int column, Span<double> tile)
    {
        for (int i = row; i < Math.Min(row + Edge, A.Rows); i++)
        {
            for (int j = column; j < Math.Min(column + Edge, A.Rows); j++)
                tile[(i - row) * Edge + j - column] = A[Math.Min(i, j), Math.Max(i, j)];
        }
    }
}
