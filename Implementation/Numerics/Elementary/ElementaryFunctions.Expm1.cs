using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Verification.Implementation.Numerics.Elementary;

public static partial class ElementaryFunctions
{
    // exp(−57) < 2⁻⁸²: −1 + exp(x) is −1 after rounding already below −37.5, and staying near it keeps the powers of
    // two normal.
    private const double Expm1Lowest = -57;

    /// <summary>exp(x) − 1 for each entry of <paramref name="x"/>, within 2 ULP and without cancellation near
    /// 0.</summary>
    /// <param name="x">Any numbers. −∞ gives −1, +∞ gives +∞, ±0 gives itself, subnormal numbers give themselves;
    /// overflow above 709.78.</param>
    /// <param name="y">The results, as many as <paramref name="x"/> has entries.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Expm1(ReadOnlySpan<double> x, Span<double> y) => Apply<Expm1Function>(x, y);

    /// <summary>exp(x) − 1, within 2 ULP; the same bits as
    /// <see cref="Expm1(ReadOnlySpan{double}, Span{double})"/>.</summary>
    public static double Expm1(double x) => Expm1(Vector512.Create(x)).ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Expm1(Vector512<double> x)
    {
        Vector512<double> clamped = Select(Vector512.LessThan(x, Vector512.Create(Expm1Lowest)), Expm1Lowest, x);
        clamped = Select(Vector512.GreaterThan(clamped, Vector512.Create(ExpHighest)), ExpHighest, clamped);

        Vector512<double> q = ExpReduced(clamped, out Vector512<double> r, out Vector512<long> k);
        Vector512<double> reduced = r + q;

        // exp(x) − 1 = 2^k·(exp(r) − 1) + (2^k − 1), with 2^k = 2^i·2^j kept apart so that k = 1024 does not overflow
        // too early.
        Vector512<long> j = k >> 1;
        Vector512<double> power = PowerOfTwo(k - j);
        Vector512<double> inversePower = PowerOfTwo(-j);
        Vector512<double> result = Fused(power, reduced, power - inversePower) * PowerOfTwo(j);

        // 0 + (−0) would lose the sign of zero.
        result = Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<double>.Zero), x, result);
        return QuietNaN(x, result);
    }

    private readonly struct Expm1Function : ILaneFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Evaluate(Vector512<double> x) => Expm1(x);
    }
}
