using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Verification.Implementation.Numerics.Elementary;

public static partial class ElementaryFunctions
{
    /// <summary>The hyperbolic tangent of each entry of <paramref name="x"/>, within 3 ULP.</summary>
    /// <param name="x">Any numbers. ±∞ gives ±1, ±0 gives itself; the result is odd in <paramref name="x"/>, bit for
    /// bit.</param>
    /// <param name="y">The results in [−1, 1], as many as <paramref name="x"/> has entries.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Tanh(ReadOnlySpan<double> x, Span<double> y) => Apply<TanhFunction>(x, y);

    /// <summary>The hyperbolic tangent of <paramref name="x"/>, within 3 ULP; the same bits as
    /// <see cref="Tanh(ReadOnlySpan{double}, Span{double})"/>.</summary>
    public static double Tanh(double x) => Tanh(Vector512.Create(x)).ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Tanh(Vector512<double> x)
    {
        // tanh|x| = −t / (2 + t) with t = exp(−2|x|) − 1 in [−1, 0]: no cancellation, no overflow, and 1 exactly once t
        // is −1.
        Vector512<double> sign = x & Vector512.Create(-0.0);
        Vector512<double> magnitude = Vector512.AndNot(x, Vector512.Create(-0.0));
        Vector512<double> t = Expm1(magnitude * Vector512.Create(-2.0));
        Vector512<double> ratio = -t / (Vector512.Create(2.0) + t);
        return QuietNaN(x, Vector512.AndNot(ratio, Vector512.Create(-0.0)) | sign);
    }

    private readonly struct TanhFunction : ILaneFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Evaluate(Vector512<double> x) => Tanh(x);
    }
}
