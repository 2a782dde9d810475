using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.OnlineSgd.Dynamics;

namespace Verification.Implementation.OnlineSgd.Samples;

/// <summary>Cell of <see cref="ReusedBatchExperiment"/>.</summary>
/// <param name="Degree">k of the teacher H_k/√k!, from 1 to 6.</param>
/// <param name="Dimension">d ≥ 3.</param>
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
/// averaged over a batch, without projection, by <see cref="BatchDescent"/>.</summary>
public sealed class ReusedBatchExperiment : Experiment<ReusedBatchCell, ReusedBatchOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/reused-batch";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <inheritdoc/>
    public override ReusedBatchOutcome Run(
        ReusedBatchCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        (int d, int n) = (cell.Dimension, cell.Samples);
        if (cell.Degree is < 1 or > 6 || d < 3 || n < 1 || !(cell.Step >= 0 && double.IsFinite(cell.Step)))
            throw new ArgumentException(
                "k lies between 1 and 6, d ≥ 3, n ≥ 1, and η is finite and not negative.", nameof(cell));
        HermiteSeries link = HermiteSeries.Hermite(cell.Degree);
        double first = stream.NextNormal(), others = ChiSquare.Draw(stream, d - 1);
        var draw = new BatchDraw(
            first / Math.Sqrt(first * first + others), stream.Normals(n), stream.Normals(n), stream.Normals(n),
            ChiSquare.Draw(stream, d - 2), d > 3 ? ChiSquare.Draw(stream, d - 3) : 0);
        cancellation.ThrowIfCancellationRequested();
        (StudentPlace one, StudentPlace reused) = BatchDescent.Twice(link, cell.Step, draw);
        StudentPlace fresh = BatchDescent.Once(
            link, cell.Step, one, stream.Normals(n), stream.Normals(n), ChiSquare.Draw(stream, d - 2));
        return new(one.Overlap, reused.Overlap, fresh.Overlap);
    }
}
