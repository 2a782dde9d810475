using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.QuadraticNetworks;

/// <summary>
/// A student that interpolates the labels and is not the teacher, where the X_i X_iᵀ do not span the symmetric
/// matrices: M = S* + s·t·A with A ⟂ X_i X_iᵀ for all i, walked to the boundary of the cone of positive semidefinite
/// matrices.
/// </summary>
/// <remarks>
/// Source: the second bullet of "Sample Complexity" in Kızıldağ (2020), arXiv:1912.01599; the construction is derived
/// as follows. With S* = LLᵀ and the eigenvalues w of L⁻¹AL⁻ᵀ, S* + tsA = L(I + ts·w)Lᵀ is positive semidefinite up to
/// t_max = −1/min(s·w). For at least one sign s there is a negative eigenvalue. At t_max the rank falls below d, so
/// that width d − 1 suffices.
/// </remarks>
/// <param name="Weights">W, r × d, where r counts the eigenvalues left after those below 10⁻¹² of the greatest, and of
/// the teacher's 1, were cut off: r ≤ d − 1 at the boundary.</param>
/// <param name="RelativeLeastEigenvalue">Least over greatest eigenvalue 1 + t·s·w before the cut.</param>
public sealed record BoundaryInterpolant(Matrix Weights, double RelativeLeastEigenvalue)
{
    // At the boundary one weight is rounding, a few units of 2⁻⁵³ times the greatest. Whether what is left interpolates
    // is not taken for granted: NearbyInterpolant proves it.
    private const double Cut = 1e-12;

    /// <summary>M = WᵀW of the student.</summary>
    public Matrix Gram { get; } = Numerics.LinearAlgebra.Gram.Of(Weights);

    /// <summary>Walks from the teacher along a direction that the data do not see.</summary>
    /// <param name="X">Data, N × d.</param>
    /// <param name="teacher">Teacher of rank d.</param>
    /// <param name="direction">A ≠ 0, symmetric, with X_iᵀAX_i = 0 for every i.</param>
    /// <param name="step">Share of the way to the boundary; 1 reaches it, above 1 leaves the cone.</param>
    /// <param name="positiveOnly">Walk along +A only.</param>
    /// <returns>The student; null when the walk never meets the boundary, which happens only along one sign of a
    /// semidefinite A.</returns>
    public static BoundaryInterpolant? Walk(
        Matrix X, Teacher teacher, Matrix direction, double step = 1, bool positiveOnly = false)
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

        // M = WᵀW with the rows √(1 + t·s·w_k) (L u_k)ᵀ of W.
        double t = (forward ? 1 : -1) * step / -slope;
        double[] weights = [.. spectrum.Values.Select(w => 1 + t * w)];
        int[] kept = [.. Enumerable.Range(0, d).Where(k => weights[k] > Cut * Math.Max(1, weights.Max()))];
        Matrix basis = MatrixProduct.Multiply(factor.L, spectrum.Vectors);
        var W = new Matrix(kept.Length, d);
        for (int row = 0; row < kept.Length; row++)
        {
            for (int i = 0; i < d; i++)
                W[row, i] = Math.Sqrt(weights[kept[row]]) * basis[i, kept[row]];
        }

        return new(W, weights.Min() / weights.Max());
    }

    private static void Symmetrize(Matrix B)
    {
        for (int i = 0; i < B.Rows; i++)
            for (int j = 0; j < i; j++)
                B[i, j] = B[j, i] = (B[i, j] + B[j, i]) / 2;
    }
}
