using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>Second derivatives of a risk with respect to the weights: D²L[H, H] = 2⟨B, T(B)⟩ + 4⟨R, HᵀH⟩ with B = WᵀH +
/// HᵀW.</summary>
public static class RiskHessian
{
    /// <summary>The Hessian of the risk at W as an m̂d × m̂d matrix: entry (jk, j'k') is 2⟨B_jk, T(B_j'k')⟩ +
    /// 4·δ_jj'·R_kk', B_jk = W_j e_kᵀ + e_k W_jᵀ.</summary>
    public static Matrix At(QuadraticRisk risk, Teacher teacher, Matrix W)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(teacher);
        ArgumentNullException.ThrowIfNull(W);
        int d = W.Columns;
        Matrix R = risk.ResidualMoment(
            SymmetricVectorization.Vectorize(QuadraticRisk.Difference(Gram.Of(W), teacher.Gram)));
        var directions = new Matrix(W.Rows * d, SymmetricVectorization.Dimension(d));
        var axis = new double[d];
        for (int j = 0; j < W.Rows; j++)
        {
            for (int k = 0; k < d; k++)
            {
                Array.Clear(axis);
                axis[k] = 2;
                SymmetricVectorization.OfSymmetricProduct(W.Row(j), axis, directions.Row(j * d + k));
            }
        }

        Matrix hessian = MatrixProduct.MultiplyTranspose(
            MatrixProduct.Multiply(directions, risk.Covariance), directions);
        for (int a = 0; a < hessian.Rows; a++)
        {
            for (int b = 0; b <= a; b++)
                hessian[a, b] = hessian[b, a] = 2 * hessian[a, b] + (a / d == b / d ? 4 * R[a % d, b % d] : 0);
        }

        return hessian;
    }
}
