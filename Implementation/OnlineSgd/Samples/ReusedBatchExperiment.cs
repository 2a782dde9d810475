using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.OnlineSgd.Dynamics;

namespace Verification.Implementation.OnlineSgd.Samples;

/// <summary>Cell of <see cref="ReusedBatchExperiment"/>.</summary>
/// <param name="Degree">k of the teacher H_k/√k!, from 1 to 6.</param>
/// <param name="Dimension">d ≥ 2.</param>
/// <param name="Samples">n ≥ 1.</param>
/// <param name="Step">η ≥ 0, finite.</param>
public sealed record ReusedBatchCell(int Degree, int Dimension, int Samples, double Step);

/// <summary>Overlaps |⟨w, w*⟩|/‖w‖ of a student after steps of full-batch gradient descent on the squared
/// loss.</summary>
/// <param name="One">After one step.</param>
/// <param name="Reused">After a second one on the same batch.</param>
/// <param name="Fresh">After a second one on a fresh batch instead.</param>
public sealed record ReusedBatchOutcome(double One, double Reused, double Fresh);

/// <summary>Two steps of gradient descent from a uniform point of the sphere, w ← w − η∇, on ½(y − tanh⟨w, x⟩)²
/// averaged over a batch, without projection.</summary>
public sealed class ReusedBatchExperiment : Experiment<ReusedBatchCell, ReusedBatchOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/reused-batch";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 4;

    /// <inheritdoc/>
    public override ReusedBatchOutcome Run(
        ReusedBatchCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Degree is < 1 or > 6 || cell.Dimension < 2 || cell.Samples < 1 || !double.IsFinite(cell.Step))
            throw new ArgumentException("k lies between 1 and 6, d ≥ 2, n ≥ 1, and η is finite.", nameof(cell));
        HermiteSeries link = HermiteSeries.Hermite(cell.Degree);
        double[] signal = new double[cell.Dimension], w = new double[cell.Dimension];
        UniformSphere.Fill(stream, signal);
        UniformSphere.Fill(stream, w);
        var X = new Matrix(cell.Samples, cell.Dimension);
        double[] labels = Draw(stream, link, signal, X);
        double[] one = Stepped(X, labels, w, cell.Step);
        double[] reused = Stepped(X, labels, one, cell.Step);
        cancellation.ThrowIfCancellationRequested();
        labels = Draw(stream, link, signal, X);
        double[] fresh = Stepped(X, labels, one, cell.Step);
        return new(Overlap(one, signal), Overlap(reused, signal), Overlap(fresh, signal));
    }

    private static double[] Draw(RandomStream stream, HermiteSeries link, double[] signal, Matrix X)
    {
        double[] labels = new double[X.Rows];
        for (int i = 0; i < labels.Length; i++)
        {
            stream.FillNormals(X.Row(i));
            labels[i] = link.Value(Lanes.Dot(signal, X.Row(i)));
        }

        return labels;
    }

    private static double[] Stepped(Matrix X, double[] labels, double[] w, double step)
    {
        double[] next = [.. w];
        for (int i = 0; i < labels.Length; i++)
        {
            double value = ElementaryFunctions.Tanh(Lanes.Dot(w, X.Row(i)));
            Lanes.Axpy(step * (labels[i] - value) * (1 - value) * (1 + value) / labels.Length, X.Row(i), next);
        }

        return next;
    }

    private static double Overlap(double[] w, double[] signal) => Math.Abs(Lanes.Dot(w, signal)) / Lanes.Norm(w);
}
