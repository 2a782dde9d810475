using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.HessianDescent;

/// <summary>Hessian descent on explicit tensors: from √δ·x⁰ by steps √δ·v along the eigenvector of the least eigenvalue
/// of ∇²R on the tangent space, out to the unit sphere.</summary>
/// <remarks>
/// <para>x^{k+1} = x^k − s_k√δ·v, s_k the sign of ⟨v, ∇R⟩ (1 for 0): v ⊥ x^k, so that ‖x^k‖² = kδ. With δ = 1/N the
/// sphere is reached at x^N, after N − 1 steps. Source: the talk, "Algorithm: Simplified".</para>
/// <para>Cost of a step: a pass over the tensors and a symmetric eigenproblem of size d.</para>
/// </remarks>
public static class TensorDescent
{
    /// <summary>Runs the algorithm.</summary>
    /// <param name="system">The system.</param>
    /// <param name="direction">x⁰, of length d and norm 1.</param>
    /// <param name="steps">N = 1/δ, from 2.</param>
    /// <param name="risks">Receives R_n(x^1), …, R_n(x^N) where its length is N; may be empty.</param>
    /// <param name="cancellation">Observed at each step.</param>
    /// <returns>x^N, of norm 1 up to rounding.</returns>
    public static double[] Run(
        TensorSystem system, ReadOnlySpan<double> direction, int steps, Span<double> risks,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        int n = system.Equations, d = system.Dimension;
        Lanes.ThrowIfLengthsDiffer(d, direction.Length, nameof(direction));
        double[] x = direction.ToArray(), F = new double[n];
        Matrix D = new(n, d), B = new(d, d);
        double length = Math.Sqrt(1.0 / steps);
        Lanes.Scale(length, x);
        for (int k = 1; ; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (k == steps)
                system.Evaluate(x, F, D);
            else
                system.Evaluate(x, F, D, B);
            if (risks.Length == steps)
                risks[k - 1] = Lanes.Dot(F, F) / 2;
            if (k == steps)
                return x;
            double[] v = LeastDirection(D, B, x);
            bool isUphill = Lanes.Dot(v, MatrixVector.TransposeMultiply(D, F)) >= 0;
            Lanes.Axpy(isUphill ? -length : length, v, x);
        }
    }

    // The unit vector v ⊥ x of the least v′(B + D′D)v: x is moved to the upper end of the spectrum.
    private static double[] LeastDirection(Matrix D, Matrix B, double[] x)
    {
        Matrix H = MatrixProduct.TransposeMultiply(D, D);
        Lanes.Axpy(1, B.Values, H.Values);
        double[] u = [.. x];
        Lanes.Scale(1 / Lanes.Norm(u), u);
        // PHP + cuu′ = H − uw′ − wu′ with w = Hu − (u′Hu + c)u/2.
        double[] w = MatrixVector.Multiply(H, u);
        Lanes.Axpy(-(Lanes.Dot(u, w) + 1 + Lanes.Norm(H.Values)) / 2, u, w);
        for (int a = 0; a < u.Length; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double entry = (H[a, b] + H[b, a]) / 2 - (u[a] * w[b] + w[a] * u[b]);
                H[a, b] = entry;
                H[b, a] = entry;
            }
        }

        double[] v = SymmetricSpectrum.Of(H).Vectors.Column(0);
        Lanes.Axpy(-Lanes.Dot(u, v), u, v);
        Lanes.Scale(1 / Lanes.Norm(v), v);
        return v;
    }
}
