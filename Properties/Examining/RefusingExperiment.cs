using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Properties.Examining;

/// <summary>An experiment whose hypothesis fails for every cell.</summary>
public sealed class RefusingExperiment : Experiment<LadderCell, LadderOutcome>
{
    /// <inheritdoc/>
    public override string Id => "toys/refusing";

    /// <inheritdoc/>
    public override LadderOutcome Run(LadderCell cell, RandomStream stream, CancellationToken cancellation) =>
        throw new ArgumentOutOfRangeException(nameof(cell), cell, "No ladder starts here.");
}
