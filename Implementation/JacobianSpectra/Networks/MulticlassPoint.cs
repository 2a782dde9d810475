using Verification.Implementation.Numerics.LinearAlgebra;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.JacobianSpectra.Networks;

// Notation: Z = XWᵀ and S = φ'(Z), n × k, row per sample; F = φ(Z)Vᵀ, n × K; R = F − Y.
//
//     ∂f_a(x_i)/∂W_mj = V_am S_im X_ij                     J, nK × kd
//     ∇L   = Jᵀr = ((RV) ∘ S)ᵀX                            k × d, L = ½‖r‖²
//     (Jw)_ia = Σ_m S_im V_am (X Δᵀ)_im                    for w = vec Δ
//     JJᵀ  at (i, a), (j, b) = (x_i·x_j) Σ_m S_im V_am V_bm S_jm

/// <summary>A network Vφ(Wx) at weights W: outputs, gradient, products with its Jacobian, its tangent kernel, in closed
/// form.</summary>
/// <remarks>
/// Mutable workspace: <see cref="MoveTo"/> sets the weights. Not synchronized. NaN and infinite weights propagate. The
/// loss is L = ½‖f(W) − y‖², a sum of squares without 1/n. Vectors of ℝ^(nK) are n × K matrices, vectors of parameters
/// k × d matrices.
/// </remarks>
public sealed class MulticlassPoint
{
    private readonly MulticlassNetwork _network;
    private readonly Matrix _preactivations;
    private readonly Matrix _slopes;
    private readonly Matrix _scratch;
    private bool _hasSlopes;

    internal MulticlassPoint(MulticlassNetwork network)
    {
        _network = network;
        _preactivations = new Matrix(network.Samples, network.Width);
        _slopes = new Matrix(network.Samples, network.Width);
        _scratch = new Matrix(network.Samples, network.Width);
    }

    /// <summary>Sets the weights; they are read, not kept. O(nkd).</summary>
    /// <param name="weights">W, k × d.</param>
    /// <exception cref="ArgumentException">The shape does not fit.</exception>
    public void MoveTo(Matrix weights)
    {
        ThrowIfNot(weights, _network.Width, _network.Dimension, nameof(weights));
        MatrixProduct.MultiplyTranspose(_network.Inputs, weights, _preactivations);
        _hasSlopes = false;
    }

    /// <summary>F, row i being f(x_i; W). O(nkK).</summary>
    /// <param name="outputs">n × K, overwritten.</param>
    /// <exception cref="ArgumentException">The shape does not fit.</exception>
    public void Outputs(Matrix outputs)
    {
        ThrowIfNot(outputs, _network.Samples, _network.Outputs, nameof(outputs));
        _network.Activation.Values(_preactivations.Values, _scratch.Values);
        MatrixProduct.MultiplyTranspose(_scratch, _network.OutputWeights, outputs);
    }

    /// <inheritdoc cref="Outputs(Matrix)"/>
    /// <returns>F, a new n × K matrix.</returns>
    public Matrix Outputs()
    {
        var outputs = new Matrix(_network.Samples, _network.Outputs);
        Outputs(outputs);
        return outputs;
    }

    /// <summary>R = F − Y. O(nkK).</summary>
    /// <param name="labels">Y, n × K.</param>
    /// <param name="residual">R, n × K, overwritten.</param>
    /// <returns>L = ½‖R‖_F².</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public double Residual(Matrix labels, Matrix residual)
    {
        ThrowIfNot(labels, _network.Samples, _network.Outputs, nameof(labels));
        Outputs(residual);
        Lanes.Axpy(-1, labels.Values, residual.Values);
        return 0.5 * Lanes.Dot(residual.Values, residual.Values);
    }

    /// <summary>Jᵀu, for u = r the gradient ∇L. O(nk(K + d)).</summary>
    /// <param name="u">n × K.</param>
    /// <param name="result">k × d, overwritten.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public void TransposeMultiply(Matrix u, Matrix result)
    {
        ThrowIfNot(u, _network.Samples, _network.Outputs, nameof(u));
        ThrowIfNot(result, _network.Width, _network.Dimension, nameof(result));
        MatrixProduct.Multiply(u, _network.OutputWeights, _scratch);
        MultiplyEntries(Slopes.Values, _scratch.Values);
        MatrixProduct.TransposeMultiply(_scratch, _network.Inputs, result);
    }

    /// <summary>J·w, the derivative of F in the direction Δ. O(nk(K + d)).</summary>
    /// <param name="direction">Δ, k × d.</param>
    /// <param name="result">n × K, overwritten.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public void Multiply(Matrix direction, Matrix result)
    {
        ThrowIfNot(direction, _network.Width, _network.Dimension, nameof(direction));
        ThrowIfNot(result, _network.Samples, _network.Outputs, nameof(result));
        MatrixProduct.MultiplyTranspose(_network.Inputs, direction, _scratch);
        MultiplyEntries(Slopes.Values, _scratch.Values);
        MatrixProduct.MultiplyTranspose(_scratch, _network.OutputWeights, result);
    }

    /// <summary>JJᵀ without J: O((nK)²k) operations, one Gram matrix of nK columns of length k.</summary>
    /// <returns>nK × nK, symmetric to the last bit; output a of sample i at iK + a.</returns>
    public Matrix TangentKernel()
    {
        int n = _network.Samples, K = _network.Outputs, k = _network.Width;
        var P = new Matrix(k, n * K);
        for (int m = 0; m < k; m++)
            for (int i = 0; i < n; i++)
                for (int a = 0; a < K; a++)
                    P[m, i * K + a] = Slopes[i, m] * _network.OutputWeights[a, m];
        Matrix kernel = Gram.Of(P);
        for (int i = 0; i < n * K; i++)
            for (int j = 0; j < n * K; j++)
                kernel[i, j] *= _network.InputGram[i / K, j / K];
        return kernel;
    }

    /// <summary>Bound of the error of each eigenvalue of <see cref="TangentKernel"/> as computed, before the eigenvalue
    /// routine: γ_(k + d + 44) tr JJᵀ.</summary>
    /// <remarks>Slopes are within 8 ulp (16u twice in an entry), products with V within u each, sums of k and d fused
    /// products within ku and du: |δK_ij| ≤ (k + d + 36)u√(K_iiK_jj), and ‖δK‖ is at most as much of the trace, whose
    /// own rounding has the rest. The slopes are those at WX as rounded, which at φ″ differ by γ_d‖w‖‖x‖ from the exact
    /// ones: what is bounded is the kernel of the network with the slopes as they are, equal for equal
    /// inputs.</remarks>
    /// <param name="kernel">The kernel as computed, or scaled by rows and columns, with four roundings an
    /// entry.</param>
    public double KernelError(Matrix kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        double trace = 0;
        for (int i = 0; i < kernel.Rows; i++)
            trace += kernel[i, i];
        return Gamma(_network.Width + _network.Dimension + 44.0) * trace * (1 + kernel.Rows * UnitRoundoff);
    }

    /// <summary>J, nK × kd, column m·d + j belonging to W_mj: for tests and small cases.</summary>
    public Matrix Jacobian()
    {
        int n = _network.Samples, K = _network.Outputs, d = _network.Dimension;
        var J = new Matrix(n * K, _network.Parameters);
        for (int i = 0; i < n; i++)
            for (int a = 0; a < K; a++)
                for (int m = 0; m < _network.Width; m++)
                    for (int j = 0; j < d; j++)
                        J[i * K + a, m * d + j] =
                            _network.OutputWeights[a, m] * Slopes[i, m] * _network.Inputs[i, j];
        return J;
    }

    private Matrix Slopes
    {
        get
        {
            if (!_hasSlopes)
            {
                _network.Activation.Slopes(_preactivations.Values, _slopes.Values);
                _hasSlopes = true;
            }

            return _slopes;
        }
    }

    private static void MultiplyEntries(ReadOnlySpan<double> factors, Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] *= factors[i];
    }

    private static void ThrowIfNot(Matrix matrix, int rows, int columns, string name)
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        if (matrix.Rows != rows || matrix.Columns != columns)
            throw new ArgumentException(
                $"The matrix is {matrix.Rows} × {matrix.Columns}, and {rows} × {columns} is needed.", name);
    }
}
