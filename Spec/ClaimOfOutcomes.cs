using Verification.Implementation.Experiments;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Spec;

/// <summary>A claim about the outcomes of an experiment: the experiment measures (expensive, shared),
/// <see cref="Judge"/> concludes (cheap, pure).</summary>
/// <typeparam name="TCell">Sizes and laws of the experiment.</typeparam>
/// <typeparam name="TOutcome">What one trial yields.</typeparam>
public abstract record Claim<TCell, TOutcome> : Claim
    where TCell : notnull
    where TOutcome : notnull
{
    /// <summary>What is measured.</summary>
    protected abstract Experiment<TCell, TOutcome> Experiment { get; }

    /// <summary>The design: at which sizes and laws, in a fixed order.</summary>
    protected abstract IReadOnlyList<TCell> Cells { get; }

    // A cell that stands twice is one: its trials are the same, and must not count as others.
    private TCell[] Design => [.. Cells.Distinct()];

    /// <summary>Trials per cell that the error level asks for; unless overridden, those of a statement about every
    /// draw.</summary>
    protected virtual int TrialsNeeded(double level) => TrialsOverDesign(level);

    /// <inheritdoc/>
    /// <remarks>Unless overridden one for an experiment that draws, none for one that does not.</remarks>
    public override int Decisions => Experiment.IsDeterministic ? 0 : 1;

    /// <summary>
    /// Trials per cell for a statement about every draw: over the whole design, a violation that shows on a share
    /// <paramref name="excess"/> of the draws would be seen, but for a chance of <paramref name="level"/>.
    /// </summary>
    protected int TrialsOverDesign(double level, double excess = 0.05) =>
        (TrialDesign.TrialsToSee(excess, level) + Cells.Count - 1) / Math.Max(1, Cells.Count);

    /// <summary>Concludes from the outcomes. Pure: no randomness, no clock, nothing but its arguments and the claim's
    /// constants.</summary>
    protected abstract Evidence Judge(Examination<TCell, TOutcome> examination);

    /// <inheritdoc/>
    public sealed override int TrialsAt(double level) =>
        Experiment.IsDeterministic ? 1
        : Trials > 0 ? Trials
        : TrialsNeeded(level);

    /// <inheritdoc/>
    public sealed override Examined Examine(ExperimentRunner runner, double level)
    {
        ArgumentNullException.ThrowIfNull(runner);
        TCell[] cells = Design;
        if (cells.Length == 0)
            return new(
                new NotApplicable { Statement = Title, Reason = "the design has no cell at these sizes" },
                new Dictionary<string, double>(StringComparer.Ordinal));
        var observations = runner.Measure(Experiment, cells, TrialsAt(level));
        return new(
            Conclude(cells, observations, level),
            () => OutcomeNumbers.Summarize(observations.Select(observation => observation.Outcome)));
    }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Evidence> Parts(double level) => [.. Conclude(Design, [], level).Parts()];

    /// <inheritdoc/>
    public sealed override IReadOnlyDictionary<string, double> Replay(ExperimentRunner runner, int cell, int trial)
    {
        ArgumentNullException.ThrowIfNull(runner);
        TCell[] cells = Design;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)cell, (uint)cells.Length, nameof(cell));
        return OutcomeNumbers.Of(runner.MeasureOne(Experiment, cells[cell], trial).Outcome);
    }

    private Evidence Conclude(TCell[] cells, IReadOnlyList<Observation<TCell, TOutcome>> observations, double level)
    {
        var examination = new Examination<TCell, TOutcome>(
            cells, observations, level, drawn: !Experiment.IsDeterministic);
        Evidence evidence = Judge(examination);
        return examination.DecisionsTaken == Decisions
            ? evidence
            : throw new InvalidOperationException(
                $"{this} took {examination.DecisionsTaken} statistical decisions and declares {Decisions}; "
                    + "what is declared is taken, or skipped explicitly.");
    }
}
