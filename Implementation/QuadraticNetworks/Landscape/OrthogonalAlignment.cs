using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>How far weights are from each other up to an orthogonal matrix.</summary>
public static class OrthogonalAlignment
{
    /// <summary>min over orthogonal Q (m × m) of ‖W − QW*‖_F / ‖W*‖_F, both m × d: the orthogonal Procrustes problem,
    /// solved by Q = UVᵀ with WW*ᵀ = UΣVᵀ.</summary>
    /// <remarks>Golub and Van Loan, Matrix Computations, section 6.4.1.</remarks>
    public static double FromLeft(Matrix W, Matrix planted)
    {
        ArgumentNullException.ThrowIfNull(W);
        ArgumentNullException.ThrowIfNull(planted);
        SingularValueDecomposition decomposition = SingularValueDecomposition.Of(
            MatrixProduct.MultiplyTranspose(W, planted));
        Matrix Q = MatrixProduct.Multiply(decomposition.U, decomposition.TransposedV);
        return RelativeDistance(W, MatrixProduct.Multiply(Q, planted), planted);
    }

    /// <summary>min over orthogonal Q (d × d) of ‖W − W*Q‖_F / ‖W*‖_F: the wrong side, for the mutant that confuses
    /// them.</summary>
    public static double FromRight(Matrix W, Matrix planted)
    {
        ArgumentNullException.ThrowIfNull(W);
        ArgumentNullException.ThrowIfNull(planted);
        SingularValueDecomposition decomposition = SingularValueDecomposition.Of(
            MatrixProduct.TransposeMultiply(planted, W));
        Matrix Q = MatrixProduct.Multiply(decomposition.U, decomposition.TransposedV);
        return RelativeDistance(W, MatrixProduct.Multiply(planted, Q), planted);
    }

    private static double RelativeDistance(Matrix W, Matrix aligned, Matrix planted) =>
        Lanes.Norm(QuadraticRisk.Difference(W, aligned).Values) / Lanes.Norm(planted.Values);
}
