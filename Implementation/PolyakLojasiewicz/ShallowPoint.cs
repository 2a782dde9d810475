using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.PolyakLojasiewicz;

// Notation: Z = WXᵀ (m × n), S = σ'(Z), C = σ''(Z); neuron per row, so that sums over neurons run along the long
// dimension.
//
//     F_i   = (1/√m) Σ_j v_j σ(Z_ji)
//     J_i,(j,a) = (1/√m) v_j S_ji x_ia                      p = m·d columns, neuron by neuron
//     K     = JJᵀ = (1/m) (SᵀS) ∘ (XXᵀ)                     v_j² = 1
//     ∇L    = Jᵀr = (1/√m) diag(v) (S ∘ 1rᵀ) X              m × d, L = ½‖r‖², r = F − y
//     H_F_i = blockdiag_j (1/√m) v_j C_ji x_ix_iᵀ           hence ‖H_F_i‖₂ = max_j |C_ji| ‖x_i‖²/√m
//     ∇_{w_j} uᵀKu = (2/√m) Σ_i u_i C_ji (x_i·c_j) x_i,     c_j = (1/√m) Σ_i u_i S_ji x_i

/// <summary>A shallow network at a point w of parameter space: outputs, gradient, tangent kernel, Hessian norms, in
/// closed form.</summary>
/// <remarks>
/// Mutable workspace: <see cref="MoveTo"/> sets the weights, after which the other members allocate nothing but what
/// they return. Not synchronized. NaN and infinite weights propagate. The loss is L = ½‖F − y‖², a sum of squares
/// without 1/n.
/// </remarks>
public sealed class ShallowPoint : IKernelField
{
    private readonly ShallowNetwork _network;
    private readonly Matrix _preactivations;
    private readonly Matrix _slopes;
    private readonly Matrix _curvatures;
    private readonly Matrix _scratch;
    private readonly Matrix _directions;
    private bool _hasSlopes;
    private bool _hasCurvatures;

    internal ShallowPoint(ShallowNetwork network)
    {
        _network = network;
        int m = network.Width, n = network.Samples;
        _preactivations = new Matrix(m, n);
        _slopes = new Matrix(m, n);
        _curvatures = new Matrix(m, n);
        _scratch = new Matrix(m, n);
        _directions = new Matrix(m, network.Dimension);
    }

    /// <summary>Sets the weights; they are read, not kept. Cost O(nmd).</summary>
    /// <param name="weights">m × d.</param>
    /// <exception cref="ArgumentException">The shape does not fit.</exception>
    public void MoveTo(Matrix weights)
    {
        ThrowIfNotParameterShaped(weights, nameof(weights));
        MatrixProduct.MultiplyTranspose(weights, _network.Inputs, _preactivations);
        _hasSlopes = _hasCurvatures = false;
    }

    /// <summary>F_i = f(w; x_i). Cost O(nm).</summary>
    /// <param name="outputs">n entries, overwritten.</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public void Outputs(Span<double> outputs)
    {
        ThrowIfNotSampleShaped(outputs, nameof(outputs));
        _network.Activation.Values(_preactivations.Values, _scratch.Values);
        MatrixVector.TransposeMultiply(_scratch, _network.Signs, outputs);
        Lanes.Scale(Normalization, outputs);
    }

    /// <summary>r = F − y. Cost O(nm).</summary>
    /// <param name="labels">y, n entries.</param>
    /// <param name="residuals">r, n entries, overwritten.</param>
    /// <returns>L = ½‖r‖².</returns>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public double Residuals(ReadOnlySpan<double> labels, Span<double> residuals)
    {
        ThrowIfNotSampleShaped(labels, nameof(labels));
        Outputs(residuals);
        Lanes.Axpy(-1, labels, residuals);
        return 0.5 * Lanes.Dot(residuals, residuals);
    }

    /// <summary>∇L = Jᵀr. Cost O(nmd).</summary>
    /// <param name="residuals">r, n entries; with the i-th unit vector the result is ∇F_i.</param>
    /// <param name="gradient">m × d, overwritten.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public void Gradient(ReadOnlySpan<double> residuals, Matrix gradient)
    {
        ThrowIfNotSampleShaped(residuals, nameof(residuals));
        ThrowIfNotParameterShaped(gradient, nameof(gradient));
        int n = _network.Samples;
        ReadOnlySpan<double> S = Slopes.Values, v = _network.Signs;
        Span<double> A = _scratch.Values;
        for (int j = 0; j < v.Length; j++)
        {
            double factor = Normalization * v[j];
            for (int i = 0; i < n; i++)
                A[j * n + i] = factor * residuals[i] * S[j * n + i];
        }

        MatrixProduct.Multiply(_scratch, _network.Inputs, gradient);
    }

    /// <summary>K = JJᵀ = (1/m)(SᵀS)∘(XXᵀ). Cost O(n²m): the Jacobian is never formed.</summary>
    /// <param name="kernel">n × n, overwritten; symmetric to the last bit.</param>
    /// <exception cref="ArgumentException">The shape does not fit.</exception>
    public void TangentKernel(Matrix kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        Gram.Of(Slopes, kernel);
        Span<double> K = kernel.Values;
        ReadOnlySpan<double> XX = _network.InputGram.Values;
        for (int i = 0; i < K.Length; i++)
            K[i] = K[i] * XX[i] / _network.Width;
    }

    /// <inheritdoc cref="TangentKernel(Matrix)"/>
    /// <returns>K, a new n × n matrix.</returns>
    public Matrix TangentKernel()
    {
        var kernel = new Matrix(_network.Samples, _network.Samples);
        TangentKernel(kernel);
        return kernel;
    }

    /// <summary>∇_w uᵀK(w)u; for a unit eigenvector u of a simple eigenvalue of K it is the gradient of that
    /// eigenvalue. Cost O(nmd).</summary>
    /// <param name="u">n entries.</param>
    /// <param name="gradient">m × d, overwritten.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public void KernelFormGradient(ReadOnlySpan<double> u, Matrix gradient)
    {
        ThrowIfNotSampleShaped(u, nameof(u));
        ThrowIfNotParameterShaped(gradient, nameof(gradient));
        int n = _network.Samples;
        ReadOnlySpan<double> S = Slopes.Values, C = Curvatures.Values;
        Span<double> A = _scratch.Values;
        for (int at = 0; at < S.Length; at += n)
        {
            for (int i = 0; i < n; i++)
                A[at + i] = Normalization * u[i] * S[at + i];
        }

        MatrixProduct.Multiply(_scratch, _network.Inputs, _directions); // c_j, row by row
        MatrixProduct.MultiplyTranspose(_directions, _network.Inputs, _scratch); // x_i·c_j
        for (int at = 0; at < C.Length; at += n)
        {
            for (int i = 0; i < n; i++)
                A[at + i] *= 2 * Normalization * u[i] * C[at + i];
        }

        MatrixProduct.Multiply(_scratch, _network.Inputs, gradient);
    }

    /// <summary>J, n × p with columns neuron by neuron: O(nmd) numbers, for tests and small cases.</summary>
    public Matrix Jacobian()
    {
        int n = _network.Samples, d = _network.Dimension;
        var J = new Matrix(n, _network.Parameters);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < _network.Width; j++)
                for (int a = 0; a < d; a++)
                    J[i, j * d + a] = Normalization * _network.Signs[j] * Slopes[j, i] * _network.Inputs[i, a];
        return J;
    }

    private double Normalization => 1 / Math.Sqrt(_network.Width);

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

    private Matrix Curvatures
    {
        get
        {
            if (!_hasCurvatures)
            {
                _network.Activation.Curvatures(_preactivations.Values, _curvatures.Values);
                _hasCurvatures = true;
            }

            return _curvatures;
        }
    }

    private void ThrowIfNotParameterShaped(Matrix matrix, string name)
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        if (matrix.Rows != _network.Width || matrix.Columns != _network.Dimension)
            throw new ArgumentException(
                $"The matrix is {matrix.Rows} × {matrix.Columns}, and {_network.Width} × {_network.Dimension} (neurons "
                    + "× coordinates) is needed.",
                name);
    }

    private void ThrowIfNotSampleShaped(ReadOnlySpan<double> vector, string name)
    {
        if (vector.Length != _network.Samples)
            throw new ArgumentException(
                $"The vector has {vector.Length} entries, and {_network.Samples} (one for each sample) are needed.",
                name);
    }
}
