using Verification.Implementation.Numerics.LinearAlgebra;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.JacobianSpectra.Optimization;

// Notation: Z = XWᵀ, Φ = φ(Z) and S = φ'(Z), n × k, row per sample.
//
//     f = Φv                                       n entries
//     ∂f_i/∂v_j = Φ_ij,  ∂f_i/∂W_ja = v_j S_ij X_ia      J, n × k(d + 1)
//     Jᵀu = (Φᵀu, diag(v)(S ∘ u1ᵀ)ᵀX)
//     JJᵀ = ΦΦᵀ + (S diag(v)² Sᵀ) ∘ (XXᵀ)

/// <summary>A network vᵀφ(Wx) at weights v, W: outputs, products with the transposed Jacobian, tangent kernel, in
/// closed form.</summary>
/// <remarks>Mutable workspace: <see cref="MoveTo"/> sets the weights, which are read and kept by reference only until
/// the next move. Not synchronized. NaN and infinite weights propagate.</remarks>
public sealed class SmoothPoint
{
    private readonly SmoothNetwork _network;
    private readonly double[] _outputWeights;
    private readonly Matrix _preactivations;
    private readonly Matrix _features;
    private readonly Matrix _slopes;
    private readonly Matrix _scratch;
    private Matrix _weights;

    internal SmoothPoint(SmoothNetwork network)
    {
        _network = network;
        int n = network.Samples, k = network.Width;
        _outputWeights = new double[k];
        _weights = new Matrix(k, network.Dimension);
        _preactivations = new Matrix(n, k);
        _features = new Matrix(n, k);
        _slopes = new Matrix(n, k);
        _scratch = new Matrix(n, k);
    }

    /// <summary>Φ = φ(XWᵀ), n × k; not to be written to.</summary>
    public Matrix Features => _features;

    /// <summary>Sets the weights. O(nkd).</summary>
    /// <param name="outputWeights">v, k entries.</param>
    /// <param name="weights">W, k × d; not to be changed while the point stands there.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public void MoveTo(ReadOnlySpan<double> outputWeights, Matrix weights)
    {
        ThrowIfNot(weights, nameof(weights));
        Lanes.ThrowIfLengthsDiffer(_network.Width, outputWeights.Length, nameof(outputWeights));
        outputWeights.CopyTo(_outputWeights);
        _weights = weights;
        MatrixProduct.MultiplyTranspose(_network.Inputs, weights, _preactivations);
        _network.Activation.Values(_preactivations.Values, _features.Values);
        _network.Activation.Slopes(_preactivations.Values, _slopes.Values);
    }

    /// <summary>f, n entries, overwritten. O(nk).</summary>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public void Outputs(Span<double> outputs) => MatrixVector.Multiply(_features, _outputWeights, outputs);

    /// <summary>r = f − y. O(nk).</summary>
    /// <param name="labels">y, n entries.</param>
    /// <param name="residual">r, n entries, overwritten.</param>
    /// <returns>‖r‖², the loss of the talk: a sum of squares without ½.</returns>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public double Residual(ReadOnlySpan<double> labels, Span<double> residual)
    {
        Outputs(residual);
        Lanes.Axpy(-1, labels, residual);
        return Lanes.Dot(residual, residual);
    }

    /// <summary>Jᵀu, half of the gradient of ‖f − y‖² for u = f − y. O(nkd).</summary>
    /// <param name="u">n entries.</param>
    /// <param name="forOutputs">The part of v, k entries, overwritten.</param>
    /// <param name="forWeights">The part of W, k × d, overwritten.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public void TransposeMultiply(ReadOnlySpan<double> u, Span<double> forOutputs, Matrix forWeights)
    {
        ThrowIfNot(forWeights, nameof(forWeights));
        MatrixVector.TransposeMultiply(_features, u, forOutputs);
        int k = _network.Width;
        ReadOnlySpan<double> S = _slopes.Values;
        Span<double> A = _scratch.Values;
        for (int i = 0; i < u.Length; i++)
        {
            for (int j = 0; j < k; j++)
                A[i * k + j] = u[i] * _outputWeights[j] * S[i * k + j];
        }

        MatrixProduct.TransposeMultiply(_scratch, _network.Inputs, forWeights);
    }

    /// <summary>JJᵀ, n × n, symmetric to the last bit. O(n²k).</summary>
    public Matrix TangentKernel()
    {
        int n = _network.Samples, k = _network.Width;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < k; j++)
                _scratch[i, j] = _outputWeights[j] * _slopes[i, j];
        }

        Matrix K = Gram.Of(_features.Transpose()), inner = Gram.Of(_scratch.Transpose());
        for (int at = 0; at < n * n; at++)
            K.Values[at] += inner.Values[at] * _network.InputGram.Values[at];
        return K;
    }

    /// <summary>Bound of the error of each eigenvalue of <see cref="TangentKernel"/> as computed, before the eigenvalue
    /// routine: (2k + d + 50)u·tr JJᵀ.</summary>
    /// <remarks>Features and slopes are within 8 ulp (16u twice in a product), sums of k and d fused products within
    /// ku and du, so that |δK_ij| ≤ (k + d + 40)u√(K_iiK_jj) and ‖δK‖ ≤ (k + d + 40)u·tr K. The rounding of Z moves the
    /// weights by d·u relative, which no statement here depends on.</remarks>
    /// <param name="trace">tr JJᵀ.</param>
    public double KernelError(double trace) =>
        (2.0 * _network.Width + _network.Dimension + 50) * UnitRoundoff * trace;

    /// <summary>Bound of the error of each output as computed: the largest over the samples of
    /// Σ_j |v_j|(γ_d Σ_a |W_ja X_ia| + (k + 20)u·φ_ij), for |φ'| ≤ 1.</summary>
    public double OutputError()
    {
        int n = _network.Samples, k = _network.Width, d = _network.Dimension;
        double worst = 0;
        for (int i = 0; i < n; i++)
        {
            double error = 0;
            for (int j = 0; j < k; j++)
            {
                double argument = 0;
                for (int a = 0; a < d; a++)
                    argument += Math.Abs(_weights[j, a] * _network.Inputs[i, a]);
                error += Math.Abs(_outputWeights[j])
                    * (Gamma(2 * d + 2) * argument + (k + 20) * UnitRoundoff * Math.Abs(_features[i, j]));
            }

            worst = Math.Max(worst, error);
        }

        return worst;
    }

    private void ThrowIfNot(Matrix matrix, string name)
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        if (matrix.Rows != _network.Width || matrix.Columns != _network.Dimension)
            throw new ArgumentException(
                $"The matrix is {matrix.Rows} × {matrix.Columns}, and {_network.Width} × {_network.Dimension} is "
                    + "needed.",
                name);
    }
}
