using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Training;

/// <summary>Training of a network by gradients of mini-batches.</summary>
/// <param name="Optimizer">How a gradient moves the weights.</param>
/// <param name="Loss">The loss; a gradient is its mean over the batch.</param>
/// <param name="Rate">η, positive.</param>
/// <param name="Batch">Samples of a step, at least 1; an epoch visits all in random order, the last step with what is
/// left.</param>
public sealed record NetworkTraining(NetworkOptimizer Optimizer, NetworkLoss Loss, double Rate, int Batch)
{
    private const double FirstMoment = 0.9, SecondMoment = 0.999, AdamFloor = 1e-8;

    /// <summary>Trains over the data.</summary>
    /// <param name="network">The network, whose weights move.</param>
    /// <param name="data">Inputs and labels.</param>
    /// <param name="epochs">How often every sample is visited.</param>
    /// <param name="stream">Where the orders come from.</param>
    /// <param name="afterEpoch">Told of the number of epochs done, 0 before the first.</param>
    /// <param name="cancellation">Observed between epochs.</param>
    public void Train(
        TrainedNetwork network, LabeledInputs data, int epochs, RandomStream stream, Action<int> afterEpoch,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(afterEpoch);
        if (Batch < 1)
            throw new InvalidOperationException($"A step of {Batch} samples trains nothing; at least one is needed.");
        int n = data.Samples;
        Matrix Y = data.OneHot();
        int[] order = [.. Enumerable.Range(0, n)];
        Matrix[] first = Zeros(network), second = Zeros(network);
        double firstLeft = 1, secondLeft = 1;
        afterEpoch(0);
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int i = n - 1; i > 0; i--)
            {
                int j = stream.NextIndex(i + 1);
                (order[i], order[j]) = (order[j], order[i]);
            }

            for (int start = 0; start < n; start += Batch)
            {
                ReadOnlySpan<int> batch = order.AsSpan(start, Math.Min(Batch, n - start));
                Matrix labels = Rows(Y, batch);
                IReadOnlyList<Matrix> gradient =
                    network.Gradient(Rows(data.Inputs, batch), f => Residual(f, labels));
                if (Optimizer == NetworkOptimizer.Sgd)
                {
                    for (int w = 0; w < gradient.Count; w++)
                        Lanes.Axpy(-Rate / batch.Length, gradient[w].Values, network.Weights[w].Values);
                    continue;
                }

                firstLeft *= FirstMoment;
                secondLeft *= SecondMoment;
                for (int w = 0; w < gradient.Count; w++)
                {
                    Lanes.Scale(1.0 / batch.Length, gradient[w].Values);
                    Adapt(
                        gradient[w].Values, first[w].Values, second[w].Values, network.Weights[w].Values,
                        Rate / (1 - firstLeft), 1 / (1 - secondLeft));
                }
            }

            afterEpoch(epoch);
        }
    }

    /// <summary>The derivative of the loss by the outputs, n × K: f − y, or softmax(f) − y.</summary>
    /// <param name="outputs">F, n × K.</param>
    /// <param name="labels">Y, one-hot.</param>
    public Matrix Residual(Matrix outputs, Matrix labels)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(labels);
        Matrix R = Predictions(outputs);
        Lanes.Axpy(-1, labels.Values, R.Values);
        return R;
    }

    /// <summary>F itself, or row by row its softmax e^(f_a)/Σe^(f_b), which has the same largest entry.</summary>
    public Matrix Predictions(Matrix outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Matrix predictions = outputs.Clone();
        if (Loss == NetworkLoss.Squared)
            return predictions;
        for (int i = 0; i < predictions.Rows; i++)
        {
            Span<double> row = predictions.Row(i);
            double largest = double.NegativeInfinity;
            foreach (double value in row)
                largest = Math.Max(largest, value);
            foreach (ref double value in row)
                value -= largest;
            ElementaryFunctions.Exp(row, row);
            Lanes.Scale(1 / Lanes.Sum(row), row);
        }

        return predictions;
    }

    private static Matrix[] Zeros(TrainedNetwork network) =>
        [.. network.Weights.Select(weights => new Matrix(weights.Rows, weights.Columns))];

    private static Matrix Rows(Matrix source, ReadOnlySpan<int> rows)
    {
        var chosen = new Matrix(rows.Length, source.Columns);
        for (int i = 0; i < rows.Length; i++)
            source.Row(rows[i]).CopyTo(chosen.Row(i));
        return chosen;
    }

    // m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − η m̂/(√v̂ + ε), with the hats of the paper in the factors.
    private static void Adapt(
        ReadOnlySpan<double> g, Span<double> m, Span<double> v, Span<double> w, double rate, double correction)
    {
        for (int i = 0; i < g.Length; i++)
        {
            m[i] = FirstMoment * m[i] + (1 - FirstMoment) * g[i];
            v[i] = SecondMoment * v[i] + (1 - SecondMoment) * g[i] * g[i];
            w[i] -= rate * m[i] / (Math.Sqrt(v[i] * correction) + AdamFloor);
        }
    }
}
