using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Proof;

/// <summary>A network with integer weights, whose gradients are integers: a hidden layer of ReLUs, or a single weight
/// before a given function.</summary>
/// <remarks>out(x) = Σ_j a_j max(0, ⟨w_j, x⟩ + b_j); its edges are, unit by unit, w_j1, …, w_jn, b_j, a_j. The slope of
/// the ReLU is 0 at 0. Without hidden units out(x) = w·x_1, with one edge.</remarks>
public sealed class IntegerNetwork
{
    private readonly int _variables;
    private readonly int _width;
    private readonly long[] _weights;

    /// <summary>A network with weights drawn uniformly from −2, …, 2.</summary>
    /// <param name="variables">n, from 1 to 8.</param>
    /// <param name="width">Hidden units, from 0 to 8; 0 for w·x_1.</param>
    /// <param name="stream">Where the weights come from.</param>
    public IntegerNetwork(int variables, int width, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(variables, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(variables, 8);
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 8);
        (_variables, _width) = (variables, width);
        _weights = new long[width == 0 ? 1 : width * (variables + 2)];
        for (int e = 0; e < _weights.Length; e++)
            _weights[e] = stream.NextIndex(5) - 2;
    }

    /// <summary>Number of edges.</summary>
    public int Edges => _weights.Length;

    /// <summary>The gradient of the loss at an input and a label, one integer an edge.</summary>
    /// <param name="input">The integer whose bit i is 1 where x_i = −1.</param>
    /// <param name="label">y, +1 or −1.</param>
    /// <param name="loss">The loss.</param>
    public long[] Gradient(int input, int label, NetworkLoss loss)
    {
        long[] gradient = OutputGradient(input, out long output);
        long slope = loss switch
        {
            NetworkLoss.Correlation => -label,
            NetworkLoss.Square => output - label,
            NetworkLoss.Hinge => label * output < 1 ? -label : 0,
            _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, "No such loss."),
        };
        for (int e = 0; e < gradient.Length; e++)
            gradient[e] *= slope;
        return gradient;
    }

    private long[] OutputGradient(int input, out long output)
    {
        long[] gradient = new long[Edges];
        output = 0;
        if (_width == 0)
        {
            gradient[0] = Coordinate(input, 0);
            output = _weights[0] * gradient[0];
            return gradient;
        }

        for (int j = 0; j < _width; j++)
        {
            int first = j * (_variables + 2);
            (int bias, int outer) = (first + _variables, first + _variables + 1);
            long activation = _weights[bias];
            for (int i = 0; i < _variables; i++)
                activation += _weights[first + i] * Coordinate(input, i);
            if (activation <= 0)
                continue;
            output += _weights[outer] * activation;
            gradient[outer] = activation;
            gradient[bias] = _weights[outer];
            for (int i = 0; i < _variables; i++)
                gradient[first + i] = _weights[outer] * Coordinate(input, i);
        }

        return gradient;
    }

    private static int Coordinate(int input, int i) => 1 - 2 * (input >> i & 1);
}
