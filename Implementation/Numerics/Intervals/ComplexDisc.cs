using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.Numerics.Intervals;

// Circular arithmetic. Each operation rounds the center to nearest by fused multiply-adds and puts a bound of that
// rounding into the radius. With u = 2⁻⁵³ and |z|₁ = |Re z| + |Im z| ≥ |z|:
//   c·x + s:  one rounding in each coordinate, together at most u|result|₁;
//   a·b + s:  the inner fused multiply-add errs by u(|a.Im·b.Im| + |s.Re|)(1 + u) at most, the outer one by u|result|;
//             both coordinates together by u(|a|₁|b|₁ + |s|₁)(1 + u) + u|result|₁.
// Radii are sums and products of nonnegative numbers with fewer than ten roundings: (1 + u)¹⁰ < 1 + 12u covers them
// and the factors 1 + u above. What underflow takes from centers and radii is below 10⁻³⁰⁰ an operation.

/// <summary>A disc {z : |z − center| ≤ radius} of complex numbers, for rigorous bounds: the result of an operation
/// contains the exact result for every choice of numbers from the operands.</summary>
/// <remarks>Not finite results contain everything. Radii are not negative.</remarks>
/// <param name="Re">Real part of the center.</param>
/// <param name="Im">Imaginary part of the center.</param>
/// <param name="Radius">Radius.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ComplexDisc(double Re, double Im, double Radius) : IRealAlgebra<ComplexDisc>
{
    private const double Rounding = 1.1102230246251565e-16, Inflation = 1 + 12 * Rounding, Tiny = 1e-300;

    // Squares below are rounded by underflow, which the root would make large.
    private const double LeastSquare = 1e-280;

    /// <inheritdoc/>
    public static ComplexDisc One => new(1, 0, 0);

    /// <summary>Upper bound of |z| over the disc; infinite where the disc is not finite.</summary>
    public double Magnitude
    {
        get
        {
            double square = Math.FusedMultiplyAdd(Re, Re, Im * Im);
            return Bound((square < LeastSquare ? Taxicab : Math.Sqrt(square)) + Radius);
        }
    }

    private double Taxicab => Math.Abs(Re) + Math.Abs(Im);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexDisc AddScaled(ComplexDisc sum, double factor, ComplexDisc term)
    {
        double re = Math.FusedMultiplyAdd(factor, term.Re, sum.Re);
        double im = Math.FusedMultiplyAdd(factor, term.Im, sum.Im);
        return new(
            re, im, Bound(
                sum.Radius + Math.Abs(factor) * term.Radius + Rounding * (Math.Abs(re) + Math.Abs(im))));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexDisc AddProduct(ComplexDisc sum, ComplexDisc a, ComplexDisc b)
    {
        double re = Math.FusedMultiplyAdd(a.Re, b.Re, Math.FusedMultiplyAdd(-a.Im, b.Im, sum.Re));
        double im = Math.FusedMultiplyAdd(a.Re, b.Im, Math.FusedMultiplyAdd(a.Im, b.Re, sum.Im));
        double left = a.Taxicab, right = b.Taxicab;
        double rounding = Rounding * (left * right + sum.Taxicab + Math.Abs(re) + Math.Abs(im));
        return new(re, im, Bound(sum.Radius + left * b.Radius + a.Radius * (right + b.Radius) + rounding));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexDisc Multiply(ComplexDisc a, ComplexDisc b) => AddProduct(default, a, b);

    // NaN, which a disc without bound has, becomes ∞.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Bound(double radius) =>
        radius < double.PositiveInfinity ? radius * Inflation + Tiny : double.PositiveInfinity;
}
