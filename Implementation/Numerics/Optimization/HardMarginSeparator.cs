using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.Numerics.Optimization;

// The point of the cone {(Zᵀu, 1ᵀu) : u ≥ 0} that lies nearest to (0, 1) leaves the residual r, and ŵ =
// −r_{1..d}/r_{d+1}: r is normal to the cone, whence z_iᵀr_{1..d} + r_{d+1} ≤ 0 with equality on the support (Lawson
// and Hanson, chapter 23, problem LDP).

/// <summary>The hard-margin separator ŵ = argmin ‖w‖₂ s.t. Zw ≥ 1 with its multipliers, ŵ = Zᵀλ.</summary>
/// <param name="Weights">ŵ, d entries.</param>
/// <param name="Multipliers">λ ≥ 0, m entries; positive on the support vectors.</param>
/// <param name="Certificate">What the multipliers prove.</param>
public sealed record HardMarginSeparator(double[] Weights, double[] Multipliers, HardMarginCertificate Certificate)
{
    /// <summary>Solves by nonnegative least squares, then polishes on the support that it names.</summary>
    /// <param name="Z">m × d, row i being y_i·x_i.</param>
    /// <returns>Null where no separator was found: the data are not separable, or separable with a margin that rounding
    /// hides.</returns>
    public static HardMarginSeparator? Of(Matrix Z)
    {
        ArgumentNullException.ThrowIfNull(Z);
        int m = Z.Rows, d = Z.Columns;
        var A = new Matrix(d + 1, m);
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < d; j++)
                A[j, i] = Z[i, j];
            A[d, i] = 1;
        }

        double[] b = new double[d + 1];
        b[d] = 1;
        (double[] u, bool _) = NonnegativeLeastSquares.Solve(A, b);
        double[] r = MatrixVector.Multiply(A, u);
        for (int j = 0; j <= d; j++)
            r[j] -= b[j];
        // r_{d+1} = −‖r‖² at the solution.
        if (!(-r[d] > 1e-12))
            return null;
        double[] λ = new double[m];
        for (int i = 0; i < m; i++)
            λ[i] = u[i] / -r[d];
        λ = Polish(Z, λ);
        double[] w = MatrixVector.TransposeMultiply(Z, λ);
        HardMarginCertificate certificate = HardMarginCertificate.Of(Z, w, λ);
        return double.IsFinite(certificate.DistanceBound) ? new(w, λ, certificate) : null;
    }

    // On the support the multipliers solve a linear system; its solution is more accurate than that of the least
    // squares, unless it leaves the orthant.
    private static double[] Polish(Matrix Z, double[] λ)
    {
        double largest = λ.Max();
        int[] support = [.. Enumerable.Range(0, λ.Length).Where(i => λ[i] > 1e-10 * largest)];
        var ZS = new Matrix(support.Length, Z.Columns);
        for (int a = 0; a < support.Length; a++)
            Z.Row(support[a]).CopyTo(ZS.Row(a));
        if (
            support.Length > Z.Columns
            || !CholeskyFactor.TryFactor(MatrixProduct.MultiplyTranspose(ZS, ZS), out CholeskyFactor? factor))
            return λ;
        double[] ones = new double[support.Length];
        Array.Fill(ones, 1);
        double[] solution = factor.Solve(ones);
        // One step of refinement.
        double[] residual = MatrixVector.Multiply(ZS, MatrixVector.TransposeMultiply(ZS, solution));
        for (int a = 0; a < residual.Length; a++)
            residual[a] = 1 - residual[a];
        Lanes.Axpy(1, factor.Solve(residual), solution);
        if (solution.Any(value => !(value > 0)))
            return λ;
        double[] polished = new double[λ.Length];
        for (int a = 0; a < support.Length; a++)
            polished[support[a]] = solution[a];
        return polished;
    }
}
