using System.Runtime.InteropServices;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.RandomSystems.Zeros;

/// <summary>A double as a real algebra, for values of forms at real points.</summary>
/// <param name="Value">The number.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RealNumber(double Value) : IRealAlgebra<RealNumber>
{
    /// <inheritdoc/>
    public static RealNumber One => new(1);

    /// <inheritdoc/>
    public static RealNumber AddScaled(RealNumber sum, double factor, RealNumber term) =>
        new(Math.FusedMultiplyAdd(factor, term.Value, sum.Value));

    /// <inheritdoc/>
    public static RealNumber AddProduct(RealNumber sum, RealNumber a, RealNumber b) =>
        new(Math.FusedMultiplyAdd(a.Value, b.Value, sum.Value));

    /// <inheritdoc/>
    public static RealNumber Multiply(RealNumber a, RealNumber b) => new(a.Value * b.Value);
}
