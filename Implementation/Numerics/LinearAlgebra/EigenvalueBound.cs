using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.Numerics.LinearAlgebra;

/// <summary>A proven bound of the error of computed eigenvalues, from the computed eigenvectors.</summary>
/// <remarks>
/// Let A be symmetric, E = AV − VΛ, δ ≥ ‖VᵀV − I‖ below 1, and V = QP the polar decomposition, so that ‖P − I‖ ≤ ‖P² −
/// I‖ ≤ δ. From AQP = QPΛ + E follows QᵀAQ − Λ = (PΛ − ΛP + QᵀE)P⁻¹, of norm at most (2δ‖Λ‖ + ‖E‖)/(1 − δ), and by
/// Weyl's inequality the i-th eigenvalues differ by no more. How Λ and V were found does not matter. Norms are bounded
/// by Frobenius norms, sums of n products by γ_n times the sums of their magnitudes (Higham, section 3.1).
/// </remarks>
public static class EigenvalueBound
{
    // Norms and the final expression are sums and products of nonnegative doubles, a few thousand roundings at most.
    private const double Widening = 1 + 1e-9;

    /// <summary>Bound of |λ_i − λ_i(A)| for every i; infinite where the vectors are too far from orthogonal. Cost two
    /// products of n × n matrices.</summary>
    /// <param name="A">n × n, symmetric, finite.</param>
    /// <param name="spectrum">Its computed eigenvalues and eigenvectors.</param>
    public static double Of(Matrix A, SymmetricEigen spectrum)
    {
        ArgumentNullException.ThrowIfNull(A);
        ArgumentNullException.ThrowIfNull(spectrum);
        Matrix V = spectrum.Vectors;
        int n = A.Rows;
        Matrix E = MatrixProduct.Multiply(A, V);
        double largest = 0;
        for (int j = 0; j < n; j++)
        {
            largest = Math.Max(largest, Math.Abs(spectrum.Values[j]));
            for (int i = 0; i < n; i++)
                E[i, j] -= V[i, j] * spectrum.Values[j];
        }

        double norm = Lanes.Norm(V.Values);
        double residual = Lanes.Norm(E.Values) + Gamma(n + 2) * norm * (Lanes.Norm(A.Values) + largest);
        double δ = OrthonormalityDefect.OfColumns(V);
        return δ < 0.5 ? (2 * δ * largest + residual) / (1 - δ) * Widening : double.PositiveInfinity;
    }
}
