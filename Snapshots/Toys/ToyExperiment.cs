using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Snapshots.Toys;

/// <summary>Adds uniform numbers; cheap, and with one size that it refuses.</summary>
/// <param name="id">Its id.</param>
/// <param name="refused">The size that it refuses.</param>
public sealed class ToyExperiment(string id = "toys/sum", int refused = ToyExperiment.RefusedSize)
    : Experiment<ToyCell, ToyOutcome>
{
    /// <summary>A size at which a hypothesis fails, unless another one is given.</summary>
    public const int RefusedSize = 13;

    /// <inheritdoc/>
    public override string Id => id;

    /// <inheritdoc/>
    public override int TrialsPerUnit => 4;

    /// <inheritdoc/>
    public override ToyOutcome Run(ToyCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Size == refused)
            throw new ArgumentOutOfRangeException(nameof(cell), cell.Size, "So many numbers are not added.");
        double sum = 0;
        for (int i = 0; i < cell.Size; i++)
            sum += stream.NextUniform();
        return new(sum);
    }
}
