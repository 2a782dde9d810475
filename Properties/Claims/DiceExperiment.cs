using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Properties.Claims;

/// <summary>A die with this many faces.</summary>
public sealed record DiceCell(int Faces);

/// <summary>One throw, from 1.</summary>
public sealed record DiceOutcome(int Throw);

/// <summary>A measurement simple enough to know everything about.</summary>
public sealed class DiceExperiment : Experiment<DiceCell, DiceOutcome>
{
    /// <inheritdoc/>
    public override string Id => "toys/dice";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 4;

    /// <inheritdoc/>
    public override DiceOutcome Run(DiceCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        return new(1 + stream.NextIndex(cell.Faces));
    }
}
