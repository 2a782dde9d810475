using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Verification.Implementation.Numerics.Elementary;

// Why own functions: Math.Exp and its kin call the C library of the platform, whose last bits differ between machines.
// Here every step is an IEEE 754 operation (+, −, ×, ÷, fused multiply-add) or an integer operation on the bits, in an
// order that the source fixes, so the result has the same bits wherever the code runs. The kernels are written once, on
// eight lanes: Vector512 is split or emulated where the hardware is narrower, and a scalar call is a call with one lane
// filled.
//
// The notation follows fdlibm (Sun Microsystems, 1993; https://www.netlib.org/fdlibm), from which the minimax
// coefficients of the logarithm, sine and cosine come: k for the exponent taken out, r for the reduced argument, f = m
// − 1 for a significand m near 1.

/// <summary>Exponential, logarithm, sine, cosine and hyperbolic tangent with the same bits on every machine.</summary>
/// <remarks>
/// <para>
/// Each function comes for a span and for one number; both give the same bits. The span forms require spans of equal
/// length; the output may be the input itself, but must not overlap it in part. Nothing is allocated, except by sine
/// and cosine of arguments beyond 2²⁷, which are reduced with exact integers.
/// </para>
/// <para>
/// Errors are in units in the last place of the exact result (ULP), and are asserted against a 60-digit reference in
/// the tests. NaN gives <see cref="double.NaN"/> with the bits of that constant, whatever the payload of the input. All
/// members are thread-safe.
/// </para>
/// </remarks>
public static partial class ElementaryFunctions
{
    private const int Lanes = 8;

    // Adding 1.5·2⁵² to |x| < 2⁵¹ rounds x to an integer (ties to even) and leaves that integer in the low bits of the
    // significand: a conversion to integer that is an addition, hence the same everywhere.
    private const double RoundingShift = 6755399441055744.0;
    private const long RoundingShiftBits = 0x4338000000000000;

    // log 2 as an unevaluated sum: the first number is log 2 rounded to 53 bits, the second the remainder rounded to 53
    // bits.
    private const double Log2High = 0.6931471805599453;
    private const double Log2Low = 2.3190468138462996e-17;

    private const double InverseLog2 = 1.4426950408889634;

    private const long SignificandMask = 0x000FFFFFFFFFFFFF;

    /// <summary>One function of eight lanes; a type so that the loop over a span is compiled once for each function,
    /// without calls through pointers.</summary>
    private interface ILaneFunction
    {
        static abstract Vector512<double> Evaluate(Vector512<double> x);
    }

    private static void Apply<TFunction>(ReadOnlySpan<double> x, Span<double> y)
        where TFunction : struct, ILaneFunction
    {
        ThrowIfLengthsDiffer(x, y, nameof(y));
        ref double source = ref MemoryMarshal.GetReference(x);
        ref double target = ref MemoryMarshal.GetReference(y);
        int i = 0;
        for (; i <= x.Length - Lanes; i += Lanes)
            TFunction.Evaluate(Vector512.LoadUnsafe(ref source, (nuint)i)).StoreUnsafe(ref target, (nuint)i);
        if (i < x.Length)
        {
            // Lanes beyond the end hold 1, for which every function is finite and fast.
            Span<double> lanes = stackalloc double[Lanes];
            lanes.Fill(1);
            x[i..].CopyTo(lanes);
            TFunction.Evaluate(Vector512.Create<double>(lanes)).CopyTo(lanes);
            lanes[..(x.Length - i)].CopyTo(y[i..]);
        }
    }

    private static void ThrowIfLengthsDiffer(ReadOnlySpan<double> x, ReadOnlySpan<double> y, string name)
    {
        if (x.Length != y.Length)
            throw new ArgumentException(
                $"The output has length {y.Length}, the input {x.Length}; they have to be equal.", name);
    }

    /// <summary>2^k for integers −1022 ≤ k ≤ 1023.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> PowerOfTwo(Vector512<long> k) => ((k + Vector512.Create(1023L)) << 52).AsDouble();

    /// <summary>a·b + c, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Fused(Vector512<double> a, Vector512<double> b, Vector512<double> c) =>
        Vector512.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Fused(Vector512<double> a, Vector512<double> b, double c) =>
        Vector512.FusedMultiplyAdd(a, b, Vector512.Create(c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Select(Vector512<double> condition, double ifTrue, Vector512<double> otherwise) =>
        Vector512.ConditionalSelect(condition, Vector512.Create(ifTrue), otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> QuietNaN(Vector512<double> x, Vector512<double> result) =>
        Vector512.ConditionalSelect(Vector512.Equals(x, x), result, Vector512.Create(double.NaN));
}
