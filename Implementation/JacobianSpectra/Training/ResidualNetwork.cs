using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Training;

// Notation, row per sample: H₀ = XW_inᵀ; Z_b = H_b B_bᵀ, P_b = φ(Z_b), S_b = φ'(Z_b), H_(b+1) = H_b + P_b A_bᵀ for
// b = 0, …, β − 1; F = sH_β Uᵀ.
//
// With G = ∂/∂H_β = sRU, from the last block to the first:
//     ∂/∂U = sRᵀH_β,  ∂/∂A_b = GᵀP_b,  D = (GA_b) ∘ S_b,  ∂/∂B_b = DᵀH_b,  G ← G + DB_b,  ∂/∂W_in = GᵀX.
//
// A weight matrix M with backward vectors δ and activations a has the gradient δaᵀ for each output of each sample, and
// adds ⟨δ, δ'⟩⟨a, a'⟩ to JJᵀ: one product of backward vectors a layer, (nK)²m operations, and no Jacobian.

/// <summary>A residual network, all of whose layers are trained: h ← W_in x, h ← h + A_b φ(B_b h) for each block,
/// f = s·Uh.</summary>
/// <remarks>W_in is m × d, A_b and B_b are m × m, U is K × m: p = md + 2βm² + Km weights. It stands here for ResNet20:
/// sums over blocks, without convolutions and normalization.</remarks>
public sealed class ResidualNetwork : TrainedNetwork
{
    private readonly Activation _activation;
    private readonly double _scale;
    private readonly int _blocks;

    // W_in, B_0, A_0, B_1, A_1, …, U.
    private readonly Matrix[] _weights;

    /// <summary>A network at random weights: W_in ~ N(0, 1), B_b ~ N(0, 1/m), A_b ~ 0.7·N(0, 1/m), U ~ N(0, 1/m),
    /// independent.</summary>
    /// <param name="stream">Where the weights come from.</param>
    /// <param name="activation">φ.</param>
    /// <param name="dimension">d, at least 1.</param>
    /// <param name="width">m, at least 1.</param>
    /// <param name="blocks">β, nonnegative.</param>
    /// <param name="outputs">K, at least 1.</param>
    /// <param name="scale">s.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is too small.</exception>
    public ResidualNetwork(
        RandomStream stream, Activation activation, int dimension, int width, int blocks, int outputs, double scale)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(blocks);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        _activation = activation;
        _scale = scale;
        _blocks = blocks;
        double unit = 1 / Math.Sqrt(width);
        _weights = new Matrix[2 * blocks + 2];
        _weights[0] = Normal(stream, width, dimension, 1);
        for (int b = 0; b < blocks; b++)
        {
            _weights[2 * b + 1] = Normal(stream, width, width, unit);
            _weights[2 * b + 2] = Normal(stream, width, width, 0.7 * unit);
        }

        _weights[^1] = Normal(stream, outputs, width, unit);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Matrix> Weights => _weights;

    private Matrix Readout => _weights[^1];

    /// <inheritdoc/>
    public override Matrix Outputs(Matrix inputs) => Forward(inputs).F;

    /// <inheritdoc/>
    public override IReadOnlyList<Matrix> Gradient(Matrix inputs, Func<Matrix, Matrix> residual)
    {
        ArgumentNullException.ThrowIfNull(residual);
        (Matrix[] H, Matrix[] P, Matrix[] S, Matrix F) = Forward(inputs);
        Matrix R = residual(F).Clone();
        Lanes.Scale(_scale, R.Values);
        var gradient = new Matrix[_weights.Length];
        gradient[^1] = MatrixProduct.TransposeMultiply(R, H[_blocks]);
        Matrix G = MatrixProduct.Multiply(R, Readout);
        for (int b = _blocks - 1; b >= 0; b--)
        {
            gradient[2 * b + 2] = MatrixProduct.TransposeMultiply(G, P[b]);
            Matrix D = MatrixProduct.Multiply(G, _weights[2 * b + 2]);
            MultiplyEntries(S[b], D, outputs: 1);
            gradient[2 * b + 1] = MatrixProduct.TransposeMultiply(D, H[b]);
            Lanes.Axpy(1, MatrixProduct.Multiply(D, _weights[2 * b + 1]).Values, G.Values);
        }

        gradient[0] = MatrixProduct.TransposeMultiply(G, inputs);
        return gradient;
    }

    /// <inheritdoc/>
    public override Matrix TangentKernel(Matrix inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        (Matrix[] H, Matrix[] P, Matrix[] S, _) = Forward(inputs);
        int n = inputs.Rows, K = Readout.Rows;
        var kernel = new Matrix(n * K, n * K);

        // The backward vector of U is s·e_a for output a, that of H_β is s times row a of U.
        var Δ = new Matrix(n * K, K);
        var G = new Matrix(n * K, Readout.Columns);
        for (int row = 0; row < n * K; row++)
        {
            Δ[row, row % K] = _scale;
            Lanes.Axpy(_scale, Readout.Row(row % K), G.Row(row));
        }

        AddLayer(kernel, Δ, H[_blocks], K);
        for (int b = _blocks - 1; b >= 0; b--)
        {
            AddLayer(kernel, G, P[b], K);
            Matrix D = MatrixProduct.Multiply(G, _weights[2 * b + 2]);
            MultiplyEntries(S[b], D, K);
            AddLayer(kernel, D, H[b], K);
            Lanes.Axpy(1, MatrixProduct.Multiply(D, _weights[2 * b + 1]).Values, G.Values);
        }

        AddLayer(kernel, G, inputs, K);
        return kernel;
    }

    private static Matrix Normal(RandomStream stream, int rows, int columns, double deviation)
    {
        var matrix = new Matrix(rows, columns);
        stream.FillNormals(matrix.Values);
        Lanes.Scale(deviation, matrix.Values);
        return matrix;
    }

    private (Matrix[] H, Matrix[] P, Matrix[] S, Matrix F) Forward(Matrix inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Matrix[] H = new Matrix[_blocks + 1], P = new Matrix[_blocks], S = new Matrix[_blocks];
        H[0] = MatrixProduct.MultiplyTranspose(inputs, _weights[0]);
        for (int b = 0; b < _blocks; b++)
        {
            P[b] = MatrixProduct.MultiplyTranspose(H[b], _weights[2 * b + 1]);
            S[b] = new Matrix(P[b].Rows, P[b].Columns);
            _activation.Slopes(P[b].Values, S[b].Values);
            _activation.Values(P[b].Values, P[b].Values);
            H[b + 1] = MatrixProduct.MultiplyTranspose(P[b], _weights[2 * b + 2]);
            Lanes.Axpy(1, H[b].Values, H[b + 1].Values);
        }

        Matrix F = MatrixProduct.MultiplyTranspose(H[_blocks], Readout);
        Lanes.Scale(_scale, F.Values);
        return (H, P, S, F);
    }

    // Row i of the slopes belongs to as many rows of the other matrix as there are outputs.
    private static void MultiplyEntries(Matrix slopes, Matrix values, int outputs)
    {
        for (int row = 0; row < values.Rows; row++)
        {
            ReadOnlySpan<double> factors = slopes.Row(row / outputs);
            Span<double> entries = values.Row(row);
            for (int j = 0; j < entries.Length; j++)
                entries[j] *= factors[j];
        }
    }

    private static void AddLayer(Matrix kernel, Matrix backward, Matrix activations, int K)
    {
        Matrix products = MatrixProduct.MultiplyTranspose(backward, backward);
        Matrix inner = MatrixProduct.MultiplyTranspose(activations, activations);
        for (int row = 0; row < kernel.Rows; row++)
        {
            Span<double> entries = kernel.Row(row);
            ReadOnlySpan<double> factors = products.Row(row), samples = inner.Row(row / K);
            for (int j = 0, column = 0; j < samples.Length; j++)
            {
                for (int a = 0; a < K; a++, column++)
                    entries[column] = Math.FusedMultiplyAdd(factors[column], samples[j], entries[column]);
            }
        }
    }
}
