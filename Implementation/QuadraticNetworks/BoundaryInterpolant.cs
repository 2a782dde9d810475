using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.QuadraticNetworks;

/// <summary>
/// A student that interpolates the labels and is not the teacher, where the X_i X_iᵀ do not span the symmetric matrices: M = S* + s·t·A with
/// A ⟂ X_i X_iᵀ for all i, walked to the boundary of the cone of positive semidefinite matrices.
/// </summary>
/// <remarks>
/// Source: the second bullet of "Sample Complexity" in Kızıldağ (2020), arXiv:1912.01599; the construction is derived as follows. With S* = LLᵀ and the eigenvalues
/// w of L⁻¹AL⁻ᵀ, S* + tsA = L(I + ts·w)Lᵀ is positive semidefinite up to t_max = −1/min(s·w). For at least one sign s there is a negative
/// eigenvalue. At t_max the rank falls below d, so that width d − 1 suffices.
/// </remarks>
/// <param name="Gram">M = WᵀW of the student, after negative eigenvalues were cut off.</param>
/// <param name="Residual">max_i |X_iᵀ(M − S*)X_i| / (‖X_i‖² ‖S*‖), 0 for exact interpolation.</param>
/// <param name="Distance">‖M − S*‖_F.</param>
/// <param name="RelativeLeastEigenvalue">λ_min(M)/λ_max(M) before the cut.</param>
public sealed record BoundaryInterpolant(Matrix Gram, double Residual, double Distance, double RelativeLeastEigenvalue)
{
    /// <summary>Walks from the teacher along a direction that the data do not see.</summary>
    /// <param name="X">Data, N × d.</param>
    /// <param name="teacher">Teacher of rank d.</param>
    /// <param name="direction">A ≠ 0, symmetric, with X_iᵀAX_i = 0 for every i.</param>
    /// <param name="step">Share of the way to the boundary; 1 reaches it, above 1 leaves the cone.</param>
    /// <param name="positiveOnly">Walk along +A only.</param>
    /// <returns>The student; null when the walk never meets the boundary, which happens only along one sign of a semidefinite A.</returns>
    public static BoundaryInterpolant? Walk(Matrix X, Teacher teacher, Matrix direction, double step = 1, bool positiveOnly = false)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(teacher);
        ArgumentNullException.ThrowIfNull(direction);
        int d = X.Columns;
        if (!CholeskyFactor.TryFactor(teacher.Gram, out CholeskyFactor? factor))
            throw new ArgumentException("The planted weights have to have rank d.", nameof(teacher));

        // B = L⁻¹ A L⁻ᵀ = U diag(w) Uᵀ; M = L U (I + t·s·w) Uᵀ Lᵀ.
        Matrix B = factor.SolveLower(factor.SolveLower(direction).Transpose());
        Symmetrize(B);
        SymmetricEigen spectrum = SymmetricEigen.Of(B);
        double least = spectrum.Values[0];
        double greatest = spectrum.Values[^1];
        bool forward = positiveOnly || -least >= greatest;
        double slope = forward ? least : -greatest;
        if (slope >= -1e-12 * Math.Max(Math.Abs(least), Math.Abs(greatest)))
            return null;

        double t = (forward ? 1 : -1) * step / -slope;
        Matrix basis = MatrixProduct.Multiply(factor.L, spectrum.Vectors);
        var M = new Matrix(d, d);
        double smallest = double.PositiveInfinity;
        double largest = 0;
        for (int k = 0; k < d; k++)
        {
            double weight = 1 + t * spectrum.Values[k];
            smallest = Math.Min(smallest, weight);
            largest = Math.Max(largest, weight);
            for (int i = 0; i < d; i++)
                for (int j = 0; j < d; j++)
                    M[i, j] += Math.Max(0, weight) * basis[i, k] * basis[j, k];
        }

        Matrix A = QuadraticRisk.Difference(M, teacher.Gram);
        return new(M, InterpolationResidual(X, A, teacher), Lanes.Norm(A.Values), smallest / largest);
    }

    /// <summary>max_i |X_iᵀ A X_i| / (‖X_i‖² λ_max(S*)), the misfit of a student with WᵀW = S* + A; 0 for samples that are 0.</summary>
    public static double InterpolationResidual(Matrix X, Matrix A, Teacher teacher)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(teacher);
        double residual = 0;
        for (int i = 0; i < X.Rows; i++)
        {
            double square = Lanes.Dot(X.Row(i), X.Row(i));
            if (square > 0)
                residual = Math.Max(residual, Math.Abs(Lanes.Dot(X.Row(i), MatrixVector.Multiply(A, X.Row(i)))) / (square * teacher.LargestEigenvalue));
        }

        return residual;
    }

    private static void Symmetrize(Matrix B)
    {
        for (int i = 0; i < B.Rows; i++)
            for (int j = 0; j < i; j++)
                B[i, j] = B[j, i] = (B[i, j] + B[j, i]) / 2;
    }
}
