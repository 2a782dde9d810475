using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Verification.Implementation.Numerics.LinearAlgebra;

// Each rotation touches two rows and costs next to nothing beside the traffic to memory that it causes. Rotations are
// therefore collected, some dozens of sweeps, and then run over strips of columns that stay in the second-level cache;
// within a sweep the row that two rotations share stays in registers. Every entry sees the same operations in the same
// order however the strips are cut.

/// <summary>Sweeps of rotations of neighboring rows of a matrix, upwards, which are applied to the matrix in
/// batches.</summary>
internal sealed class RotationSequence
{
    // Columns of a strip: four vectors of eight lanes. A strip of 1500 rows takes 384 KB.
    private const int Width = 32;

    private const int BatchedRotations = 1 << 15;

    private readonly int _rows;
    private readonly int _columns;
    private readonly double[] _strips;
    private readonly List<(int Row, int First)> _sweeps = [];
    private readonly double[] _cosines;
    private readonly double[] _sines;
    private int _count;

    /// <summary>For the rows of a copy of a matrix.</summary>
    public RotationSequence(Matrix matrix)
    {
        _rows = matrix.Rows;
        _columns = matrix.Columns;
        int strips = (_columns + Width - 1) / Width;
        _strips = new double[strips * Width * _rows];
        _cosines = new double[BatchedRotations + _rows];
        _sines = new double[BatchedRotations + _rows];
        for (int i = 0; i < _rows; i++)
            for (int j = 0; j < _columns; j += Width)
                matrix.Row(i).Slice(j, Math.Min(Width, _columns - j)).CopyTo(Strip(j, i));
    }

    /// <summary>A sweep begins, whose first rotation turns rows <paramref name="row"/> − 1 and
    /// <paramref name="row"/>.</summary>
    public void Begin(int row)
    {
        if (_count >= BatchedRotations)
            Flush();
        _sweeps.Add((row, _count));
    }

    /// <summary>The sweep's next rotation, one row higher: (upper, lower) ← (c·upper − s·lower, s·upper +
    /// c·lower).</summary>
    public void Add(double c, double s)
    {
        _cosines[_count] = c;
        _sines[_count] = s;
        _count++;
    }

    /// <summary>Applies what was collected.</summary>
    public void Flush()
    {
        for (int j = 0; j < _columns; j += Width)
        {
            Span<double> strip = _strips.AsSpan(j * _rows, Width * _rows);
            for (int k = 0; k < _sweeps.Count; k++)
            {
                (int row, int first) = _sweeps[k];
                int end = k + 1 < _sweeps.Count ? _sweeps[k + 1].First : _count;
                if (end > first)
                    Turn(strip, row, _cosines.AsSpan(first, end - first), _sines.AsSpan(first, end - first));
            }
        }

        _sweeps.Clear();
        _count = 0;
    }

    /// <summary>Row <paramref name="row"/> of the matrix after all that was applied.</summary>
    public void CopyRow(int row, Span<double> target)
    {
        for (int j = 0; j < _columns; j += Width)
        {
            int count = Math.Min(Width, _columns - j);
            Strip(j, row)[..count].CopyTo(target.Slice(j, count));
        }
    }

    private Span<double> Strip(int column, int row) => _strips.AsSpan(column * _rows + row * Width, Width);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Turn(
        Span<double> strip, int row, ReadOnlySpan<double> cosines, ReadOnlySpan<double> sines)
    {
        fixed (double* start = strip)
        {
            double* lower = start + (nint)row * Width;
            Vector512<double> l0 = Vector512.Load(lower), l1 = Vector512.Load(lower + 8);
            Vector512<double> l2 = Vector512.Load(lower + 16), l3 = Vector512.Load(lower + 24);
            for (int k = 0; k < cosines.Length; k++)
            {
                Vector512<double> c = Vector512.Create(cosines[k]), s = Vector512.Create(sines[k]);
                double* upper = lower - Width;
                Vector512<double> u0 = Vector512.Load(upper), u1 = Vector512.Load(upper + 8);
                Vector512<double> u2 = Vector512.Load(upper + 16), u3 = Vector512.Load(upper + 24);
                Vector512.FusedMultiplyAdd(s, u0, c * l0).Store(lower);
                Vector512.FusedMultiplyAdd(s, u1, c * l1).Store(lower + 8);
                Vector512.FusedMultiplyAdd(s, u2, c * l2).Store(lower + 16);
                Vector512.FusedMultiplyAdd(s, u3, c * l3).Store(lower + 24);
                l0 = Vector512.FusedMultiplyAdd(c, u0, -(s * l0));
                l1 = Vector512.FusedMultiplyAdd(c, u1, -(s * l1));
                l2 = Vector512.FusedMultiplyAdd(c, u2, -(s * l2));
                l3 = Vector512.FusedMultiplyAdd(c, u3, -(s * l3));
                lower = upper;
            }

            l0.Store(lower);
            l1.Store(lower + 8);
            l2.Store(lower + 16);
            l3.Store(lower + 24);
        }
    }
}
