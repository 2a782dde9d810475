using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.Experiments;

/// <summary>Something that can be measured: a pure function of a cell (the sizes and laws) and of one trial's random
/// numbers.</summary>
/// <typeparam name="TCell">The sizes and laws of a measurement: a record of numbers, names and
/// enumerations.</typeparam>
/// <typeparam name="TOutcome">What one trial yields: a record of numbers, flags and arrays of numbers. It judges
/// nothing.</typeparam>
/// <remarks>
/// An experiment has no state. The same cell and trial of the same suite seed give the same outcome, to the last bit,
/// whichever other cells and trials are run, in whatever order, on whatever thread. That is what lets claims and
/// mutants share measurements, and a journal continue where it stopped.
/// </remarks>
public abstract class Experiment<TCell, TOutcome>
    where TCell : notnull
    where TOutcome : notnull
{
    /// <summary>Stable name, <c>system/kebab-name</c>; part of the key of its random streams.</summary>
    public abstract string Id { get; }

    /// <summary>
    /// How many consecutive trials make one unit of work and one line of a journal, a power of 2. Constant: units must
    /// not depend on the machine. The first units of a cell are smaller (<see cref="MeasurementUnit.Sizes"/>), so that
    /// designs with few trials in many cells measure little that nobody asks for.
    /// </summary>
    public virtual int TrialsPerUnit => 1;

    /// <summary>Whether a trial uses no random numbers, so that every cell has one outcome and a claim about it one
    /// instance.</summary>
    public virtual bool IsDeterministic => false;

    /// <summary>Runs one trial.</summary>
    /// <param name="cell">Sizes and laws.</param>
    /// <param name="stream">The trial's own random numbers, at position 0.</param>
    /// <param name="cancellation">Observed between the steps of long trials.</param>
    public abstract TOutcome Run(TCell cell, RandomStream stream, CancellationToken cancellation);
}
