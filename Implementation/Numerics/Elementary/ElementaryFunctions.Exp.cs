using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Verification.Implementation.Numerics.Elementary;

public static partial class ElementaryFunctions
{
    // Beyond these the result is 0 or infinite: exp(−745.13…) = 2⁻¹⁰⁷⁵ is half the smallest subnormal and exp(709.78…)
    // = 2¹⁰²⁴. The clamp lies a little outside so that the scaling by powers of two itself rounds to 0, the smallest
    // subnormal or infinity.
    private const double ExpLowest = -746;
    private const double ExpHighest = 710;

    /// <summary>The exponential of each entry of <paramref name="x"/>, within 1 ULP.</summary>
    /// <param name="x">Any numbers. −∞ gives 0, +∞ gives +∞; overflow above 709.78, gradual underflow below −708.39, 0
    /// below −745.13.</param>
    /// <param name="y">The exponentials, as many as <paramref name="x"/> has entries.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Exp(ReadOnlySpan<double> x, Span<double> y) => Apply<ExpFunction>(x, y);

    /// <summary>The exponential of <paramref name="x"/>, within 1 ULP; the same bits as
    /// <see cref="Exp(ReadOnlySpan{double}, Span{double})"/>.</summary>
    public static double Exp(double x) => Exp(Vector512.Create(x)).ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Exp(Vector512<double> x)
    {
        Vector512<double> clamped = Select(Vector512.LessThan(x, Vector512.Create(ExpLowest)), ExpLowest, x);
        clamped = Select(Vector512.GreaterThan(clamped, Vector512.Create(ExpHighest)), ExpHighest, clamped);

        Vector512<double> q = ExpReduced(clamped, out Vector512<double> r, out Vector512<long> k);
        Vector512<double> significand = Vector512<double>.One + (r + q);

        // Two factors, as 2^k alone leaves the range of normal numbers: the first product is exact, the second rounds
        // once into the subnormal numbers or to infinity.
        Vector512<long> half = k >> 1;
        return QuietNaN(x, significand * PowerOfTwo(half) * PowerOfTwo(k - half));
    }

    /// <summary>Writes x = k·log 2 + r + (a tail) with |r| ≤ ½ log 2, and returns exp(r + tail) − 1 − r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExpReduced(Vector512<double> x, out Vector512<double> r, out Vector512<long> k)
    {
        Vector512<double> shifted = Fused(x, Vector512.Create(InverseLog2), RoundingShift);
        k = shifted.AsInt64() - Vector512.Create(RoundingShiftBits);
        Vector512<double> minusK = Vector512.Create(RoundingShift) - shifted;

        // The first difference is exact: x and k·Log2High agree to a few bits, and it is a multiple of the smaller last
        // place.
        Vector512<double> high = Fused(minusK, Vector512.Create(Log2High), x);
        r = Fused(minusK, Vector512.Create(Log2Low), high);
        Vector512<double> tail = Fused(minusK, Vector512.Create(Log2Low), high - r);

        // Taylor's series to degree 13: the first term left out is 0.3466¹⁴/14! < 2⁻⁵⁷. Pairs (Estrin) shorten the
        // chain of additions.
        Vector512<double> r2 = r * r;
        Vector512<double> r4 = r2 * r2;
        Vector512<double> c23 = Fused(r, Vector512.Create(1.0 / 6), 1.0 / 2);
        Vector512<double> c45 = Fused(r, Vector512.Create(1.0 / 120), 1.0 / 24);
        Vector512<double> c67 = Fused(r, Vector512.Create(1.0 / 5040), 1.0 / 720);
        Vector512<double> c89 = Fused(r, Vector512.Create(1.0 / 362880), 1.0 / 40320);
        Vector512<double> cAB = Fused(r, Vector512.Create(1.0 / 39916800), 1.0 / 3628800);
        Vector512<double> cCD = Fused(r, Vector512.Create(1.0 / 6227020800), 1.0 / 479001600);
        Vector512<double> c2345 = Fused(r2, c45, c23);
        Vector512<double> c6789 = Fused(r2, c89, c67);
        Vector512<double> cABCD = Fused(r2, cCD, cAB);
        Vector512<double> series = Fused(r4, Fused(r4, cABCD, c6789), c2345);
        return Fused(r2, series, tail);
    }

    private readonly struct ExpFunction : ILaneFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Evaluate(Vector512<double> x) => Exp(x);
    }
}
