using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Dynamics;

/// <summary>Cell of <see cref="HittingTimeExperiment"/>.</summary>
/// <param name="Degree">k of f = H_k/√k!, from 1 to 8.</param>
/// <param name="Loss">ℓ.</param>
/// <param name="Dimension">d ≥ 3.</param>
/// <param name="Step">η ≥ 0, finite.</param>
/// <param name="Start">m₀ within [−1, 1].</param>
/// <param name="Threshold">What the overlap has to reach; 0 steps where the start does.</param>
/// <param name="Either">Whether its negative counts as well.</param>
/// <param name="Cap">Most steps, at least 1.</param>
public sealed record HittingTimeCell(
    int Degree, SampleLoss Loss, int Dimension, double Step, double Start, double Threshold, bool Either, long Cap);

/// <summary>When the overlap of projected SGD reached the threshold.</summary>
/// <param name="Steps">Steps taken.</param>
/// <param name="Reached">Whether the threshold was reached; else the steps are the cap.</param>
/// <param name="End">Overlap after them.</param>
public sealed record HittingTimeOutcome(long Steps, bool Reached, double End);

/// <summary>Hitting times of the overlap, by its chain.</summary>
public sealed class HittingTimeExperiment : Experiment<HittingTimeCell, HittingTimeOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/hitting-time";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override HittingTimeOutcome Run(
        HittingTimeCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Degree is < 1 or > 8 || cell.Cap < 1)
            throw new ArgumentException("Degrees lie between 1 and 8, and the cap is at least 1.", nameof(cell));
        var chain = new OverlapChain(
            HermiteSeries.Hermite(cell.Degree), cell.Loss, cell.Dimension, cell.Step, cell.Start, stream);
        long steps = chain.RunTo(cell.Threshold, cell.Either, cell.Cap, cancellation);
        bool reached = (cell.Either ? Math.Abs(chain.Overlap) : chain.Overlap) >= cell.Threshold;
        return new(steps, reached, chain.Overlap);
    }
}
