using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.Numerics.LinearAlgebra;

// Letters: B upper bidiagonal with diagonal a_1 … a_d and superdiagonal b_1 … b_{d−1}; T = BᵀB has T_ii = a_i² +
// b_{i−1}² and T_{i,i+1} = a_i b_i. T − xI = LDLᵀ in the differential form of K. V. Fernando and B. Parlett (Numer.
// Math. 67, 1994), which needs squares only:
//
//     s_1 = −x,   D_i = a_i² + s_i,   s_{i+1} = b_i² (s_i/D_i) − x.
//
// By Sylvester's law of inertia the number of negative D_i is the number of eigenvalues below x. In floating point it
// is the exact number for squares a_i², b_i² that are perturbed by at most four units in the last place each, which
// moves eigenvalues by a factor within 1 ± 8d·2⁻⁵³ or so; enclosures are widened by that.

/// <summary>The tridiagonal matrix T = BᵀB of an upper bidiagonal matrix B, known by the squares of its entries; its
/// eigenvalues are counted and bracketed in O(d). Immutable.</summary>
/// <remarks>Squares are expected between 10⁻¹⁰⁰ and 10¹⁰⁰ or exactly zero, so that nothing overflows. The same bits on
/// every machine.</remarks>
public sealed class BidiagonalGram
{
    // A pivot that vanishes is taken as a negative number that any other swamps: the eigenvalue that x has hit counts
    // as below x.
    private const double Tiny = 1e-200;

    private readonly double[] _diagonal;
    private readonly double[] _superdiagonal;

    /// <summary>The matrix with given squares.</summary>
    /// <param name="diagonalSquares">a_i², d ≥ 1 of them, finite and not negative.</param>
    /// <param name="superdiagonalSquares">b_i², d − 1 of them, likewise.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or an entry is negative or not finite.</exception>
    public BidiagonalGram(ReadOnlySpan<double> diagonalSquares, ReadOnlySpan<double> superdiagonalSquares)
    {
        if (diagonalSquares.IsEmpty || superdiagonalSquares.Length != diagonalSquares.Length - 1)
        {
            throw new ArgumentException(
                $"A diagonal of d ≥ 1 squares goes with d − 1 above it, not {diagonalSquares.Length} with "
                    + $"{superdiagonalSquares.Length}.",
                nameof(superdiagonalSquares));
        }

        foreach (double square in (ReadOnlySpan<double>)[.. diagonalSquares, .. superdiagonalSquares])
        {
            if (!(square >= 0 && double.IsFinite(square)))
                throw new ArgumentException(
                    $"Squares are finite and not negative; {square} is not.", nameof(diagonalSquares));
        }

        _diagonal = [.. diagonalSquares];
        _superdiagonal = [.. superdiagonalSquares];
    }

    /// <summary>d.</summary>
    public int Size => _diagonal.Length;

    /// <summary>T_ii = a_i² + b_{i−1}², i from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public double DiagonalEntry(int i)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)i, (uint)Size, nameof(i));
        return i == 0 ? _diagonal[0] : _diagonal[i] + _superdiagonal[i - 1];
    }

    /// <summary>tr(T − cI).</summary>
    public double TraceAgainst(double c)
    {
        double sum = 0;
        for (int i = 0; i < Size; i++)
            sum += DiagonalEntry(i) - c;
        return sum;
    }

    /// <summary>‖T − cI‖_F².</summary>
    public double SquaredDistance(double c)
    {
        double sum = 0;
        for (int i = 0; i < Size; i++)
        {
            double entry = DiagonalEntry(i) - c;
            sum = Math.FusedMultiplyAdd(entry, entry, sum);
            if (i < Size - 1)
                sum = Math.FusedMultiplyAdd(2 * _diagonal[i], _superdiagonal[i], sum);
        }

        return sum;
    }

    /// <summary>The number of eigenvalues below each of <paramref name="x"/>, sixteen at a time.</summary>
    /// <param name="x">Finite numbers.</param>
    /// <param name="counts">As many counts, overwritten.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void CountBelow(ReadOnlySpan<double> x, Span<int> counts)
    {
        if (x.Length != counts.Length)
            throw new ArgumentException(
                $"{x.Length} numbers need as many counts, not {counts.Length}.", nameof(counts));
        Span<double> padded = stackalloc double[2 * Lanes.Count];
        for (int start = 0; start < x.Length; start += padded.Length)
        {
            int length = Math.Min(padded.Length, x.Length - start);
            padded.Clear();
            x.Slice(start, length).CopyTo(padded);
            CountBelow(padded);
            for (int i = 0; i < length; i++)
                counts[start + i] = (int)padded[i];
        }
    }

    /// <summary>The number of eigenvalues below <paramref name="x"/>.</summary>
    public int CountBelow(double x) => Negatives(x, Size);

    /// <summary>Two numbers that enclose the least eigenvalue, found by bisection.</summary>
    /// <param name="width">Width of the enclosure in units of the least diagonal entry, in [2⁻⁴⁸, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is out of range.</exception>
    public (double Lower, double Upper) LeastEigenvalue(double width)
    {
        ThrowIfTooNarrow(width);
        double upper = double.PositiveInfinity;
        for (int i = 0; i < Size; i++)
            upper = Math.Min(upper, DiagonalEntry(i));

        // Rayleigh's quotient of a unit vector: no eigenvalue below 0, one at or below the least diagonal entry.
        double lower = 0;
        double least = width * upper;
        while (upper - lower > least)
        {
            double middle = lower + (upper - lower) / 2;
            if (Negatives(middle, most: 1) > 0)
                upper = middle;
            else
                lower = middle;
        }

        return Widened(lower, upper);
    }

    /// <summary>Two numbers that enclose the largest eigenvalue, found by bisection.</summary>
    /// <param name="width">Width of the enclosure in units of the largest row sum of magnitudes, in [2⁻⁴⁸, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is out of range.</exception>
    public (double Lower, double Upper) LargestEigenvalue(double width)
    {
        ThrowIfTooNarrow(width);

        // Gershgorin's circles.
        double upper = 0;
        double before = 0;
        for (int i = 0; i < Size; i++)
        {
            double after = i < Size - 1 ? Math.Sqrt(_diagonal[i] * _superdiagonal[i]) : 0;
            upper = Math.Max(upper, DiagonalEntry(i) + before + after);
            before = after;
        }

        double lower = 0;
        double least = width * upper;
        while (upper - lower > least)
        {
            double middle = lower + (upper - lower) / 2;
            if (CountBelow(middle) == Size)
                upper = middle;
            else
                lower = middle;
        }

        return Widened(lower, upper);
    }

    private (double Lower, double Upper) Widened(double lower, double upper)
    {
        double rounding = 8.0 * Size * UnitRoundoff;
        return (lower * (1 - rounding), upper * (1 + rounding));
    }

    private static void ThrowIfTooNarrow(double width)
    {
        if (!(width >= 3.552713678800501e-15 && width <= 1))
            throw new ArgumentOutOfRangeException(
                nameof(width), width, "The width of an enclosure lies between 2⁻⁴⁸ and 1.");
    }

    // Compiled in full at once: a claim spends most of its first second in these two loops.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Negatives(double x, int most)
    {
        int count = 0;
        double s = -x;
        for (int i = 0; ; i++)
        {
            double pivot = _diagonal[i] + s;
            if (Math.Abs(pivot) < Tiny)
                pivot = -Tiny;
            if (pivot < 0 && ++count == most)
                return count;
            if (i == _superdiagonal.Length)
                return count;
            s = Math.FusedMultiplyAdd(_superdiagonal[i], s / pivot, -x);
        }
    }

    // Two chains of eight: one divides while the other waits.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountBelow(Span<double> sixteen)
    {
        var x = Vector512.Create<double>(sixteen);
        var y = Vector512.Create<double>(sixteen[Lanes.Count..]);
        Vector512<double> countX = Vector512<double>.Zero;
        Vector512<double> countY = Vector512<double>.Zero;
        Vector512<double> s = -x;
        Vector512<double> t = -y;
        for (int i = 0; ; i++)
        {
            var diagonal = Vector512.Create(_diagonal[i]);
            Vector512<double> pivotX = AwayFromZero(diagonal + s);
            Vector512<double> pivotY = AwayFromZero(diagonal + t);
            countX += Vector512.LessThan(pivotX, Vector512<double>.Zero) & Vector512<double>.One;
            countY += Vector512.LessThan(pivotY, Vector512<double>.Zero) & Vector512<double>.One;
            if (i == _superdiagonal.Length)
                break;
            var superdiagonal = Vector512.Create(_superdiagonal[i]);
            s = Vector512.FusedMultiplyAdd(superdiagonal, s / pivotX, -x);
            t = Vector512.FusedMultiplyAdd(superdiagonal, t / pivotY, -y);
        }

        countX.CopyTo(sixteen);
        countY.CopyTo(sixteen[Lanes.Count..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> AwayFromZero(Vector512<double> pivot)
    {
        var tiny = Vector512.Create(Tiny);
        return Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Abs(pivot), tiny), -tiny, pivot);
    }
}
