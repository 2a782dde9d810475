using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.ImplicitBias;

/// <summary>A proven lower bound of the least singular value of a wide matrix.</summary>
public static class RowConditioning
{
    // With W an approximate inverse of the Cholesky factor of XXᵀ, σ_min(X) ≥ σ_min(WX)/‖W‖_F, and σ_min(WX)² ≥ 1 −
    // ‖WX(WX)ᵀ − I‖_F, rounding included.

    /// <summary>
    /// A lower bound of σ_min(X), at most a factor √m below it; 0 where the rows are dependent to rounding.
    /// </summary>
    /// <param name="X">m × d, m ≤ d, finite.</param>
    /// <exception cref="ArgumentException">There are more rows than columns, or an entry is not finite.</exception>
    public static double LeastSingularValue(Matrix X)
    {
        ArgumentNullException.ThrowIfNull(X);
        int m = X.Rows, d = X.Columns;
        if (m > d)
            throw new ArgumentException($"The matrix is {m} × {d}; it may not have more rows than columns.", nameof(X));
        if (!CholeskyFactor.TryFactor(Gram.Of(X.Transpose()), out CholeskyFactor? factor))
            return 0;
        Matrix W = factor.SolveLower(Matrix.Identity(m));
        Matrix Y = MatrixProduct.Multiply(W, X);
        Matrix M = Gram.Of(Y.Transpose());
        double off = 0;
        for (int i = 0; i < m; i++)
            M[i, i] -= 1;
        off = Lanes.Norm(M.Values);
        double size = Lanes.Norm(Y.Values);
        double norm = Lanes.Norm(W.Values);
        double inner = 1 - off - (d + 8) * DoublePrecision.UnitRoundoff * size * size;
        double rounding = (m + 8) * DoublePrecision.UnitRoundoff * norm * Lanes.Norm(X.Values);
        double σ = inner > 0 ? Math.Sqrt(inner) - rounding : 0;
        return σ > 0 ? 0.999999 * σ / norm : 0;
    }
}
