using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Networks;

// Notation: a⁰ = x; zˡ = Wˡaˡ⁻¹/√m_{l−1}; aˡ = σ_l(zˡ) for l = 1 … L+1; f = a^{L+1} ∈ ℝ. Layers are numbered from 1 in
// formulas and from 0 in arrays.

/// <summary>A fully connected network with one output, every weight trained: aˡ = σ_l(Wˡaˡ⁻¹/√m_{l−1}), f(W; x) =
/// a^{L+1}.</summary>
/// <remarks>
/// Immutable; the weight matrices must not be changed from outside. Parameters as one vector are W¹ row by row, then
/// W², and so on. Source: "Deeper neural nets" of the talk, and arXiv:2003.00307.
/// </remarks>
public sealed class DeepNetwork
{
    /// <summary>A network with given weights.</summary>
    /// <param name="weights">Wˡ of shape m_l × m_{l−1}; the last one has one row.</param>
    /// <param name="functions">σ_l, one for each weight matrix.</param>
    /// <exception cref="ArgumentException">There is no layer, shapes or numbers do not fit, or a weight is not
    /// finite.</exception>
    public DeepNetwork(IReadOnlyList<Matrix> weights, IReadOnlyList<LayerFunction> functions)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(functions);
        if (weights.Count == 0 || weights.Count != functions.Count)
            throw new ArgumentException(
                $"A network has at least one layer and one function a layer, not {weights.Count} and "
                    + $"{functions.Count}.",
                nameof(functions));
        for (int l = 0; l < weights.Count; l++)
        {
            int rows = l + 1 < weights.Count ? weights[l + 1].Columns : 1;
            if (weights[l].Rows != rows || weights[l].Columns < 1)
                throw new ArgumentException(
                    $"The weights of layer {l + 1} are {weights[l].Rows} × {weights[l].Columns}; {rows} rows and at "
                        + "least one column are needed.",
                    nameof(weights));
            if (weights[l].Values.ContainsAnyExceptInRange(double.MinValue, double.MaxValue))
                throw new ArgumentException($"The weights of layer {l + 1} are not all finite.", nameof(weights));
        }

        Weights = [.. weights];
        Functions = [.. functions];
        ParameterCount = weights.Sum(W => W.Rows * W.Columns);
    }

    /// <summary>Wˡ, m_l × m_{l−1}.</summary>
    public IReadOnlyList<Matrix> Weights { get; }

    /// <summary>σ_l.</summary>
    public IReadOnlyList<LayerFunction> Functions { get; }

    /// <summary>p, the number of weights.</summary>
    public int ParameterCount { get; }

    /// <summary>d, the length of an input.</summary>
    public int InputDimension => Weights[0].Columns;

    /// <summary>A network with independent standard normal weights.</summary>
    /// <param name="stream">Its next draws are the weights, in the order of the parameter vector.</param>
    /// <param name="widths">d, m_1, …, m_L, each at least 1; the output follows by itself.</param>
    /// <param name="functions">σ_1, …, σ_{L+1}.</param>
    public static DeepNetwork Gaussian(
        RandomStream stream, IReadOnlyList<int> widths, IReadOnlyList<LayerFunction> functions)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(widths);
        var weights = new Matrix[widths.Count];
        for (int l = 0; l < weights.Length; l++)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(widths[l], 1, nameof(widths));
            weights[l] = new(l + 1 < widths.Count ? widths[l + 1] : 1, widths[l]);
            stream.FillNormals(weights[l].Values);
        }

        return new(weights, functions);
    }

    /// <summary>The same weights with another function after the last layer.</summary>
    public DeepNetwork WithOutput(LayerFunction function) =>
        new(Weights, [.. Functions.Take(Functions.Count - 1), function]);

    /// <summary>The network whose parameter vector is that of this one plus <paramref name="step"/> times
    /// <paramref name="direction"/>.</summary>
    /// <exception cref="ArgumentException">The direction has not <see cref="ParameterCount"/> entries.</exception>
    public DeepNetwork Moved(double step, ReadOnlySpan<double> direction)
    {
        Lanes.ThrowIfLengthsDiffer(ParameterCount, direction.Length, nameof(direction));
        var moved = new Matrix[Weights.Count];
        int offset = 0;
        for (int l = 0; l < moved.Length; l++)
        {
            moved[l] = Weights[l].Clone();
            Lanes.Axpy(step, direction.Slice(offset, moved[l].Values.Length), moved[l].Values);
            offset += moved[l].Values.Length;
        }

        return new(moved, Functions);
    }

    /// <summary>The network of the same shape and functions with other weights.</summary>
    /// <param name="parameters">Its parameter vector.</param>
    /// <exception cref="ArgumentException">There are not <see cref="ParameterCount"/> entries, or one is not
    /// finite.</exception>
    public DeepNetwork WithParameters(ReadOnlySpan<double> parameters)
    {
        Lanes.ThrowIfLengthsDiffer(ParameterCount, parameters.Length, nameof(parameters));
        var weights = new Matrix[Weights.Count];
        int offset = 0;
        for (int l = 0; l < weights.Length; l++)
        {
            weights[l] = new(Weights[l].Rows, Weights[l].Columns);
            parameters.Slice(offset, weights[l].Values.Length).CopyTo(weights[l].Values);
            offset += weights[l].Values.Length;
        }

        return new(weights, Functions);
    }

    /// <summary>All weights as one vector, p entries.</summary>
    public double[] Parameters()
    {
        var parameters = new double[ParameterCount];
        int offset = 0;
        foreach (Matrix W in Weights)
        {
            W.Values.CopyTo(parameters.AsSpan(offset));
            offset += W.Values.Length;
        }

        return parameters;
    }

    /// <summary>The forward and backward pass at one input.</summary>
    /// <param name="input">x, d entries.</param>
    public NetworkPass At(ReadOnlySpan<double> input) => new(this, input);

    /// <summary>The tangent kernel K_ij = ⟨∇f(x_i), ∇f(x_j)⟩ = Σ_l ⟨eˡ_i, eˡ_j⟩⟨aˡ⁻¹_i, aˡ⁻¹_j⟩/m_{l−1}, n × n, exactly
    /// symmetric.</summary>
    /// <remarks>O(n·p) for the passes and O(n²·Σm_l) for the products; no n × p Jacobian is built.</remarks>
    /// <param name="X">n × d, a row an input.</param>
    public Matrix TangentKernel(Matrix X)
    {
        ArgumentNullException.ThrowIfNull(X);
        return TangentKernel([.. Enumerable.Range(0, X.Rows).Select(i => At(X.Row(i)))]);
    }

    /// <summary>The tangent kernel from passes that were made before.</summary>
    /// <param name="passes">Passes of one network, one for each input.</param>
    public static Matrix TangentKernel(IReadOnlyList<NetworkPass> passes)
    {
        ArgumentNullException.ThrowIfNull(passes);
        var K = new Matrix(passes.Count, passes.Count);
        for (int i = 0; i < passes.Count; i++)
        {
            for (int j = 0; j <= i; j++)
                K[i, j] = K[j, i] = passes[i].GradientProduct(passes[j]);
        }

        return K;
    }
}
