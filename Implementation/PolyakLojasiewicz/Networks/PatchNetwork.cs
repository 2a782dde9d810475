using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.PolyakLojasiewicz.Networks;

// Notation: a⁰ = x; g_p the patch of aˡ⁻¹ at position p, kC entries; z_p = Wˡg_p/√(kC); aˡ_p = σ_l(z_p), plus aˡ⁻¹_p in
// a residual layer; f = a^{L+1}, one channel at one position. With one position and k = 1 this is DeepNetwork.

/// <summary>A network of convolutional, dense and residual layers with one output, every weight trained.</summary>
/// <remarks>
/// Immutable; the weight matrices must not be changed from outside. Values are stored position by position, all
/// channels of a position together; parameters as one vector are W¹ row by row, then W², and so on. The talk defines no
/// such network; the scaling 1/√(kC) is that of its fully connected ones, whose C inputs a patch has k times.
/// </remarks>
public sealed class PatchNetwork
{
    /// <summary>A network with given weights.</summary>
    /// <param name="channels">Channels of the input, at least 1.</param>
    /// <param name="positions">Positions of the input, at least 1.</param>
    /// <param name="layers">The layers; the last one has one channel at one position.</param>
    /// <exception cref="ArgumentException">A size is out of range, shapes do not fit, or there is no layer.</exception>
    public PatchNetwork(int channels, int positions, IReadOnlyList<PatchLayer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(positions, 1);
        (InputChannels, InputPositions) = (channels, positions);
        for (int l = 0; l < layers.Count; l++)
        {
            PatchLayer layer = layers[l];
            if (layer.Kernel < 1 || layer.Kernel > positions || (layer.Positions != 1 && layer.Positions != positions))
                throw new ArgumentException(
                    $"Layer {l + 1} reads patches of {layer.Kernel} of {positions} positions at {layer.Positions} of "
                        + "them; patches have from 1 to all positions, and there are as many or one.",
                    nameof(layers));
            if (layer.Weights.Columns != layer.Kernel * channels)
                throw new ArgumentException(
                    $"The weights of layer {l + 1} have {layer.Weights.Columns} columns; patches of {layer.Kernel} "
                        + $"positions with {channels} channels need {layer.Kernel * channels}.",
                    nameof(layers));
            if (layer.IsResidual && (layer.Weights.Rows != channels || layer.Positions != positions))
                throw new ArgumentException(
                    $"Layer {l + 1} is residual, so that its output needs the shape of its input.", nameof(layers));
            (channels, positions) = (layer.Weights.Rows, layer.Positions);
            ParameterCount += layer.Weights.Values.Length;
        }

        if (layers.Count == 0 || channels != 1 || positions != 1)
            throw new ArgumentException(
                $"The last layer has {channels} channels at {positions} positions; it needs one of each.",
                nameof(layers));
        Layers = [.. layers];
    }

    /// <summary>Channels of the input.</summary>
    public int InputChannels { get; }

    /// <summary>Positions of the input.</summary>
    public int InputPositions { get; }

    /// <summary>The layers.</summary>
    public IReadOnlyList<PatchLayer> Layers { get; }

    /// <summary>p, the number of weights.</summary>
    public int ParameterCount { get; }

    /// <summary>The forward and backward pass at one input.</summary>
    /// <param name="input">x, channels × positions entries, position by position.</param>
    public PatchPass At(ReadOnlySpan<double> input) => new(this, input);

    /// <summary>The network whose parameter vector is that of this one plus <paramref name="step"/> times
    /// <paramref name="direction"/>.</summary>
    /// <exception cref="ArgumentException">The direction has not <see cref="ParameterCount"/> entries.</exception>
    public PatchNetwork Moved(double step, ReadOnlySpan<double> direction)
    {
        Lanes.ThrowIfLengthsDiffer(ParameterCount, direction.Length, nameof(direction));
        var moved = new PatchLayer[Layers.Count];
        int offset = 0;
        for (int l = 0; l < moved.Length; l++)
        {
            Matrix W = Layers[l].Weights.Clone();
            Lanes.Axpy(step, direction.Slice(offset, W.Values.Length), W.Values);
            offset += W.Values.Length;
            moved[l] = Layers[l] with { Weights = W };
        }

        return new(InputChannels, InputPositions, moved);
    }

    /// <summary>The tangent kernel K_ij = ⟨∇f(x_i), ∇f(x_j)⟩, n × n, exactly symmetric.</summary>
    /// <param name="X">A row an input.</param>
    /// <remarks>O(n²·p), from the gradients themselves.</remarks>
    public Matrix TangentKernel(Matrix X)
    {
        ArgumentNullException.ThrowIfNull(X);
        var J = new Matrix(X.Rows, ParameterCount);
        for (int i = 0; i < X.Rows; i++)
            At(X.Row(i)).Gradient().CopyTo(J.Row(i));
        var K = new Matrix(X.Rows, X.Rows);
        for (int i = 0; i < X.Rows; i++)
        {
            for (int j = 0; j <= i; j++)
                K[i, j] = K[j, i] = Lanes.Dot(J.Row(i), J.Row(j));
        }

        return K;
    }
}
