using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>The outputs of a shallow network as a map of its p = m·d first-layer weights, neuron by neuron, with full
/// matrices: for small networks.</summary>
/// <remarks>H_{F_i} has the diagonal blocks v_jσ''(w_j·x_i)x_ix_iᵀ/√m, so that its rank is at most m.</remarks>
public sealed class ShallowMap : DifferentiableMap
{
    private readonly ShallowNetwork _network;

    /// <summary>The map of a network.</summary>
    public ShallowMap(ShallowNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        _network = network;
    }

    /// <inheritdoc/>
    public override int Parameters => _network.Parameters;

    /// <inheritdoc/>
    public override int Outputs => _network.Samples;

    /// <inheritdoc/>
    public override double[] Value(ReadOnlySpan<double> w)
    {
        var value = new double[Outputs];
        At(w).Outputs(value);
        return value;
    }

    /// <inheritdoc/>
    public override Matrix Jacobian(ReadOnlySpan<double> w) => At(w).Jacobian();

    /// <inheritdoc/>
    public override Matrix WeightedHessian(ReadOnlySpan<double> w, ReadOnlySpan<double> weights)
    {
        Matrix curvatures = MatrixProduct.MultiplyTranspose(Weights(w), _network.Inputs);
        _network.Activation.Curvatures(curvatures.Values, curvatures.Values);
        int d = _network.Dimension;
        var H = new Matrix(Parameters, Parameters);
        for (int j = 0; j < _network.Width; j++)
        {
            for (int i = 0; i < Outputs; i++)
            {
                double factor = weights[i] * _network.Signs[j] * curvatures[j, i] / Math.Sqrt(_network.Width);
                ReadOnlySpan<double> x = _network.Inputs.Row(i);
                for (int a = 0; a < d; a++)
                    Lanes.Axpy(factor * x[a], x, H.Row(j * d + a).Slice(j * d, d));
            }
        }

        return H;
    }

    private ShallowPoint At(ReadOnlySpan<double> w) => _network.At(Weights(w));

    private Matrix Weights(ReadOnlySpan<double> w)
    {
        ThrowIfNoPoint(w);
        var W = new Matrix(_network.Width, _network.Dimension);
        w.CopyTo(W.Values);
        return W;
    }
}
