using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Verdicts;

namespace Verification.Spec.Examining;

/// <summary>The outcomes of a measurement with the verbs that turn them into evidence.</summary>
/// <remarks>
/// Every verb that concludes about draws takes one statistical decision at <see cref="Level"/>, whether or not there
/// are outcomes to decide about; so a claim declares a number that does not depend on luck. Statements over fixed
/// instances (<see cref="Experiment{TCell,TOutcome}.IsDeterministic"/>) and over points computed without draws take
/// none.
/// </remarks>
public sealed partial class Examination<TCell, TOutcome>
    where TCell : notnull
    where TOutcome : notnull
{
    private readonly IReadOnlyList<TCell> _design;
    private readonly IReadOnlyList<TCell> _cells;
    private readonly bool _drawn;
    private readonly Ledger _ledger;

    internal Examination(
        IReadOnlyList<TCell> cells, IReadOnlyList<Observation<TCell, TOutcome>> observations, double level,
        bool drawn = true)
        : this(cells, cells, observations, level, drawn, new Ledger()) { }

    private Examination(
        IReadOnlyList<TCell> design,
        IReadOnlyList<TCell> cells,
        IReadOnlyList<Observation<TCell, TOutcome>> observations,
        double level,
        bool drawn,
        Ledger ledger)
    {
        _design = design;
        _cells = cells;
        _drawn = drawn;
        _ledger = ledger;
        Observations = observations;
        Level = level;
    }

    /// <summary>The outcomes, cell by cell, in trial order.</summary>
    public IReadOnlyList<Observation<TCell, TOutcome>> Observations { get; }

    /// <summary>Error level of each statistical decision.</summary>
    public double Level { get; }

    /// <summary>Statistical decisions taken or skipped so far.</summary>
    public int DecisionsTaken => _ledger.Decisions;

    /// <summary>The outcomes of the cells that <paramref name="predicate"/> selects.</summary>
    public Examination<TCell, TOutcome> Where(Func<TCell, bool> predicate) =>
        With([.. _cells.Where(predicate)], [.. Observations.Where(observation => predicate(observation.Cell))]);

    /// <summary>The outcomes that satisfy a premise; the others are no instances of the statement.</summary>
    public Examination<TCell, TOutcome> Given(Func<TCell, TOutcome, bool> premise) =>
        With(_cells, [.. Observations.Where(observation => premise(observation.Cell, observation.Outcome))]);

    /// <summary>One examination per cell, in the order of the design, also of cells without outcomes.</summary>
    public IEnumerable<(TCell Cell, Examination<TCell, TOutcome> Part)> ByCell() =>
        _cells.Select(cell => (cell, Where(other => other.Equals(cell))));

    /// <summary>Accounts for decisions that were declared and are not taken at these sizes or constants.</summary>
    public void Skip(int decisions)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decisions);
        _ledger.Decisions += decisions;
    }

    private static NotApplicable Nothing(string statement) =>
        new() { Statement = statement, Reason = "no outcome satisfies the premise" };

    private Examination<TCell, TOutcome> With(
        IReadOnlyList<TCell> cells,
        IReadOnlyList<Observation<TCell, TOutcome>> observations
    ) => new(_design, cells, observations, Level, _drawn, _ledger);

    private void Decide()
    {
        if (_drawn)
            _ledger.Decisions++;
    }

    private TrialAddress Address(Observation<TCell, TOutcome> observation)
    {
        int cell = 0;
        while (!_design[cell].Equals(observation.Cell))
            cell++;
        return new(cell, observation.Trial);
    }

    private sealed class Ledger
    {
        public int Decisions { get; set; }
    }
}
