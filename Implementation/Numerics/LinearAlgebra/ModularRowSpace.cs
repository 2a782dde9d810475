namespace Verification.Implementation.Numerics.LinearAlgebra;

// A double is m·2ᵉ with integers m and e, hence a rational number whose denominator is a power of two, hence an element
// of the field with p = 2⁶¹ - 1 elements, in which 2 has the order 61. If a minor is zero over ℚ it is zero in the
// field, so the rank there is at most the rank over ℚ.

/// <summary>The space that rows of doubles span, modulo the Mersenne prime 2⁶¹ - 1: <see cref="Rank"/> rows are
/// independent over ℚ for certain.</summary>
/// <remarks>
/// Exact: no rounding, no tolerance. The rank over ℚ (and ℝ) of the rows given is at least <see cref="Rank"/>; it is
/// greater only if p divides every relevant minor, which happens with probability about 2⁻⁶¹ for entries without a
/// relation to p. Mutable, not synchronized. Memory O(rank·columns).
/// </remarks>
public sealed class ModularRowSpace
{
    private const ulong Prime = (1UL << 61) - 1;

    // Each row starts with its pivot, which is 1, and is zero at the pivots of the rows before it.
    private readonly List<(int Pivot, ulong[] Entries)> _basis = [];

    /// <summary>The zero space in rows of <paramref name="columns"/> entries.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of columns is negative.</exception>
    public ModularRowSpace(int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        Columns = columns;
    }

    /// <summary>Length of a row.</summary>
    public int Columns { get; }

    /// <summary>Dimension modulo p: a lower bound of the rank over ℚ of all rows added.</summary>
    public int Rank => _basis.Count;

    /// <summary>Adds a row. O(rank·columns).</summary>
    /// <returns>
    /// True: the row is independent of the rows before it that were independent in turn, over ℚ too. False: it is
    /// dependent modulo p, which proves nothing over ℚ.
    /// </returns>
    /// <exception cref="ArgumentException">The row has not <see cref="Columns"/> entries, or one is NaN or infinite;
    /// nothing is added.</exception>
    public bool Add(ReadOnlySpan<double> row)
    {
        Lanes.ThrowIfLengthsDiffer(Columns, row.Length, nameof(row));
        var entries = new ulong[Columns];
        for (int j = 0; j < Columns; j++)
        {
            if (!double.IsFinite(row[j]))
                throw new ArgumentException($"Entry {j} is {row[j]}; all have to be finite.", nameof(row));
            entries[j] = Residue(row[j]);
        }
        return Add(entries);
    }

    /// <summary>
    /// Adds the upper triangle of x·xᵀ, row by row, with products formed in the field: no rounding enters, which
    /// <see cref="Add(ReadOnlySpan{double})"/> of rounded products could not promise.
    /// </summary>
    /// <returns>As for a row.</returns>
    /// <exception cref="ArgumentException">The triangle has not <see cref="Columns"/> entries, or an entry of x is NaN
    /// or infinite; nothing is added.</exception>
    public bool AddOuterSquare(ReadOnlySpan<double> x)
    {
        Lanes.ThrowIfLengthsDiffer(Columns, x.Length * (x.Length + 1) / 2, nameof(x));
        var residues = new ulong[x.Length];
        for (int j = 0; j < x.Length; j++)
        {
            if (!double.IsFinite(x[j]))
                throw new ArgumentException($"Entry {j} is {x[j]}; all have to be finite.", nameof(x));
            residues[j] = Residue(x[j]);
        }
        var entries = new ulong[Columns];
        int k = 0;
        for (int i = 0; i < x.Length; i++)
            for (int j = i; j < x.Length; j++)
                entries[k++] = Multiply(residues[i], residues[j]);
        return Add(entries);
    }

    private bool Add(ulong[] entries)
    {
        foreach ((int p, ulong[] basis) in _basis)
        {
            ulong factor = entries[p];
            if (factor != 0)
                AddMultiple(Prime - factor, basis, entries);
        }
        int pivot = Array.FindIndex(entries, entry => entry != 0);
        if (pivot < 0)
            return false;
        ulong inverse = Inverse(entries[pivot]);
        for (int j = pivot; j < Columns; j++)
            entries[j] = Multiply(inverse, entries[j]);
        _basis.Add((pivot, entries));
        return true;
    }

    /// <summary>The image of a finite double in {0, …, p - 1}.</summary>
    internal static ulong Residue(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value);
        int biased = (int)(bits >> 52) & 0x7FF;
        ulong mantissa = bits & 0x000F_FFFF_FFFF_FFFF;
        if (biased == 0)
            biased = 1; // subnormal: the exponent of the smallest normal numbers, without their leading bit
        else
            mantissa |= 1UL << 52;
        // 2⁶¹ = 1 in the field: the exponent biased - 1075 counts modulo 61, and 18·61 = 1098 makes it positive.
        int shift = (biased - 1075 + 1098) % 61;
        ulong residue = Fold(Math.BigMul(mantissa, 1UL << shift, out ulong low), low);
        return residue != 0 && (bits >> 63) != 0 ? Prime - residue : residue;
    }

    private static void AddMultiple(ulong factor, ulong[] source, ulong[] target)
    {
        for (int j = 0; j < target.Length; j++)
        {
            ulong sum = target[j] + Multiply(factor, source[j]);
            target[j] = sum >= Prime ? sum - Prime : sum;
        }
    }

    private static ulong Multiply(ulong a, ulong b)
    {
        ulong high = Math.BigMul(a, b, out ulong low);
        return Fold(high, low);
    }

    // (high·2⁶⁴ + low) mod p for a product below p²: its upper and lower 61 bits are added, 2⁶¹ being 1.
    private static ulong Fold(ulong high, ulong low)
    {
        ulong sum = (low & Prime) + ((high << 3) | (low >> 61));
        return sum >= Prime ? sum - Prime : sum;
    }

    // a^(p-2), by Fermat's little theorem.
    private static ulong Inverse(ulong a)
    {
        ulong result = 1;
        for (ulong exponent = Prime - 2; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0)
                result = Multiply(result, a);
            a = Multiply(a, a);
        }
        return result;
    }
}
