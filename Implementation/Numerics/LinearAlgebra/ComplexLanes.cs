using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Verification.Implementation.Numerics.LinearAlgebra;

/// <summary>Eight complex numbers, one a lane; no operation mixes lanes.</summary>
/// <remarks>Every operation is a fixed sequence of fused multiply-adds, so that a lane has the same bits whatever the
/// others hold and however wide the hardware is.</remarks>
/// <param name="Re">Real parts.</param>
/// <param name="Im">Imaginary parts.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ComplexLanes(Vector512<double> Re, Vector512<double> Im) : IRealAlgebra<ComplexLanes>
{
    /// <inheritdoc/>
    public static ComplexLanes One => new(Vector512<double>.One, Vector512<double>.Zero);

    /// <summary>|z|² on each lane.</summary>
    public Vector512<double> SquaredModulus => Vector512.FusedMultiplyAdd(Re, Re, Im * Im);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes AddScaled(ComplexLanes sum, double factor, ComplexLanes term) =>
        AddScaled(sum, Vector512.Create(factor), term);

    /// <summary>sum + factor·term with a real factor on each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes AddScaled(ComplexLanes sum, Vector512<double> factor, ComplexLanes term) => new(
        Vector512.FusedMultiplyAdd(factor, term.Re, sum.Re), Vector512.FusedMultiplyAdd(factor, term.Im, sum.Im));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes AddProduct(ComplexLanes sum, ComplexLanes a, ComplexLanes b) => new(
        Vector512.FusedMultiplyAdd(a.Re, b.Re, Vector512.FusedMultiplyAdd(-a.Im, b.Im, sum.Re)),
        Vector512.FusedMultiplyAdd(a.Re, b.Im, Vector512.FusedMultiplyAdd(a.Im, b.Re, sum.Im)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes Multiply(ComplexLanes a, ComplexLanes b) => new(
        Vector512.FusedMultiplyAdd(a.Re, b.Re, -(a.Im * b.Im)), Vector512.FusedMultiplyAdd(a.Re, b.Im, a.Im * b.Re));

    /// <inheritdoc/>
    public static ComplexLanes LinearForm(ReadOnlySpan<double> c, ReadOnlySpan<ComplexLanes> x)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(x.Length, c.Length, nameof(x));
        Vector512<double> re = Vector512<double>.Zero, im = Vector512<double>.Zero;
        ref ComplexLanes entry = ref MemoryMarshal.GetReference(x);
        for (int k = 0; k < c.Length; k++)
        {
            Vector512<double> factor = Vector512.Create(c[k]);
            ref readonly ComplexLanes z = ref Unsafe.Add(ref entry, k);
            re = Vector512.FusedMultiplyAdd(factor, z.Re, re);
            im = Vector512.FusedMultiplyAdd(factor, z.Im, im);
        }

        return new(re, im);
    }

    /// <inheritdoc/>
    public static ComplexLanes LinearForm(
        ReadOnlySpan<double> c, ReadOnlySpan<ComplexLanes> x, ComplexLanes weight, Span<ComplexLanes> sums)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(x.Length, c.Length, nameof(x));
        ArgumentOutOfRangeException.ThrowIfNotEqual(sums.Length, c.Length, nameof(sums));
        // The parts in variables of their own, which stay in registers.
        Vector512<double> re = Vector512<double>.Zero, im = Vector512<double>.Zero;
        Vector512<double> weightRe = weight.Re, weightIm = weight.Im;
        ref ComplexLanes entry = ref MemoryMarshal.GetReference(x), sum = ref MemoryMarshal.GetReference(sums);
        for (int k = 0; k < c.Length; k++)
        {
            Vector512<double> factor = Vector512.Create(c[k]);
            ref readonly ComplexLanes z = ref Unsafe.Add(ref entry, k);
            re = Vector512.FusedMultiplyAdd(factor, z.Re, re);
            im = Vector512.FusedMultiplyAdd(factor, z.Im, im);
            ref ComplexLanes s = ref Unsafe.Add(ref sum, k);
            s = new(
                Vector512.FusedMultiplyAdd(factor, weightRe, s.Re), Vector512.FusedMultiplyAdd(factor, weightIm, s.Im));
        }

        return new(re, im);
    }

    /// <summary>factor·z with a real factor on each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes Scale(Vector512<double> factor, ComplexLanes z) => new(factor * z.Re, factor * z.Im);

    /// <summary>1/z; not finite where z = 0 or |z|² leaves the range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes Inverse(ComplexLanes z)
    {
        Vector512<double> factor = Vector512<double>.One / z.SquaredModulus;
        return new(z.Re * factor, -z.Im * factor);
    }

    /// <summary><paramref name="z"/> where the mask is set, else <paramref name="other"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes Select(Vector512<double> mask, ComplexLanes z, ComplexLanes other) => new(
        Vector512.ConditionalSelect(mask, z.Re, other.Re), Vector512.ConditionalSelect(mask, z.Im, other.Im));

    /// <summary>The same numbers with another one in a lane.</summary>
    public ComplexLanes WithLane(int lane, double re, double im) =>
        new(Re.WithElement(lane, re), Im.WithElement(lane, im));
}
