using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.Numerics.LinearAlgebra;

// Notation: Q the orthonormal Krylov basis q₀, q₁, …; T = QᵀAQ tridiagonal with diagonal α and off-diagonal β; (θ, s)
// an eigenpair of T and (θ, Qs) the Ritz pair of A. Each new vector is orthogonalized against all before it, twice
// ("twice is enough", Parlett, section 6.9), so that no ghost copies of eigenvalues arise.

/// <summary>Smallest and largest eigenvalue of a symmetric operator by Lanczos' method with full
/// reorthogonalization.</summary>
/// <remarks>O(n·k) memory and O(n·k²) operations for k steps beside the k products with A. The same bits on every
/// machine if A has them.</remarks>
public static class Lanczos
{
    /// <summary>The extreme eigenpairs of <paramref name="A"/> within the Krylov space of
    /// <paramref name="start"/>.</summary>
    /// <remarks>
    /// An eigenvector orthogonal to the start vector stays invisible; a start drawn at random has no such eigenvector,
    /// almost surely. Where the Krylov space closes before an end of the spectrum is reached, the result is exact for
    /// that space.
    /// </remarks>
    /// <param name="A">The operator on ℝⁿ; that it is symmetric is taken on trust.</param>
    /// <param name="start">n entries, not all zero; scaled internally.</param>
    /// <param name="maximumSteps">Largest dimension of the Krylov space, at least 1; at most n are taken.</param>
    /// <param name="tolerance">Residual over the largest |θ| at which to stop, in (0, 1).</param>
    /// <exception cref="ArgumentException">
    /// The start is empty, zero or not finite; or the operator returned NaN or an infinity.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit is out of its range.</exception>
    public static LanczosResult Extremes(
        SymmetricOperator A, ReadOnlySpan<double> start, int maximumSteps = 300, double tolerance = 1e-10)
    {
        ArgumentNullException.ThrowIfNull(A);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumSteps, 1);
        if (!(tolerance > 0 && tolerance < 1))
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "The tolerance has to lie in (0, 1).");
        double length = Lanes.Norm(start);
        if (!(length > 0 && double.IsFinite(length)))
            throw new ArgumentException(
                $"The start vector has norm {length}; it has to be positive and finite.", nameof(start));
        int n = start.Length;
        int limit = Math.Min(n, maximumSteps);
        double[] q = new double[n];
        for (int i = 0; i < n; i++)
            q[i] = start[i] / length;

        List<double[]> Q = [];
        List<double> alpha = [], beta = [];
        double scale = 0; // of A: the largest α, β so far
        int nextCheck = Math.Min(limit, 8);
        while (true)
        {
            Q.Add(q);
            var w = new double[n];
            A(q, w);
            double length0 = Lanes.Norm(w);
            if (!double.IsFinite(length0))
                throw new ArgumentException(
                    "The operator returned NaN, an infinity, or values whose norm overflows.", nameof(A));
            alpha.Add(Lanes.Dot(q, w));
            for (int pass = 0; pass < 2; pass++)
                foreach (double[] basis in Q)
                    Lanes.Axpy(-Lanes.Dot(basis, w), basis, w);
            double b = Lanes.Norm(w);
            scale = Math.Max(scale, Math.Max(Math.Abs(alpha[^1]), length0));
            // What is left of w after orthogonalization is then rounding error: n terms of relative size 2⁻⁵³ each.
            bool closed = b <= n * 2 * UnitRoundoff * scale;
            int k = Q.Count;
            if (k >= nextCheck || closed || k == limit)
            {
                SymmetricEigen ritz = SymmetricEigen.Of(Tridiagonal(alpha, beta));
                double bound = tolerance * Math.Max(Math.Abs(ritz.Values[0]), Math.Abs(ritz.Values[^1]));
                // ‖A·Qs - θ·Qs‖ = β_k·|last entry of s| costs nothing; the residuals returned are measured with A.
                double estimate = b * Math.Max(Math.Abs(ritz.Vectors[k - 1, 0]), Math.Abs(ritz.Vectors[k - 1, k - 1]));
                if (estimate <= 0.5 * bound || closed || k == limit)
                {
                    RitzPair smallest = Certify(A, Q, ritz, 0),
                        largest = Certify(A, Q, ritz, k - 1);
                    return new LanczosResult(
                        smallest, largest, k, smallest.Residual <= bound && largest.Residual <= bound);
                }
                // Checks cost O(k³); growing by a quarter keeps all of them below 3k³.
                nextCheck = Math.Min(limit, k + 1 + k / 4);
            }
            beta.Add(b);
            for (int i = 0; i < n; i++)
                w[i] /= b;
            q = w;
        }
    }

    private static Matrix Tridiagonal(List<double> alpha, List<double> beta)
    {
        Matrix T = Matrix.Diagonal(alpha.ToArray());
        for (int i = 0; i < beta.Count; i++)
            T[i, i + 1] = T[i + 1, i] = beta[i];
        return T;
    }

    private static RitzPair Certify(SymmetricOperator A, List<double[]> Q, SymmetricEigen ritz, int index)
    {
        var x = new double[Q[0].Length];
        for (int i = 0; i < Q.Count; i++)
            Lanes.Axpy(ritz.Vectors[i, index], Q[i], x);
        Lanes.Scale(1 / Lanes.Norm(x), x);
        if (ManagedAlgebra.PointsDown(x))
            Lanes.Scale(-1, x);
        var residual = new double[x.Length];
        A(x, residual);
        double value = Lanes.Dot(x, residual); // the Rayleigh quotient: of all θ the one with the smallest residual
        Lanes.Axpy(-value, x, residual);
        return new RitzPair(value, x, Lanes.Norm(residual));
    }
}
