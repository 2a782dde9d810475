using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.Experiments;

/// <summary>Runs the trials of experiments on several threads and returns their outcomes in trial order.</summary>
/// <remarks>
/// Results depend on <see cref="Seed"/> alone: each trial has a random stream keyed by (seed, experiment, cell) and
/// addressed by its number. Finished units come from the store instead of being run again. Outcomes always pass through
/// their text form, so that a fresh run and a continued one hand the judge the very same values; each text is read
/// once, as variants of a claim judge the same units. Safe for concurrent use.
/// </remarks>
public sealed class ExperimentRunner
{
    private readonly IMeasurementStore _store;
    private readonly TaskScheduler _scheduler;
    private readonly ConcurrentDictionary<MeasurementUnit, (string Text, object Outcomes)> _read = new();
    private readonly CancellationToken _cancellation;

    /// <summary>A runner over <paramref name="store"/>.</summary>
    /// <param name="seed">Seed of the suite.</param>
    /// <param name="store">Where finished units are kept.</param>
    /// <param name="jobs">Number of threads, at least 1; no influence on results.</param>
    /// <param name="progress">Told of each unit as it finishes, on the thread that ran it; null to stay silent.</param>
    /// <param name="scheduler">Supplies the threads, where several runners share them; null for the thread
    /// pool.</param>
    /// <param name="cancellation">Stops between units; units under way finish or observe it themselves.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="jobs"/> is less than 1.</exception>
    public ExperimentRunner(
        ulong seed,
        IMeasurementStore store,
        int jobs = 1,
        Action<MeasurementUnit>? progress = null,
        TaskScheduler? scheduler = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        Seed = seed;
        Jobs = jobs;
        Progress = progress;
        _store = store;
        _cancellation = cancellation;
        _scheduler = scheduler ?? TaskScheduler.Default;
    }

    /// <summary>Seed of the suite.</summary>
    public ulong Seed { get; }

    /// <summary>Number of threads.</summary>
    public int Jobs { get; }

    /// <summary>Told of each unit that was run, not of those found in the store.</summary>
    public Action<MeasurementUnit>? Progress { get; }

    /// <summary>Measures trials 0, …, <paramref name="trials"/> − 1 of every cell.</summary>
    /// <returns>Observations cell by cell in the order given, each in trial order.</returns>
    /// <exception cref="OperationCanceledException">The run was interrupted; what had finished is in the
    /// store.</exception>
    public IReadOnlyList<Observation<TCell, TOutcome>> Measure<TCell, TOutcome>(
        Experiment<TCell, TOutcome> experiment, IReadOnlyList<TCell> cells, int trials)
        where TCell : notnull
        where TOutcome : notnull
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        (int First, int Size)[] sizes = [.. MeasurementUnit.Sizes(trials, experiment.TrialsPerUnit)];
        string[] texts = [.. cells.Select(CanonicalJson.Write)];
        var units = new Observation<TCell, TOutcome>[cells.Count * sizes.Length][];
        try
        {
            Parallel.For(
                0,
                units.Length,
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = Jobs,
                    CancellationToken = _cancellation,
                    TaskScheduler = _scheduler,
                },
                index =>
                    units[index] = RunUnit(
                        experiment, cells[index / sizes.Length], texts[index / sizes.Length],
                        sizes[index % sizes.Length]));
        }
        catch (AggregateException failures)
        {
            // The caller sees what the experiment threw, as if it had run on the caller's thread: sizes that it refuses
            // are told from defects by type.
            if (
                failures
                    .Flatten()
                    .InnerExceptions.FirstOrDefault(failure => failure is not OperationCanceledException) is
                { } first)
                ExceptionDispatchInfo.Throw(first);
            throw new OperationCanceledException(_cancellation);
        }

        return [.. units.SelectMany(unit => unit).Where(observation => observation.Trial < trials)];
    }

    /// <summary>Measures one trial, without the store.</summary>
    public Observation<TCell, TOutcome> MeasureOne<TCell, TOutcome>(
        Experiment<TCell, TOutcome> experiment, TCell cell, int trial)
        where TCell : notnull
        where TOutcome : notnull
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentOutOfRangeException.ThrowIfNegative(trial);
        TOutcome outcome = experiment.Run(cell, Stream(experiment, CanonicalJson.Write(cell), trial), _cancellation);
        return new(cell, trial, CanonicalJson.Read<TOutcome>(CanonicalJson.Write(outcome)));
    }

    private Observation<TCell, TOutcome>[] RunUnit<TCell, TOutcome>(
        Experiment<TCell, TOutcome> experiment, TCell cell, string cellText, (int First, int Size) trials)
        where TCell : notnull
        where TOutcome : notnull
    {
        _cancellation.ThrowIfCancellationRequested();
        var unit = new MeasurementUnit(experiment.Id, cellText, trials.First);
        string? text = _store.Find(unit);
        if (text is null)
        {
            var outcomes = new TOutcome[trials.Size];
            for (int i = 0; i < outcomes.Length; i++)
                outcomes[i] = experiment.Run(cell, Stream(experiment, cellText, trials.First + i), _cancellation);
            text = CanonicalJson.Write(outcomes);
            _store.Keep(unit, text);
            Progress?.Invoke(unit);
        }

        return
        [
            .. Outcomes<TOutcome>(unit, text)
                .Select((outcome, i) => new Observation<TCell, TOutcome>(cell, trials.First + i, outcome)),
        ];
    }

    private TOutcome[] Outcomes<TOutcome>(MeasurementUnit unit, string text)
    {
        if (
            _read.TryGetValue(unit, out (string Text, object Outcomes) read)
            && ReferenceEquals(read.Text, text)
            && read.Outcomes is TOutcome[] outcomes)
            return outcomes;
        outcomes = CanonicalJson.Read<TOutcome[]>(text);
        _read[unit] = (text, outcomes);
        return outcomes;
    }

    private RandomStream Stream<TCell, TOutcome>(Experiment<TCell, TOutcome> experiment, string cell, int trial)
        where TCell : notnull
        where TOutcome : notnull =>
        new(StreamKey.Of(Seed, $"{experiment.Id} {cell}"), (ulong)trial);
}
