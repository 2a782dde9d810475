using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Verification.Implementation.Numerics.Elementary;

public static partial class ElementaryFunctions
{
    // Bits of √½ rounded up to 20 bits of significand: subtracting them moves the cut between exponents from 1 to √½,
    // so that the significand lies in [√½, √2).
    private const long RootOfHalfBits = 0x3FE6A09F00000000;

    /// <summary>The natural logarithm of each entry of <paramref name="x"/>, within 1 ULP.</summary>
    /// <param name="x">Any numbers. ±0 gives −∞, negative numbers and −∞ give NaN, +∞ gives +∞; subnormal numbers are
    /// exact inputs like others.</param>
    /// <param name="y">The logarithms, as many as <paramref name="x"/> has entries.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Log(ReadOnlySpan<double> x, Span<double> y) => Apply<LogFunction>(x, y);

    /// <summary>The natural logarithm of <paramref name="x"/>, within 1 ULP; the same bits as
    /// <see cref="Log(ReadOnlySpan{double}, Span{double})"/>.</summary>
    public static double Log(double x) => Log(Vector512.Create(x)).ToScalar();

    /// <summary>log(1 + x) for each entry of <paramref name="x"/>, within 2 ULP and without cancellation near
    /// 0.</summary>
    /// <param name="x">Any numbers. −1 gives −∞, smaller numbers give NaN, +∞ gives +∞, ±0 gives itself.</param>
    /// <param name="y">The logarithms, as many as <paramref name="x"/> has entries.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Log1p(ReadOnlySpan<double> x, Span<double> y) => Apply<Log1pFunction>(x, y);

    /// <summary>log(1 + x), within 2 ULP; the same bits as
    /// <see cref="Log1p(ReadOnlySpan{double}, Span{double})"/>.</summary>
    public static double Log1p(double x) => Log1p(Vector512.Create(x)).ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Log(Vector512<double> x)
    {
        // Subnormal numbers are brought into the normal range by 2⁵⁴, which the exponent gives back.
        const double SmallestNormal = 2.2250738585072014e-308;
        const double TwoTo54 = 18014398509481984;
        Vector512<double> isSubnormal = Vector512.LessThan(x, Vector512.Create(SmallestNormal));
        Vector512<double> normal = Vector512.ConditionalSelect(isSubnormal, x * Vector512.Create(TwoTo54), x);

        Vector512<double> m = Significand(normal, out Vector512<double> k);
        k -= isSubnormal & Vector512.Create(54.0);
        Vector512<double> result = LogReduced(m - Vector512<double>.One, k, Vector512<double>.Zero);
        return LogSpecialValues(x, Vector512<double>.Zero, result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Log1p(Vector512<double> x)
    {
        Vector512<double> one = Vector512<double>.One;
        Vector512<double> u = one + x;

        // What rounding 1 + x lost (the branch without a test: Knuth's two-sum), to be given back to first order as
        // lost / u.
        Vector512<double> xInU = u - one;
        Vector512<double> lost = (one - (u - xInU)) + (x - xInU);

        Vector512<double> m = Significand(u, out Vector512<double> k);
        Vector512<double> isUnscaled = Vector512.Equals(k, Vector512<double>.Zero);
        Vector512<double> f = Vector512.ConditionalSelect(isUnscaled, x, m - one);
        Vector512<double> correction = Vector512.ConditionalSelect(isUnscaled, Vector512<double>.Zero, lost / u);
        Vector512<double> result = LogReduced(f, k, correction);

        result = LogSpecialValues(x, Vector512.Create(-1.0), result);
        return Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<double>.Zero), x, result);
    }

    /// <summary>Writes a positive normal x as 2^k·m with m in [√½, √2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Significand(Vector512<double> x, out Vector512<double> k)
    {
        Vector512<long> cut = x.AsInt64() - Vector512.Create(RootOfHalfBits);
        k = ((cut >> 52) + Vector512.Create(RoundingShiftBits)).AsDouble() - Vector512.Create(RoundingShift);
        return ((cut & Vector512.Create(SignificandMask)) + Vector512.Create(RootOfHalfBits)).AsDouble();
    }

    /// <summary>k·log 2 + log(1 + f) + correction, for 1 + f in [√½, √2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogReduced(Vector512<double> f, Vector512<double> k, Vector512<double> correction)
    {
        // log(1 + f) = 2s + s·R(s²) with s = f/(2 + f), rearranged as f − (f²/2 − s·(f²/2 + R)) so that f enters
        // exactly (fdlibm e_log.c; its coefficients Lg1 … Lg7, error of the polynomial < 2⁻⁵⁸·⁴⁵).
        Vector512<double> s = f / (Vector512.Create(2.0) + f);
        Vector512<double> z = s * s;
        Vector512<double> w = z * z;
        Vector512<double> even = Fused(w, Vector512.Create(1.531383769920937332e-01), 2.222219843214978396e-01);
        even = w * Fused(w, even, 3.999999999940941908e-01);
        Vector512<double> odd = Fused(w, Vector512.Create(1.479819860511658591e-01), 1.818357216161805012e-01);
        odd = Fused(w, odd, 2.857142874366239149e-01);
        odd = z * Fused(w, odd, 6.666666666666735130e-01);
        Vector512<double> halfSquare = Vector512.Create(0.5) * f * f;
        Vector512<double> small = Fused(s, halfSquare + (even + odd), Fused(k, Vector512.Create(Log2Low), correction));
        return Fused(k, Vector512.Create(Log2High), f - (halfSquare - small));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogSpecialValues(
        Vector512<double> x, Vector512<double> pole, Vector512<double> result)
    {
        result = Select(
            Vector512.Equals(x, Vector512.Create(double.PositiveInfinity)), double.PositiveInfinity, result);
        result = Select(Vector512.Equals(x, pole), double.NegativeInfinity, result);
        // Written so that NaN fails the comparison too.
        return Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(x, pole), result, Vector512.Create(double.NaN));
    }

    private readonly struct LogFunction : ILaneFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Evaluate(Vector512<double> x) => Log(x);
    }

    private readonly struct Log1pFunction : ILaneFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Evaluate(Vector512<double> x) => Log1p(x);
    }
}
