using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.RandomSystems.Zeros;

/// <summary>Solves eight complex linear systems at once, one a lane, by elimination without exchange of rows.</summary>
/// <remarks> Pivots are not sought: the matrices are Jacobians at points of a path, at which a vanishing pivot is an
/// event of real codimension two, and the solutions are corrections, whose error costs a step and no result. A zero
/// pivot gives a solution that is not finite.
/// </remarks>
public static class LaneElimination
{
    /// <summary>Eliminates.</summary>
    /// <param name="augmented">n rows of n + 1 entries, the right side last; destroyed.</param>
    /// <param name="solution">Receives n entries.</param>
    public static void Solve(Span<ComplexLanes> augmented, Span<ComplexLanes> solution)
    {
        int n = solution.Length, stride = n + 1;
        ArgumentOutOfRangeException.ThrowIfNotEqual(augmented.Length, n * stride, nameof(augmented));
        ref ComplexLanes start = ref MemoryMarshal.GetReference(augmented);
        for (int k = 0; k < n; k++)
        {
            ref ComplexLanes pivotRow = ref Unsafe.Add(ref start, k * stride);
            ComplexLanes inverse = ComplexLanes.Inverse(Unsafe.Add(ref pivotRow, k));
            Unsafe.Add(ref pivotRow, k) = inverse;
            for (int i = k + 1; i < n; i++)
            {
                ref ComplexLanes row = ref Unsafe.Add(ref start, i * stride);
                ComplexLanes factor = ComplexLanes.Multiply(Unsafe.Add(ref row, k), inverse);
                Subtract(ref Unsafe.Add(ref row, k + 1), factor, ref Unsafe.Add(ref pivotRow, k + 1), n - k);
            }
        }

        for (int k = n - 1; k >= 0; k--)
        {
            ref ComplexLanes row = ref Unsafe.Add(ref start, k * stride);
            ComplexLanes rest = Unsafe.Add(ref row, n);
            for (int j = k + 1; j < n; j++)
                rest = ComplexLanes.AddProduct(rest, Negative(Unsafe.Add(ref row, j)), solution[j]);
            solution[k] = ComplexLanes.Multiply(rest, Unsafe.Add(ref row, k));
        }
    }

    // row −= factor·pivotRow.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Subtract(
        ref ComplexLanes row, ComplexLanes factor, ref ComplexLanes pivotRow, int count)
    {
        Vector512<double> re = -factor.Re, im = -factor.Im, minus = factor.Im;
        for (int j = 0; j < count; j++)
        {
            ComplexLanes p = Unsafe.Add(ref pivotRow, j);
            ref ComplexLanes r = ref Unsafe.Add(ref row, j);
            r = new(
                Vector512.FusedMultiplyAdd(re, p.Re, Vector512.FusedMultiplyAdd(minus, p.Im, r.Re)),
                Vector512.FusedMultiplyAdd(re, p.Im, Vector512.FusedMultiplyAdd(im, p.Re, r.Im)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ComplexLanes Negative(ComplexLanes z) => new(-z.Re, -z.Im);
}
