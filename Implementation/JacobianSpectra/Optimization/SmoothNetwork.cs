using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.JacobianSpectra.Optimization;

/// <summary>A network with one hidden layer and one output on n training inputs, f(x) = vᵀφ(Wx), both layers
/// trained.</summary>
/// <remarks>
/// Holds what training leaves alone: φ and the inputs X (n × d, row per sample). What depends on the weights, v ∈ ℝᵏ
/// and W ∈ ℝ^(k×d), is asked of a <see cref="SmoothPoint"/>. "Theory for smooth activations" of the talk. Immutable.
/// </remarks>
public sealed class SmoothNetwork
{
    /// <summary>A network on the inputs given, which are copied.</summary>
    /// <param name="activation">φ.</param>
    /// <param name="inputs">X, n × d, at least 1 × 1, finite.</param>
    /// <param name="width">k ≥ 1.</param>
    /// <exception cref="ArgumentException">There is no input, or an entry is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no neuron.</exception>
    public SmoothNetwork(Activation activation, Matrix inputs, int width)
    {
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (inputs.Rows < 1 || inputs.Columns < 1)
            throw new ArgumentException(
                $"The inputs are {inputs.Rows} × {inputs.Columns}; at least 1 × 1 is needed.", nameof(inputs));
        foreach (double entry in inputs.Values)
        {
            if (!double.IsFinite(entry))
                throw new ArgumentException($"An entry is {entry}; all have to be finite.", nameof(inputs));
        }

        Activation = activation;
        Inputs = inputs.Clone();
        InputGram = MatrixProduct.MultiplyTranspose(Inputs, inputs);
        Width = width;
    }

    /// <summary>φ.</summary>
    public Activation Activation { get; }

    /// <summary>n, the number of samples.</summary>
    public int Samples => Inputs.Rows;

    /// <summary>d, the dimension of an input.</summary>
    public int Dimension => Inputs.Columns;

    /// <summary>k, the number of neurons.</summary>
    public int Width { get; }

    /// <summary>p = k(d + 1), the number of trained weights.</summary>
    public int Parameters => Width * (Dimension + 1);

    /// <summary>X, n × d; not to be written to.</summary>
    internal Matrix Inputs { get; }

    /// <summary>XXᵀ, n × n; not to be written to.</summary>
    internal Matrix InputGram { get; }

    /// <summary>The network at weights v and W.</summary>
    /// <param name="outputWeights">v, k entries.</param>
    /// <param name="weights">W, k × d.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public SmoothPoint At(ReadOnlySpan<double> outputWeights, Matrix weights)
    {
        var point = new SmoothPoint(this);
        point.MoveTo(outputWeights, weights);
        return point;
    }
}
