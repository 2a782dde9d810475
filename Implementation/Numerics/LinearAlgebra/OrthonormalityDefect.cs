using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.Numerics.LinearAlgebra;

/// <summary>How far computed vectors are from orthonormal ones.</summary>
/// <remarks>Frobenius norms; sums of n products err by γ_n times the sums of their magnitudes (Higham, section
/// 3.1).</remarks>
internal static class OrthonormalityDefect
{
    // The norms and the final expression are sums and products of nonnegative doubles, some thousand roundings at most.
    private const double Widening = 1 + 1e-9;

    /// <summary>Bounds ‖VᵀV − I‖_F.</summary>
    public static double OfColumns(Matrix V) => Bound(MatrixProduct.TransposeMultiply(V, V), V, V.Rows);

    /// <summary>Bounds ‖VVᵀ − I‖_F.</summary>
    public static double OfRows(Matrix V) => Bound(MatrixProduct.MultiplyTranspose(V, V), V, V.Columns);

    private static double Bound(Matrix gram, Matrix vectors, int terms)
    {
        for (int i = 0; i < gram.Rows; i++)
            gram[i, i] -= 1;
        double norm = Lanes.Norm(vectors.Values);
        return (Lanes.Norm(gram.Values) + Gamma(terms + 2) * norm * norm) * Widening;
    }
}
