using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Verification.Implementation.Numerics.Elementary;

public static partial class ElementaryFunctions
{
    // Up to here three words of π/2 suffice: n < 2²⁷ makes n·(π/2 − the three words) < 2⁻¹³⁶, far below the last place
    // of the smallest reduced argument, and n·(first word) fits a fused multiply-add exactly. Beyond, exact integers.
    private const double ModerateAngle = 134217728;

    private const double TwoOverPi = 0.6366197723675814;

    // π/2 as an unevaluated sum of three doubles, each the remainder of the former ones rounded to 53 bits.
    private const double HalfPi1 = 1.5707963267948966;
    private const double HalfPi2 = 6.123233995736766e-17;
    private const double HalfPi3 = -1.4973849048591698e-33;

    /// <summary>Sine and cosine of each entry of <paramref name="x"/> (radians), each within 1 ULP.</summary>
    /// <param name="x">Any numbers. ±∞ gives NaN; ±0 has itself as sine. Arguments beyond 2²⁷ are reduced exactly, a
    /// thousand times slower.</param>
    /// <param name="sin">The sines, as many as <paramref name="x"/> has entries; may be <paramref name="x"/>
    /// itself.</param>
    /// <param name="cos">The cosines, as many as <paramref name="x"/> has entries; may be <paramref name="x"/>
    /// itself.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void SinCos(ReadOnlySpan<double> x, Span<double> sin, Span<double> cos)
    {
        ThrowIfLengthsDiffer(x, sin, nameof(sin));
        ThrowIfLengthsDiffer(x, cos, nameof(cos));
        ref double source = ref MemoryMarshal.GetReference(x);
        int i = 0;
        for (; i <= x.Length - Lanes; i += Lanes)
        {
            SinCos(Vector512.LoadUnsafe(ref source, (nuint)i), out Vector512<double> s, out Vector512<double> c);
            s.StoreUnsafe(ref MemoryMarshal.GetReference(sin), (nuint)i);
            c.StoreUnsafe(ref MemoryMarshal.GetReference(cos), (nuint)i);
        }

        if (i < x.Length)
        {
            Span<double> lanes = stackalloc double[Lanes];
            lanes.Fill(1);
            x[i..].CopyTo(lanes);
            SinCos(Vector512.Create<double>(lanes), out Vector512<double> s, out Vector512<double> c);
            s.CopyTo(lanes);
            lanes[..(x.Length - i)].CopyTo(sin[i..]);
            c.CopyTo(lanes);
            lanes[..(x.Length - i)].CopyTo(cos[i..]);
        }
    }

    /// <summary>Sine and cosine of <paramref name="x"/> (radians), within 1 ULP; the same bits as the form over
    /// spans.</summary>
    public static (double Sin, double Cos) SinCos(double x)
    {
        SinCos(Vector512.Create(x), out Vector512<double> sin, out Vector512<double> cos);
        return (sin.ToScalar(), cos.ToScalar());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void SinCos(Vector512<double> x, out Vector512<double> sin, out Vector512<double> cos)
    {
        Vector512<double> isModerate = Vector512.LessThanOrEqual(Vector512.Abs(x), Vector512.Create(ModerateAngle));
        Vector512<double> moderate = isModerate & x;

        // n = x·2/π to the nearest integer; r + tail = x − n·π/2.
        Vector512<double> shifted = Fused(moderate, Vector512.Create(TwoOverPi), RoundingShift);
        Vector512<long> n = shifted.AsInt64();
        Vector512<double> minusN = Vector512.Create(RoundingShift) - shifted;
        // Exact: a multiple of 2⁻⁵² (or of x's last place), below 1.
        Vector512<double> a = Fused(minusN, Vector512.Create(HalfPi1), moderate);
        Vector512<double> b = minusN * Vector512.Create(HalfPi2);
        Vector512<double> bTail = Fused(minusN, Vector512.Create(HalfPi2), -b);
        Vector512<double> sum = a + b; // Knuth's two-sum: a may be the smaller one
        Vector512<double> bInSum = sum - a;
        Vector512<double> lost = (a - (sum - bInSum)) + (b - bInSum);
        Vector512<double> rest = Fused(minusN, Vector512.Create(HalfPi3), lost + bTail);
        Vector512<double> r = sum + rest;
        Vector512<double> tail = (sum - r) + rest;

        if (isModerate.AsInt64() != Vector512<long>.AllBitsSet)
            ReduceLargeLanes(x, ref r, ref tail, ref n);

        // Kernels of fdlibm (k_sin.c, k_cos.c) for |r| ≤ π/4 with the tail of the reduced argument; coefficients S1 …
        // S6 and C1 … C6.
        Vector512<double> z = r * r;
        Vector512<double> s = Fused(z, Vector512.Create(1.58969099521155010221e-10), -2.50507602534068634195e-08);
        s = Fused(z, s, 2.75573137070700676789e-06);
        s = Fused(z, s, -1.98412698298579493134e-04);
        s = Fused(z, s, 8.33333333332248946124e-03);
        Vector512<double> cube = z * r;
        Vector512<double> sine = Fused(z, Fused(cube, s, Vector512.Create(-0.5) * tail), tail);
        sine = r + Fused(cube, Vector512.Create(-1.66666666666666324348e-01), sine);

        Vector512<double> c = Fused(z, Vector512.Create(-1.13596475577881948265e-11), 2.08757232129817482790e-09);
        c = Fused(z, c, -2.75573143513906633035e-07);
        c = Fused(z, c, 2.48015872894767294178e-05);
        c = Fused(z, c, -1.38888888888741095749e-03);
        c = Fused(z, c, 4.16666666666666019037e-02);
        Vector512<double> halfSquare = Vector512.Create(0.5) * z;
        Vector512<double> w = Vector512<double>.One - halfSquare;
        Vector512<double> cosine = w + (((Vector512<double>.One - w) - halfSquare) + Fused(z * z, c, -(r * tail)));

        // Quarter turns: n mod 4 = 0, 1, 2, 3 gives (s, c), (c, −s), (−s, −c), (−c, s).
        Vector512<double> isOdd = Vector512.Equals(n & Vector512.Create(1L), Vector512.Create(1L)).AsDouble();
        Vector512<long> sineSign = (n & Vector512.Create(2L)) << 62;
        Vector512<long> cosineSign = ((n + Vector512.Create(1L)) & Vector512.Create(2L)) << 62;
        sin = Vector512.ConditionalSelect(isOdd, cosine, sine) ^ sineSign.AsDouble();
        cos = Vector512.ConditionalSelect(isOdd, sine, cosine) ^ cosineSign.AsDouble();

        Vector512<double> isFinite = Vector512.LessThan(Vector512.Abs(x), Vector512.Create(double.PositiveInfinity));
        sin = Vector512.ConditionalSelect(isFinite, sin, Vector512.Create(double.NaN));
        cos = Vector512.ConditionalSelect(isFinite, cos, Vector512.Create(double.NaN));
        sin = Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<double>.Zero), x, sin);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReduceLargeLanes(
        Vector512<double> x, ref Vector512<double> r, ref Vector512<double> tail, ref Vector512<long> n)
    {
        for (int lane = 0; lane < Lanes; lane++)
        {
            double angle = x.GetElement(lane);
            if (!double.IsFinite(angle) || Math.Abs(angle) <= ModerateAngle)
                continue;
            (int quarterTurns, double head, double rest) = AngleReduction.Reduce(angle);
            r = r.WithElement(lane, head);
            tail = tail.WithElement(lane, rest);
            n = n.WithElement(lane, quarterTurns);
        }
    }
}
