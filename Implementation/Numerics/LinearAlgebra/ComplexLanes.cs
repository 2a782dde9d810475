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
