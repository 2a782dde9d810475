using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.Numerics.LinearAlgebra;

/// <summary>A proven bound of the error of computed singular values, from the computed singular vectors.</summary>
/// <remarks>
/// Let F = A − UΣVᵀ, δ ≥ ‖UᵀU − I‖ and ε ≥ ‖VᵀV − I‖, both below 1, and U = Q_U·P_U, V = Q_V·P_V the polar
/// decompositions, so that ‖P_U − I‖ ≤ δ and ‖P_V − I‖ ≤ ε. The singular values of UΣVᵀ are those of P_UΣP_V, the i-th
/// between (1 − δ)(1 − ε)s_i and (1 + δ)(1 + ε)s_i, and by Weyl's inequality those of A differ by no more than ‖F‖
/// from them: small ones keep their relative accuracy as far as ‖F‖ is small. How the factors were found does not
/// matter. Norms are bounded by Frobenius norms, rounding as in <see cref="OrthonormalityDefect"/>.
/// </remarks>
public static class SingularValueBound
{
    // Norms and the final expression are sums and products of nonnegative doubles, some thousand roundings at most.
    private const double Widening = 1 + 1e-9;

    /// <summary>Bound of |s_i − σ_i(A)|; infinite where the vectors are too far from orthogonal. Cost three
    /// products.</summary>
    /// <param name="A">m × n, finite.</param>
    /// <param name="decomposition">Its computed singular values and vectors.</param>
    /// <param name="index">i, from 0 for the greatest to below min(m, n).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such singular value.</exception>
    public static double Of(Matrix A, SingularValueDecomposition decomposition, int index)
    {
        ArgumentNullException.ThrowIfNull(A);
        ArgumentNullException.ThrowIfNull(decomposition);
        double[] values = decomposition.Values;
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, values.Length);
        int m = A.Rows, n = A.Columns, k = values.Length;
        Matrix left = new(m, k), right = new(k, n);
        for (int i = 0; i < m; i++)
            decomposition.U.Row(i)[..k].CopyTo(left.Row(i));
        for (int j = 0; j < k; j++)
            decomposition.TransposedV.Row(j).CopyTo(right.Row(j));
        double δ = OrthonormalityDefect.OfColumns(left);
        double ε = OrthonormalityDefect.OfRows(right);
        for (int i = 0; i < m; i++)
            for (int j = 0; j < k; j++)
                left[i, j] *= values[j];
        double size = Lanes.Norm(left.Values) * Lanes.Norm(right.Values);
        Matrix F = MatrixProduct.Multiply(left, right);
        Lanes.Axpy(-1, A.Values, F.Values);
        double residual = Lanes.Norm(F.Values) + Gamma(k + 3) * (size + Lanes.Norm(A.Values));
        return δ < 0.5 && ε < 0.5
            ? (residual + (δ + ε + δ * ε) * values[index]) * Widening
            : double.PositiveInfinity;
    }
}
