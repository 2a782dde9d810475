using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.EluNetworks;

/// <summary>Empirical risk minimization of the talk: random labels, projected stochastic gradient descent.</summary>
/// <remarks>Source: the talk, "Empirical Risk Minimization via SGD" and "Data distribution": η_k = lr/√(1 + epoch(k)),
/// W⁰ ~ N(0, ε²I/D) with ε = 0.03. Batches run through a fresh random order of the sample in each epoch; the talk
/// does not say how they are drawn, nor how large they are.</remarks>
public class EluTrainingExperiment : Experiment<EluTrainingCell, EluTrainingOutcome>
{
    /// <summary>ε.</summary>
    public const double Epsilon = 0.03;

    /// <summary>Epochs after which R_n is looked at.</summary>
    public static IReadOnlyList<int> Looks { get; } = [1, 2, 5, 10, 20, 50, 100, 200];

    /// <inheritdoc/>
    public override string Id => "random-systems/elu-training";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <summary>W⁰, D × stride, with zeros beyond the width.</summary>
    public static double[] Start(EluNetwork network, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stream);
        var weights = new double[network.Inputs * network.Stride];
        double scale = Epsilon / Math.Sqrt(network.Inputs);
        for (int k = 0; k < network.Inputs; k++)
        {
            Span<double> row = weights.AsSpan(k * network.Stride, network.Width);
            stream.FillNormals(row);
            Lanes.Scale(scale, row);
        }

        return weights;
    }

    /// <inheritdoc/>
    public override EluTrainingOutcome Run(
        EluTrainingCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        Check(cell);
        return Train(cell, EluSample.Draw(cell.Samples, cell.Inputs, stream), stream, cancellation);
    }

    /// <summary>Trains on a sample that is there already.</summary>
    internal static EluTrainingOutcome Train(
        EluTrainingCell cell, EluSample sample, RandomStream stream, CancellationToken cancellation)
    {
        var network = new EluNetwork(cell.Width, cell.Inputs, cell.Amplitude);
        double[] weights = Start(network, stream);
        network.Project(weights);
        int n = cell.Samples, moved = 0;
        double norm = Lanes.Dot(weights, weights), largest = norm;
        int[] order = [.. Enumerable.Range(0, n)];
        var uniforms = new double[n];
        var curve = new List<double>();
        int iteration = 0;
        for (int epoch = 0; iteration < cell.Iterations; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            Shuffle(order, uniforms, stream);
            double rate = cell.Rate / Math.Sqrt(1.0 + epoch);
            int at = 0;
            for (; at < n && iteration < cell.Iterations; at += cell.Batch, iteration++)
            {
                ReadOnlySpan<int> batch = order.AsSpan(at, Math.Min(cell.Batch, n - at));
                network.Descend(
                    weights, sample.Inputs, sample.Labels, batch, cell.IsMean ? rate / batch.Length : rate);
                if (network.Project(weights) > cell.Width)
                    moved++;
                norm = Lanes.Dot(weights, weights);
                largest = Math.Max(largest, norm);
            }

            if (at >= n && Looks.Contains(epoch + 1))
                curve.Add(network.Risk(weights, sample.Inputs, sample.Labels).Value);
        }

        Bounded risk = network.Risk(weights, sample.Inputs, sample.Labels);
        return new(
            risk.Value, risk.Error, norm, largest, moved / Math.Max(1.0, cell.Iterations), [.. curve]);
    }

    // A uniform on [0, 1) times i + 1 is at most rounded to i + 1 itself, which is kept out; the bias is below 2⁻³⁸.
    private static void Shuffle(int[] order, double[] uniforms, RandomStream stream)
    {
        stream.FillUniforms(uniforms);
        for (int i = order.Length - 1; i > 0; i--)
        {
            int j = Math.Min(i, (int)(uniforms[i] * (i + 1)));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }

    internal static void Check(EluTrainingCell cell)
    {
        if (cell.Samples is < 1 or > 20_000)
            throw new ArgumentException("There are between 1 and 20000 samples.", nameof(cell));
        if (cell.Width is < 1 or > 200 || cell.Inputs is < 1 or > 200)
            throw new ArgumentException("Width and inputs lie between 1 and 200.", nameof(cell));
        if (cell.Batch < 1 || cell.Iterations < 0)
            throw new ArgumentException("A batch has a sample, and the steps are not negative.", nameof(cell));
        if (!(cell.Rate > 0 && cell.Rate <= 100 && cell.Amplitude > 0 && cell.Amplitude <= 100))
            throw new ArgumentException("Rate and amplitude are positive and at most 100.", nameof(cell));
    }
}
