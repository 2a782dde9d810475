using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Corruption;

/// <summary>Sizes of <see cref="CorruptionProjectionExperiment"/>.</summary>
/// <param name="Clusters">L ≥ 1.</param>
/// <param name="Size">Samples of each cluster.</param>
/// <param name="Classes">K ≥ 2.</param>
/// <param name="Placement">Which samples.</param>
/// <param name="Share">The share of the placement.</param>
/// <param name="Kind">What replaces their labels.</param>
public sealed record CorruptionProjectionCell(
    int Clusters, int Size, int Classes, CorruptionPlacement Placement, double Share, CorruptionKind Kind);

/// <summary>Counts of a corruption.</summary>
/// <param name="Moved">s, the corrupted samples.</param>
/// <param name="Largest">Corrupted samples in the cluster that has most of them.</param>
/// <param name="Projected">Size of a cluster times ‖Π_I e‖², an integer.</param>
public sealed record CorruptionProjectionOutcome(int Moved, int Largest, long Projected);

/// <summary>Corruptions of clustered labels against the space of the clusters.</summary>
public sealed class CorruptionProjectionExperiment
    : Experiment<CorruptionProjectionCell, CorruptionProjectionOutcome>
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/corruption-projection";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 256;

    /// <inheritdoc/>
    public override CorruptionProjectionOutcome Run(
        CorruptionProjectionCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int L = cell.Clusters, size = cell.Size, K = cell.Classes;
        int[] clean = [.. Enumerable.Range(0, L).Select(_ => stream.NextIndex(K))];
        int[] labels = [.. Enumerable.Range(0, L * size).Select(i => clean[i / size])];
        int[] touched = LabelCorruption.Place(cell.Placement, L, size, cell.Share, stream);
        LabelCorruption.Replace(labels, touched, K, cell.Kind, stream);
        int largest = touched.Length == 0 ? 0 : touched.GroupBy(i => i / size).Max(group => group.Count());
        return new(touched.Length, largest, CorruptionEnergy.Projected(clean, labels, K));
    }
}
