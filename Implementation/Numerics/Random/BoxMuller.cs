using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Verification.Implementation.Numerics.Random;

// Box and Muller (1958, doi:10.1214/aoms/1177706645): for u uniform on (0, 1) and an angle θ uniform on the circle, the
// pair √(−2 log u)·(cos θ, sin θ) is a pair of independent standard normals.
//
//     u   (k + ½)·2⁻⁵² with k the upper 52 bits of the first word: never 0 or 1, so that no special value arises
//     t   k'·2⁻⁵² − ½ with k' the upper 52 bits of the second word: θ₀ = t·π/2 lies within ±π/4 and needs no reduction
//     bits 0, 1, 2 of the second word: sign of the first coordinate, sign of the second, exchange of the two;
//         these eight symmetries of the square carry the sector |θ₀| ≤ π/4 over the circle (twice)
//
// The polynomials are minimax fits (Remez, 60 digits, coefficients rounded to double) on exactly these intervals; the
// tests assert the error of the pair, constants included, against a 60-digit reference.

/// <summary>The transformation of two 64-bit words into two standard normals, on eight lanes.</summary>
/// <remarks>
/// Both results are accurate to 4 ULP. Their magnitude is at most √(106 log 2) = 8.572; a standard normal exceeds that
/// with probability 1.0·10⁻¹⁷.
/// </remarks>
internal static class BoxMuller
{
    private const long OneBits = 0x3FF0000000000000;
    private const long RootOfHalfBits = 0x3FE6A09F00000000;
    private const long SignificandMask = 0x000FFFFFFFFFFFFF;
    private const double RoundingShift = 6755399441055744.0;
    private const long RoundingShiftBits = 0x4338000000000000;

    /// <summary>Replaces words by pairs of normals: in each group of 16, eight first coordinates and eight second
    /// ones.</summary>
    /// <remarks>
    /// Two passes, the squared radius and then the rest: the chain of dependent operations of a pair is longer than
    /// what the processor looks ahead, and halves of it overlap better (a C transcription on an AVX-512 server: 1.3
    /// against 1.8 ns a number).
    /// </remarks>
    /// <param name="words">The first of the words.</param>
    /// <param name="count">How many words; a multiple of 16.</param>
    public static void TransformInPlace(ref ulong words, nuint count)
    {
        for (nuint i = 0; i < count; i += Philox4x32.WordsPerGroup)
            MinusTwoLog(OpenUniform(Vector512.LoadUnsafe(ref words, i))).AsUInt64().StoreUnsafe(ref words, i);

        for (nuint i = 0; i < count; i += Philox4x32.WordsPerGroup)
        {
            Vector512<double> radius = Vector512.Sqrt(Vector512.LoadUnsafe(ref words, i).AsDouble());
            Vector512<ulong> second = Vector512.LoadUnsafe(ref words, i + Philox4x32.BlocksPerGroup);
            Rotate(radius, second, out Vector512<double> x, out Vector512<double> y);
            x.AsUInt64().StoreUnsafe(ref words, i);
            y.AsUInt64().StoreUnsafe(ref words, i + Philox4x32.BlocksPerGroup);
        }
    }

    /// <summary>√(−2 log u) for u of the given words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Radius(Vector512<ulong> first) => Vector512.Sqrt(MinusTwoLog(OpenUniform(first)));

    /// <summary>The points at the given radius whose angle and symmetry come from the given words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rotate(
        Vector512<double> radius, Vector512<ulong> second, out Vector512<double> x, out Vector512<double> y)
    {
        Vector512<double> t =
            ((second >> 12) | Vector512.Create((ulong)OneBits)).AsDouble() - Vector512.Create(1.5);
        SinCosOfQuarterTurns(t, out Vector512<double> sine, out Vector512<double> cosine);

        Vector512<double> a = radius * cosine;
        Vector512<double> b = radius * sine;
        Vector512<double> keeps = Vector512.Equals(second & Vector512.Create(4UL), Vector512<ulong>.Zero).AsDouble();
        Vector512<double> signBit = Vector512.Create(-0.0);
        x = Vector512.ConditionalSelect(keeps, a, b) ^ (second << 63).AsDouble();
        y = Vector512.ConditionalSelect(keeps, b, a) ^ ((second << 62).AsDouble() & signBit);
    }

    /// <summary>(k + ½)·2⁻⁵² with k the upper 52 bits of each word: the subtraction from [1, 2) is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> OpenUniform(Vector512<ulong> word) =>
        ((word >> 12) | Vector512.Create((ulong)OneBits)).AsDouble() - Vector512.Create(1 - 1.1102230246251565e-16);

    /// <summary>−2 log u for normal u.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> MinusTwoLog(Vector512<double> u)
    {
        Vector512<long> cut = u.AsInt64() - Vector512.Create(RootOfHalfBits);
        Vector512<double> k =
            ((cut >> 52) + Vector512.Create(RoundingShiftBits)).AsDouble() - Vector512.Create(RoundingShift);
        Vector512<double> m = ((cut & Vector512.Create(SignificandMask)) + Vector512.Create(RootOfHalfBits)).AsDouble();

        // −2 log m = s·(−4 + w·Q(w)), s = (m − 1)/(m + 1), w = s² ≤ ((√2 − 1)/(√2 + 1))²; relative error of Q's part <
        // 2⁻⁵⁹.
        Vector512<double> s = (m - Vector512<double>.One) / (m + Vector512<double>.One);
        Vector512<double> w = s * s;
        Vector512<double> w2 = w * w;
        Vector512<double> q01 = Fused(w, -0.7999999999882936, -1.3333333333333468);
        Vector512<double> q23 = Fused(w, -0.44444397146363657, -0.5714285748477469);
        Vector512<double> q45 = Fused(w, -0.30628101008342545, -0.3636712865439928);
        Vector512<double> q456 = Vector512.FusedMultiplyAdd(w2, Vector512.Create(-0.2959190077126475), q45);
        Vector512<double> q = Vector512.FusedMultiplyAdd(w2, Vector512.FusedMultiplyAdd(w2, q456, q23), q01);
        Vector512<double> factor = Vector512.FusedMultiplyAdd(w, q, Vector512.Create(-4.0));
        return Vector512.FusedMultiplyAdd(k, Vector512.Create(-1.3862943611198906), s * factor);
    }

    /// <summary>Sine and cosine of t·π/2 for |t| ≤ ½.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SinCosOfQuarterTurns(
        Vector512<double> t, out Vector512<double> sine, out Vector512<double> cosine)
    {
        Vector512<double> z = t * t;
        Vector512<double> z2 = z * z;

        // t·S(t²), relative error < 2⁻⁵⁸.
        Vector512<double> s01 = Fused(z, -0.6459640975062443, 1.5707963267948966);
        Vector512<double> s23 = Fused(z, -0.004681754132282457, 0.07969262624603957);
        Vector512<double> s45 = Fused(z, -3.598641755244711e-06, 0.00016044115029191622);
        Vector512<double> s456 = Vector512.FusedMultiplyAdd(z2, Vector512.Create(5.633721100202825e-08), s45);
        sine = t * Vector512.FusedMultiplyAdd(z2, Vector512.FusedMultiplyAdd(z2, s456, s23), s01);

        // 1 + t²·C(t²), relative error < 2⁻⁵³·⁸.
        Vector512<double> c01 = Fused(z, 0.25366950789995935, -1.2337005501361553);
        Vector512<double> c23 = Fused(z, 0.000919259954146137, -0.020863480735867183);
        Vector512<double> c45 = Fused(z, 4.6553371878822096e-07, -2.5200143053959496e-05);
        Vector512<double> c = Vector512.FusedMultiplyAdd(z2, Vector512.FusedMultiplyAdd(z2, c45, c23), c01);
        cosine = Vector512.FusedMultiplyAdd(z, c, Vector512<double>.One);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Fused(Vector512<double> x, double slope, double intercept) =>
        Vector512.FusedMultiplyAdd(x, Vector512.Create(slope), Vector512.Create(intercept));
}
