using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Descent;

/// <summary>out(x) = Σ_j a_j max(0, ⟨w_j, x⟩ + b_j) + c, trained on batches with the hinge loss max(0, 1 − y·out); both
/// have the slope 0 at their corners.</summary>
/// <remarks>A step takes two products of 2·B·h·d operations for a batch of B. Not safe for concurrent use.</remarks>
public sealed class BatchNetwork
{
    private readonly Matrix _weights;
    private readonly double[] _biases;
    private readonly double[] _outer;
    private readonly Matrix _gradient;
    private Matrix _activations = new(0, 0);
    private double _constant;

    /// <summary>Draws w ~ N(0, 2/d) and a ~ N(0, 1/h); b and c are 0.</summary>
    /// <param name="variables">d, from 1.</param>
    /// <param name="width">h, from 1.</param>
    /// <param name="stream">Where they come from.</param>
    public BatchNetwork(int variables, int width, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(variables, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        (_weights, _gradient) = (new Matrix(width, variables), new Matrix(width, variables));
        (_biases, _outer) = (new double[width], new double[width]);
        stream.FillNormals(_weights.Values);
        Lanes.Scale(Math.Sqrt(2.0 / variables), _weights.Values);
        stream.FillNormals(_outer);
        Lanes.Scale(1 / Math.Sqrt(width), _outer);
    }

    /// <summary>The outputs at inputs.</summary>
    /// <param name="inputs">A row an input, d columns.</param>
    public double[] Outputs(Matrix inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (_activations.Rows != inputs.Rows)
            _activations = new Matrix(inputs.Rows, _biases.Length);
        MatrixProduct.MultiplyTranspose(inputs, _weights, _activations);
        double[] outputs = new double[inputs.Rows];
        for (int x = 0; x < outputs.Length; x++)
        {
            Span<double> row = _activations.Row(x);
            for (int j = 0; j < row.Length; j++)
                row[j] = Math.Max(0, row[j] + _biases[j]);
            outputs[x] = Lanes.Dot(row, _outer) + _constant;
        }

        return outputs;
    }

    /// <summary>The share of inputs where the sign of the output is the label, ties ½.</summary>
    /// <param name="inputs">A row an input.</param>
    /// <param name="labels">±1 each.</param>
    public double Accuracy(Matrix inputs, ReadOnlySpan<double> labels)
    {
        double[] outputs = Outputs(inputs);
        double right = 0;
        for (int x = 0; x < outputs.Length; x++)
        {
            double signed = outputs[x] * labels[x];
            right += signed > 0 ? 1 : signed == 0 ? 0.5 : 0;
        }

        return right / outputs.Length;
    }

    /// <summary>A step along the mean gradient over a batch.</summary>
    /// <param name="inputs">A row an input.</param>
    /// <param name="labels">±1 each.</param>
    /// <param name="rate">γ.</param>
    public void Step(Matrix inputs, ReadOnlySpan<double> labels, double rate)
    {
        double[] outputs = Outputs(inputs);
        double constant = 0;
        double[] outer = new double[_outer.Length], biases = new double[_biases.Length];
        for (int x = 0; x < outputs.Length; x++)
        {
            double slope = labels[x] * outputs[x] < 1 ? -labels[x] / outputs.Length : 0;
            constant += slope;
            Span<double> row = _activations.Row(x);
            Lanes.Axpy(slope, row, outer);
            // Of the activations no more is needed than where they are positive.
            for (int j = 0; j < row.Length; j++)
                row[j] = row[j] > 0 ? slope * _outer[j] : 0;
            Lanes.Axpy(1, row, biases);
        }

        MatrixProduct.TransposeMultiply(_activations, inputs, _gradient);
        Lanes.Axpy(-rate, _gradient.Values, _weights.Values);
        Lanes.Axpy(-rate, biases, _biases);
        Lanes.Axpy(-rate, outer, _outer);
        _constant -= rate * constant;
    }
}
