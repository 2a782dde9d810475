using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Descent;

/// <summary>Cell of <see cref="BatchCurveExperiment"/>.</summary>
/// <param name="Variables">d, from 1 to 64.</param>
/// <param name="Degree">k, from 0 to d.</param>
/// <param name="Width">Hidden units, from 1 to 1000.</param>
/// <param name="Rate">γ.</param>
/// <param name="Batch">Fresh samples of a step, from 1 to 1024.</param>
/// <param name="Every">Steps from one look at the accuracy to the next, from 1.</param>
/// <param name="Looks">Looks after the first one; 1,000,000 steps in all at most.</param>
public sealed record BatchCurveCell(
    int Variables, int Degree, int Width, double Rate, int Batch, int Every, int Looks);

/// <summary>Stochastic gradient descent with batches on the parity of the first k of d coordinates, a hidden layer of
/// ReLUs and the hinge loss.</summary>
/// <remarks>out(x) = Σ_j a_j max(0, ⟨w_j, x⟩ + b_j) + c from w ~ N(0, 2/d), a ~ N(0, 1/h), b = c = 0, all trained.
/// Accuracies are over all inputs up to d = 10, else over 1024 uniform ones that are drawn once. Source: S.
/// Shalev-Shwartz, O. Shamir, S. Shammah, arXiv:1703.07950, Section 2.1 and Figure 1.</remarks>
public sealed class BatchCurveExperiment : Experiment<BatchCurveCell, NetworkCurveOutcome>
{
    private const int ListedVariables = 10;

    /// <inheritdoc/>
    public override string Id => "cross-predictability/batch-curve";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 4;

    /// <inheritdoc/>
    public override NetworkCurveOutcome Run(
        BatchCurveCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (
            cell.Variables is < 1 or > 64 || cell.Degree < 0 || cell.Degree > cell.Variables
            || cell.Width is < 1 or > 1000 || cell.Batch is < 1 or > 1024
            || !(cell.Rate > 0 && double.IsFinite(cell.Rate))
            || cell.Every < 1 || cell.Looks < 0 || (long)cell.Every * cell.Looks > 1_000_000)
            throw new ArgumentException(
                "d lies between 1 and 64, the degree between 0 and d, the width between 1 and 1000, the batch "
                    + "between 1 "
                    + "and 1024; the rate is positive, and there are a million steps at most.", nameof(cell));
        int d = cell.Variables;
        Matrix looked = new(d <= ListedVariables ? 1 << d : 1024, d);
        if (d <= ListedVariables)
        {
            for (int x = 0; x < looked.Rows; x++)
            {
                for (int i = 0; i < d; i++)
                    looked[x, i] = 1 - 2 * (x >> i & 1);
            }
        }
        else
        {
            FillSigns(stream, looked);
        }

        var network = new BatchNetwork(d, cell.Width, stream);
        var batch = new Matrix(cell.Batch, d);
        double[] labels = new double[cell.Batch], truth = Labels(looked, cell.Degree);
        double[] accuracies = new double[cell.Looks + 1];
        accuracies[0] = network.Accuracy(looked, truth);
        for (int look = 1; look <= cell.Looks; look++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int step = 0; step < cell.Every; step++)
            {
                FillSigns(stream, batch);
                Labels(batch, cell.Degree).CopyTo(labels, 0);
                network.Step(batch, labels, cell.Rate);
            }

            accuracies[look] = network.Accuracy(looked, truth);
        }

        return new(accuracies);
    }

    private static void FillSigns(RandomStream stream, Matrix inputs)
    {
        for (int x = 0; x < inputs.Rows; x++)
        {
            ulong bits = stream.NextBits();
            for (int i = 0; i < inputs.Columns; i++)
                inputs[x, i] = 1 - 2 * (double)(bits >> i & 1);
        }
    }

    private static double[] Labels(Matrix inputs, int degree)
    {
        double[] labels = new double[inputs.Rows];
        for (int x = 0; x < labels.Length; x++)
        {
            labels[x] = 1;
            for (int i = 0; i < degree; i++)
                labels[x] *= inputs[x, i];
        }

        return labels;
    }
}
