using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.JacobianSpectra.Networks;

/// <summary>A network with one hidden layer and K outputs on n training inputs, f(x; W) = Vφ(Wx): W ∈ ℝ^(k×d) is
/// trained, V ∈ ℝ^(K×k) fixed.</summary>
/// <remarks>
/// Holds what training leaves alone: φ, the inputs X (n × d, row per sample) and V. What depends on W is asked of a
/// <see cref="MulticlassPoint"/>. "Model and training" of the talk. Outputs are concatenated sample by sample, as the
/// talk does: output a of sample i is entry iK + a of f(W) ∈ ℝ^(nK), which is the order of the entries of an n × K
/// matrix. Immutable.
/// </remarks>
public sealed class MulticlassNetwork
{
    /// <summary>A network on the inputs given, which are copied, as V is.</summary>
    /// <param name="activation">φ.</param>
    /// <param name="inputs">X, n × d, at least 1 × 1, finite.</param>
    /// <param name="outputWeights">V, K × k, at least 1 × 1, finite.</param>
    /// <exception cref="ArgumentException">A matrix is empty or has an entry that is not finite.</exception>
    public MulticlassNetwork(Activation activation, Matrix inputs, Matrix outputWeights)
    {
        ArgumentNullException.ThrowIfNull(activation);
        ThrowIfUnusable(inputs, nameof(inputs));
        ThrowIfUnusable(outputWeights, nameof(outputWeights));
        Activation = activation;
        Inputs = inputs.Clone();
        OutputWeights = outputWeights.Clone();
        InputGram = MatrixProduct.MultiplyTranspose(Inputs, inputs);
    }

    /// <summary>φ.</summary>
    public Activation Activation { get; }

    /// <summary>n, the number of samples.</summary>
    public int Samples => Inputs.Rows;

    /// <summary>d, the dimension of an input.</summary>
    public int Dimension => Inputs.Columns;

    /// <summary>K, the number of outputs.</summary>
    public int Outputs => OutputWeights.Rows;

    /// <summary>k, the number of neurons.</summary>
    public int Width => OutputWeights.Columns;

    /// <summary>p = kd, the number of trained weights.</summary>
    public int Parameters => Width * Dimension;

    /// <summary>X, n × d; not to be written to.</summary>
    internal Matrix Inputs { get; }

    /// <summary>V, K × k; not to be written to.</summary>
    internal Matrix OutputWeights { get; }

    /// <summary>XXᵀ, n × n; not to be written to.</summary>
    internal Matrix InputGram { get; }

    /// <summary>The same φ and V on other inputs, as for test samples.</summary>
    /// <exception cref="ArgumentException">The inputs are empty or not finite.</exception>
    public MulticlassNetwork On(Matrix inputs) => new(Activation, inputs, OutputWeights);

    /// <summary>The network at weights W.</summary>
    /// <param name="weights">k × d.</param>
    /// <exception cref="ArgumentException">The shape does not fit.</exception>
    public MulticlassPoint At(Matrix weights)
    {
        var point = new MulticlassPoint(this);
        point.MoveTo(weights);
        return point;
    }

    private static void ThrowIfUnusable(Matrix matrix, string name)
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        if (matrix.Rows < 1 || matrix.Columns < 1)
            throw new ArgumentException(
                $"The matrix is {matrix.Rows} × {matrix.Columns}; at least 1 × 1 is needed.", name);
        foreach (double entry in matrix.Values)
        {
            if (!double.IsFinite(entry))
                throw new ArgumentException($"An entry is {entry}; all have to be finite.", name);
        }
    }
}
