using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.JacobianSpectra.Networks;

/// <summary>Inputs with their classes, and y ∈ ℝ^(nK), the concatenation of one-hot labels.</summary>
/// <remarks>Immutable: the inputs and classes given are copied.</remarks>
public sealed class LabeledInputs
{
    private readonly int[] _labels;

    /// <summary>n inputs and their classes.</summary>
    /// <param name="inputs">X, n × d, row per sample.</param>
    /// <param name="labels">n classes between 0 and K − 1.</param>
    /// <param name="classes">K, at least 1.</param>
    /// <exception cref="ArgumentException">There is not one label for each input.</exception>
    /// <exception cref="ArgumentOutOfRangeException">K is below 1, or a label is no class.</exception>
    public LabeledInputs(Matrix inputs, ReadOnlySpan<int> labels, int classes)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        if (labels.Length != inputs.Rows)
            throw new ArgumentException(
                $"There are {labels.Length} labels for {inputs.Rows} inputs.", nameof(labels));
        foreach (int label in labels)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(label, nameof(labels));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(label, classes, nameof(labels));
        }

        Inputs = inputs.Clone();
        _labels = labels.ToArray();
        Classes = classes;
    }

    /// <summary>X, n × d; not to be written to.</summary>
    public Matrix Inputs { get; }

    /// <summary>K.</summary>
    public int Classes { get; }

    /// <summary>n.</summary>
    public int Samples => _labels.Length;

    /// <summary>The class of each input, n entries from 0.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>n × K: row i is the unit vector of the class of sample i. Its entries in order are y, sample by
    /// sample.</summary>
    public Matrix OneHot()
    {
        var y = new Matrix(Samples, Classes);
        for (int i = 0; i < Samples; i++)
            y[i, _labels[i]] = 1;
        return y;
    }

    /// <summary>The same inputs with other classes.</summary>
    /// <inheritdoc cref="LabeledInputs(Matrix, ReadOnlySpan{int}, int)"/>
    public LabeledInputs WithLabels(ReadOnlySpan<int> labels) => new(Inputs, labels, Classes);

    /// <summary>Share of samples whose largest output, the first one of several, is not the output of their
    /// class.</summary>
    /// <param name="outputs">n × K.</param>
    /// <exception cref="ArgumentException">The shape does not fit.</exception>
    public double Misclassified(Matrix outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        if (outputs.Rows != Samples || outputs.Columns != Classes)
            throw new ArgumentException(
                $"The outputs are {outputs.Rows} × {outputs.Columns}, and {Samples} × {Classes} is needed.",
                nameof(outputs));
        int wrong = 0;
        for (int i = 0; i < Samples; i++)
        {
            if (Largest(outputs.Row(i)) != _labels[i])
                wrong++;
        }

        return (double)wrong / Math.Max(1, Samples);
    }

    private static int Largest(ReadOnlySpan<double> outputs)
    {
        int best = 0;
        for (int a = 1; a < outputs.Length; a++)
        {
            if (outputs[a] > outputs[best])
                best = a;
        }

        return best;
    }
}
