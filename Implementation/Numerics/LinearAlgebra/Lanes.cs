using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Verification.Implementation.Numerics.LinearAlgebra;

// Why eight lanes: a sum of doubles depends on its order, and the order that a compiler or a processor would like
// depends on its vector width. Here the order is part of the definition: eight running sums, as wide as the widest
// vectors in common use, which narrower hardware works off in halves, quarters or one by one. FusedMultiplyAdd rounds
// once everywhere, so the bits agree.

/// <summary>
/// Sums, dot products, norms and updates of vectors, whose bits are the same on every machine: lane l adds up the
/// entries l, l + 8, l + 16, … in this order, each lane from +0, and the eight lanes are combined as
/// <see cref="Combine"/> says.
/// </summary>
/// <remarks>
/// A length that is no multiple of eight is treated as if zeros were appended to every operand. Costs are one pass over
/// the operands, without allocation. NaN and infinities propagate as in IEEE arithmetic (which of several NaN payloads
/// survives is not specified). The error of a dot product of length n is at most (⌈n/8⌉ + 3)·2⁻⁵³·Σ|xᵢyᵢ| to first
/// order, an eighth of the bound of a plain loop.
/// </remarks>
public static class Lanes
{
    /// <summary>Number of lanes.</summary>
    public const int Count = 8;

    // Eight entries from place 8 − n on select the first n of eight.
    private static ReadOnlySpan<long> Masks => [-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0];

    // Below this sum of squares, squares of entries may have been rounded in the subnormal range: entries under 2⁻⁴⁸⁵
    // have squares below 2⁻⁹⁷⁰ = 2⁻¹⁰²² · 2⁵², which lose bits, but beside a sum of at least 2⁻⁹⁰⁰ they lie beyond its
    // last bit.
    private const double SmallestSafeSquare = 1.1830521861667747e-271; // 2⁻⁹⁰⁰

    /// <summary>((l₀+l₄)+(l₂+l₆)) + ((l₁+l₅)+(l₃+l₇)): halves are added onto each other until one number is
    /// left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Combine(Vector512<double> lanes)
    {
        Vector256<double> four = lanes.GetLower() + lanes.GetUpper();
        Vector128<double> two = four.GetLower() + four.GetUpper();
        return two.GetElement(0) + two.GetElement(1);
    }

    /// <summary>Sum of the entries; +0 for none.</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        Vector512<double> lanes = Vector512<double>.Zero;
        int i = 0;
        for (; i <= values.Length - Count; i += Count)
            lanes += Vector512.Create(values.Slice(i, Count));
        if (i < values.Length)
            lanes += PadWithZeros(values[i..]);
        return Combine(lanes);
    }

    /// <summary>Σ xᵢ·yᵢ, each product fused into its lane's sum.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ThrowIfLengthsDiffer(x.Length, y.Length, nameof(y));
        Vector512<double> lanes = Vector512<double>.Zero;
        int i = 0;
        for (; i <= x.Length - Count; i += Count)
            lanes = Vector512.FusedMultiplyAdd(
                Vector512.Create(x.Slice(i, Count)), Vector512.Create(y.Slice(i, Count)), lanes);
        if (i < x.Length)
            lanes = Vector512.FusedMultiplyAdd(PadWithZeros(x[i..]), PadWithZeros(y[i..]), lanes);
        return Combine(lanes);
    }

    /// <summary>Euclidean norm √Σxᵢ²; +0 for no entries.</summary>
    /// <remarks>
    /// It neither overflows nor loses accuracy to underflow unless the norm itself does: where the plain sum of squares
    /// leaves [2⁻⁹⁰⁰, ∞), it is formed again from entries scaled by an exact power of two. NaN if an entry is NaN, else
    /// +∞ if one is infinite.
    /// </remarks>
    public static double Norm(ReadOnlySpan<double> values)
    {
        double squares = Dot(values, values);
        if (squares >= SmallestSafeSquare && double.IsFinite(squares))
            return Math.Sqrt(squares);
        double largest = 0;
        bool undefined = false;
        foreach (double value in values)
        {
            undefined |= double.IsNaN(value);
            largest = Math.Max(largest, Math.Abs(value));
        }
        if (undefined)
            return double.NaN;
        if (largest == 0 || double.IsInfinity(largest))
            return largest;
        // With the largest entry in [1, 2) the squares sum to [1, 4n): in range, and what underflows is below the last
        // bit.
        int exponent = Math.ILogB(largest);
        Vector512<double> lanes = Vector512<double>.Zero;
        Span<double> scaled = stackalloc double[Count];
        for (int i = 0; i < values.Length; i += Count)
        {
            scaled.Clear();
            for (int lane = 0; lane < Count && i + lane < values.Length; lane++)
                scaled[lane] = Math.ScaleB(values[i + lane], -exponent);
            Vector512<double> eight = Vector512.Create<double>(scaled);
            lanes = Vector512.FusedMultiplyAdd(eight, eight, lanes);
        }
        return Math.ScaleB(Math.Sqrt(Combine(lanes)), exponent);
    }

    /// <summary>y ← y + factor·x, each entry rounded once. <paramref name="x"/> and <paramref name="y"/> may be the
    /// same span.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Axpy(double factor, ReadOnlySpan<double> x, Span<double> y)
    {
        ThrowIfLengthsDiffer(x.Length, y.Length, nameof(y));
        Vector512<double> factors = Vector512.Create(factor);
        int i = 0;
        for (; i <= x.Length - Count; i += Count)
        {
            Span<double> target = y.Slice(i, Count);
            Vector512
                .FusedMultiplyAdd(
                    factors, Vector512.Create(x.Slice(i, Count)), Vector512.Create((ReadOnlySpan<double>)target))
                .CopyTo(target);
        }
        for (; i < x.Length; i++)
            y[i] = Math.FusedMultiplyAdd(factor, x[i], y[i]);
    }

    /// <summary>x ← factor·x, in place.</summary>
    public static void Scale(double factor, Span<double> x)
    {
        Vector512<double> factors = Vector512.Create(factor);
        int i = 0;
        for (; i <= x.Length - Count; i += Count)
        {
            Span<double> target = x.Slice(i, Count);
            (factors * Vector512.Create((ReadOnlySpan<double>)target)).CopyTo(target);
        }
        for (; i < x.Length; i++)
            x[i] = factor * x[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void ThrowIfLengthsDiffer(int expected, int actual, string parameter)
    {
        if (expected != actual)
            Throw(expected, actual, parameter);

        static void Throw(int expected, int actual, string parameter) =>
            throw new ArgumentException($"The length is {actual}, and {expected} is needed.", parameter);
    }

    /// <summary>Fewer than eight entries as a vector, zeros behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe Vector512<double> PadWithZeros(ReadOnlySpan<double> tail)
    {
        if (Avx.IsSupported)
        {
            // Masked-out entries are neither read nor written to memory first, which would cost several times the
            // arithmetic on short vectors.
            ref long mask = ref Unsafe.Add(ref MemoryMarshal.GetReference(Masks), Count - tail.Length);
            fixed (double* first = tail)
            {
                Vector256<double> lower = Avx.MaskLoad(first, Vector256.LoadUnsafe(ref mask).AsDouble());
                Vector256<double> upper = Avx.MaskLoad(first + 4, Vector256.LoadUnsafe(ref mask, 4).AsDouble());
                return Vector512.Create(lower, upper);
            }
        }

        Vector512<double> padded = Vector512<double>.Zero;
        Span<double> entries = MemoryMarshal.CreateSpan(ref Unsafe.As<Vector512<double>, double>(ref padded), Count);
        tail.CopyTo(entries);
        return padded;
    }
}
