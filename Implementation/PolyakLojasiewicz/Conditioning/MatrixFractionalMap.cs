using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>
/// F(w, z) = U(z)⁻¹w with A(z) = U(z)U(z)ᵀ affine in z: its square loss ½wᵀA(z)⁻¹w is the matrix-fractional function,
/// jointly convex where A(z) is positive definite, although the Hessian of F_1 has rank 2n and ∇F has full rank at 0.
/// </summary>
/// <remarks>
/// A(z) = [[1 + z_1, z_2 … z_n], [z_2 … z_n, I]], so that F_1 = (w_1 − Σ_{k≥2} z_kw_k)/√q with q = 1 + z_1 − Σ_{k≥2}
/// z_k², and F_k = w_k. For n = 1 this is a/√(1 + b). Parameters are w_1 … w_n, z_1 … z_n. Derived here; S. Boyd, L.
/// Vandenberghe, Convex Optimization, example 3.4, for the convexity.
/// </remarks>
public sealed class MatrixFractionalMap : DifferentiableMap
{
    /// <summary>The map with n outputs and 2n parameters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public MatrixFractionalMap(int outputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        Outputs = outputs;
    }

    /// <inheritdoc/>
    public override int Parameters => 2 * Outputs;

    /// <inheritdoc/>
    public override int Outputs { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The length is wrong, or A(z) is not positive definite there.</exception>
    public override double[] Value(ReadOnlySpan<double> w)
    {
        (double u, double q) = Split(w);
        double[] value = w[..Outputs].ToArray();
        value[0] = u / Math.Sqrt(q);
        return value;
    }

    /// <inheritdoc/>
    public override Matrix Jacobian(ReadOnlySpan<double> w)
    {
        (double u, double q) = Split(w);
        double s = 1 / Math.Sqrt(q);
        var J = new Matrix(Outputs, Parameters);
        (double[] du, double[] dq) = Slopes(w);
        Lanes.Axpy(s, du, J.Row(0));
        Lanes.Axpy(-u * s / (2 * q), dq, J.Row(0));
        for (int k = 1; k < Outputs; k++)
            J[k, k] = 1;
        return J;
    }

    /// <inheritdoc/>
    public override Matrix WeightedHessian(ReadOnlySpan<double> w, ReadOnlySpan<double> weights)
    {
        (double u, double q) = Split(w);
        int n = Outputs;
        double s = 1 / Math.Sqrt(q);
        (double[] du, double[] dq) = Slopes(w);
        var H = new Matrix(Parameters, Parameters);
        for (int i = 0; i < Parameters; i++)
            for (int j = 0; j < Parameters; j++)
                H[i, j] = -s / (2 * q) * (du[i] * dq[j] + dq[i] * du[j]) + 3 * u * s / (4 * q * q) * dq[i] * dq[j];
        for (int k = 1; k < n; k++)
        {
            H[k, n + k] -= s;
            H[n + k, k] -= s;
            H[n + k, n + k] += u * s / q;
        }

        Lanes.Scale(weights[0], H.Values);
        return H;
    }

    /// <summary>The map [dw, dz] ↦ U⁻¹(dw − dA·A⁻¹w): the second differential of ½wᵀA⁻¹w is its squared norm.</summary>
    public override Matrix HessianRoot(ReadOnlySpan<double> w)
    {
        (_, double q) = Split(w);
        int n = Outputs;
        double s = 1 / Math.Sqrt(q);
        double[] F = Value(w);
        var B = new Matrix(n, Parameters);

        // x = A⁻¹w = U⁻ᵀF, then dA·x = (dz_1x_1 + Σ_{k≥2} dz_kx_k, dz_kx_1).
        double x1 = F[0] * s;
        B[0, 0] = s;
        B[0, n] = -s * x1;
        for (int k = 1; k < n; k++)
        {
            double z = w[n + k];
            double x = F[k] - z * x1;
            B[0, k] = -s * z;
            B[0, n + k] = s * (z * x1 - x);
            B[k, k] = 1;
            B[k, n + k] = -x1;
        }

        return B;
    }

    private (double U, double Q) Split(ReadOnlySpan<double> w)
    {
        ThrowIfNoPoint(w);
        double u = w[0];
        double q = 1 + w[Outputs];
        for (int k = 1; k < Outputs; k++)
        {
            u -= w[Outputs + k] * w[k];
            q -= w[Outputs + k] * w[Outputs + k];
        }

        return q > 0
            ? (u, q)
            : throw new ArgumentException(
                "The map is defined where 1 + z_1 exceeds the sum of the other z_k².", nameof(w));
    }

    // Gradients of u = w_1 − Σ z_kw_k and of q.
    private (double[] U, double[] Q) Slopes(ReadOnlySpan<double> w)
    {
        int n = Outputs;
        var du = new double[Parameters];
        var dq = new double[Parameters];
        du[0] = 1;
        dq[n] = 1;
        for (int k = 1; k < n; k++)
        {
            du[k] = -w[n + k];
            du[n + k] = -w[k];
            dq[n + k] = -2 * w[n + k];
        }

        return (du, dq);
    }
}
