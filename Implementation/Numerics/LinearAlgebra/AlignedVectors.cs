using System.Runtime.CompilerServices;

namespace Verification.Implementation.Numerics.LinearAlgebra;

// A vector of eight doubles that begins elsewhere than at a cache line lies in two of them, and is loaded twice. A load
// whose address agrees with that of a store just before it in the last twelve bits waits for the store. Hence the
// places: multiples of 64 bytes, and in their pages a quarter of a page apart.

/// <summary>A few vectors of one length for one hot loop, placed in memory so that their loads and stores do not
/// hinder each other.</summary>
/// <remarks>Each is filled up with zeros to a multiple of eight entries. The place is a matter of speed alone: no
/// result depends on it.</remarks>
public sealed class AlignedVectors
{
    private const int LineEntries = 64 / sizeof(double);
    private const int PageEntries = 4096 / sizeof(double);

    private readonly double[] _memory;
    private readonly int _first;
    private readonly int _stride;
    private readonly int _count;

    /// <summary>Vectors of zeros.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="length">Entries of each, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    /// <exception cref="OverflowException">All together have more entries than an array.</exception>
    public AlignedVectors(int count, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        _count = count;
        checked
        {
            Length = (length + Lanes.Count - 1) / Lanes.Count * Lanes.Count;
            _stride = (Length + PageEntries - 1) / PageEntries * PageEntries + PageEntries / 4;
            _memory = GC.AllocateArray<double>(count * _stride + LineEntries, pinned: true);
        }

        _first = ToLine(_memory);
    }

    /// <summary>Entries of each vector with the zeros that fill it up.</summary>
    public int Length { get; }

    /// <summary>A vector, <see cref="Length"/> entries, by its number from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none of this number.</exception>
    public Span<double> this[int vector]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(vector);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(vector, _count);
            return _memory.AsSpan(_first + vector * _stride, Length);
        }
    }

    // Entries before the first cache line that begins in the array, which stays where it is.
    private static unsafe int ToLine(double[] memory)
    {
        nuint address = (nuint)Unsafe.AsPointer(ref memory[0]);
        return (int)((64 - address % 64) % 64 / sizeof(double));
    }
}
