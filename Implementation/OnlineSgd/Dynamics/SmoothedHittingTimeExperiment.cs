using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Dynamics;

/// <summary>Cell of <see cref="SmoothedHittingTimeExperiment"/>.</summary>
/// <param name="Degree">k of f = H_k/√k!, from 1 to 6.</param>
/// <param name="Dimension">d ≥ 3.</param>
/// <param name="Radius">λ ≥ 0, finite; 0 is the correlation loss as it is.</param>
/// <param name="Step">η ≥ 0, finite.</param>
/// <param name="Start">m₀ within [−1, 1].</param>
/// <param name="Threshold">What the overlap has to reach.</param>
/// <param name="Cap">Most steps, at least 1.</param>
public sealed record SmoothedHittingTimeCell(
    int Degree, int Dimension, double Radius, double Step, double Start, double Threshold, long Cap);

/// <summary>Hitting times of the overlap on the correlation loss with a smoothed student, by its chain.</summary>
public sealed class SmoothedHittingTimeExperiment : Experiment<SmoothedHittingTimeCell, HittingTimeOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/smoothed-hitting-time";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override HittingTimeOutcome Run(
        SmoothedHittingTimeCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.Cap, 1, nameof(cell));
        var chain = new OverlapChain(
            HermiteSeries.Hermite(cell.Degree), new SmoothedLink(cell.Degree, cell.Dimension, cell.Radius), cell.Step,
            cell.Start, stream);
        long steps = chain.RunTo(cell.Threshold, either: false, cell.Cap, cancellation);
        return new(steps, chain.Overlap >= cell.Threshold, chain.Overlap);
    }
}
