using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Dynamics;

/// <summary>Cell of <see cref="LinkTimeExperiment"/>.</summary>
/// <param name="Link">f.</param>
/// <param name="Loss">ℓ.</param>
/// <param name="Dimension">d ≥ 3.</param>
/// <param name="Step">η ≥ 0, finite.</param>
/// <param name="Start">m₀ within [−1, 1].</param>
/// <param name="Threshold">What the overlap has to reach; 0 steps where the start does.</param>
/// <param name="Cap">Most steps, at least 1.</param>
public sealed record LinkTimeCell(
    SingleIndexLink Link, SampleLoss Loss, int Dimension, double Step, double Start, double Threshold, long Cap);

/// <summary>Hitting times of the overlap for any link, by its chain.</summary>
public sealed class LinkTimeExperiment : Experiment<LinkTimeCell, HittingTimeOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/link-time";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override HittingTimeOutcome Run(LinkTimeCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Cap < 1)
            throw new ArgumentException("The cap is at least 1.", nameof(cell));
        var chain = new OverlapChain(cell.Link, cell.Loss, cell.Dimension, cell.Step, cell.Start, stream);
        long steps = chain.RunTo(cell.Threshold, either: false, cell.Cap, cancellation);
        return new(steps, chain.Overlap >= cell.Threshold, chain.Overlap);
    }
}
