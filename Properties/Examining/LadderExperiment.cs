using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Properties.Examining;

/// <summary>Outcomes that are known without running: rung after rung, one a trial.</summary>
public sealed class LadderExperiment(bool deterministic = false) : Experiment<LadderCell, LadderOutcome>
{
    /// <inheritdoc/>
    public override string Id => "toys/ladder";

    /// <inheritdoc/>
    public override bool IsDeterministic => deterministic;

    /// <inheritdoc/>
    public override LadderOutcome Run(LadderCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        long height = cell.Start + (long)stream.Trial;
        bool even = stream.Trial % 2 == 0;
        return new(height, cell.Start, height * height, even, even ? height : double.NaN, double.NaN, "rung");
    }
}
