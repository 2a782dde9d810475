using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Optimization;

/// <summary>Gradient descent on both layers of vᵀφ(Wx) for a multiple of the sum of squares.</summary>
/// <remarks>Mutable: <see cref="Step"/> moves the weights. Not synchronized.</remarks>
public sealed class SmoothDescent
{
    private readonly SmoothPoint _point;
    private readonly double[] _labels;
    private readonly double[] _residual;
    private readonly double[] _forOutputs;
    private readonly Matrix _forWeights;

    /// <summary>Stands at a start, which is copied.</summary>
    /// <param name="network">The network.</param>
    /// <param name="labels">y, n entries.</param>
    /// <param name="outputWeights">v_0, k entries.</param>
    /// <param name="weights">W_0, k × d.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public SmoothDescent(
        SmoothNetwork network, ReadOnlySpan<double> labels, ReadOnlySpan<double> outputWeights, Matrix weights)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(weights);
        Lanes.ThrowIfLengthsDiffer(network.Samples, labels.Length, nameof(labels));
        _labels = labels.ToArray();
        _residual = new double[network.Samples];
        _forOutputs = new double[network.Width];
        _forWeights = new Matrix(network.Width, network.Dimension);
        OutputWeights = outputWeights.ToArray();
        Weights = weights.Clone();
        _point = network.At(OutputWeights, Weights);
        Loss = _point.Residual(_labels, _residual);
    }

    /// <summary>v, k entries.</summary>
    public double[] OutputWeights { get; }

    /// <summary>W, k × d.</summary>
    public Matrix Weights { get; }

    /// <summary>‖f − y‖² at the weights, a sum of squares without ½.</summary>
    public double Loss { get; private set; }

    /// <summary>f − y, n entries.</summary>
    public ReadOnlySpan<double> Residual => _residual;

    /// <summary>The network at the weights.</summary>
    public SmoothPoint Point => _point;

    /// <summary>A start of the talk: v_0 with independent N(0, ν²), W_0 with independent N(0, 1) entries, v first in
    /// the stream.</summary>
    /// <param name="stream">Where the numbers come from.</param>
    /// <param name="width">k ≥ 1.</param>
    /// <param name="dimension">d ≥ 1.</param>
    /// <param name="deviation">ν.</param>
    public static (double[] OutputWeights, Matrix Weights) Start(
        RandomStream stream, int width, int dimension, double deviation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        double[] v = stream.Normals(width);
        Lanes.Scale(deviation, v);
        var W = new Matrix(width, dimension);
        stream.FillNormals(W.Values);
        return (v, W);
    }

    /// <summary>One step θ ← θ − μ·c·Jᵀ(f − y), the gradient of ½c‖f − y‖². O(nkd).</summary>
    /// <param name="step">μ.</param>
    /// <param name="factor">c: 2 for the loss of the talk, 1 for half of it.</param>
    /// <returns>The length of the step.</returns>
    public double Step(double step, double factor)
    {
        _point.TransposeMultiply(_residual, _forOutputs, _forWeights);
        Lanes.Scale(factor, _forOutputs);
        Lanes.Scale(factor, _forWeights.Values);
        Lanes.Axpy(-step, _forOutputs, OutputWeights);
        Lanes.Axpy(-step, _forWeights.Values, Weights.Values);
        _point.MoveTo(OutputWeights, Weights);
        Loss = _point.Residual(_labels, _residual);
        return step * Math.Sqrt(
            Lanes.Dot(_forOutputs, _forOutputs) + Lanes.Dot(_forWeights.Values, _forWeights.Values));
    }
}
