using System.Diagnostics;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Auditing;

/// <summary>Examines claims, draws the figures that show them, and writes the audit's folder.</summary>
/// <param name="suite">All claims and figures; the risk is split over all of them whatever is selected.</param>
/// <param name="settings">What is asked.</param>
public sealed class Audit(Suite suite, AuditSettings settings)
{
    private readonly Lazy<Selection> _selection = new(() => Selection.Of(suite, settings));

    /// <summary>What it examines and draws.</summary>
    /// <exception cref="UnmatchedGlobException">A filter matches nothing.</exception>
    public Selection Selection => _selection.Value;

    /// <summary>Runs the audit, continuing what the folder's journal holds.</summary>
    /// <exception cref="UnmatchedGlobException">A filter matches nothing.</exception>
    /// <exception cref="RefusedFolderException">The folder is foreign, in use, damaged, of other settings, or cannot be
    /// written.</exception>
    /// <exception cref="OperationCanceledException">Interrupted; the journal holds what had finished.</exception>
    public AuditResult Run(IAuditProgress progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        IReadOnlyList<Claim> claims = Selection.Claims;
        HashSet<string> systems = [.. claims.Select(claim => claim.System)];
        using var folder = AuditFolder.Open(suite, settings, claims.Select(claim => claim.Id));
        foreach (
            (string system, int units) in folder
                .Measurements.Stale(folder.Journal.Units)
                .Where(stale => systems.Contains(stale.Key)))
            progress.Stale(system, units);
        AuditResult result = Conclude(folder.Measurements, progress, cancellation);
        folder.Write(result);
        return result;
    }

    /// <summary>Examines and draws over a store, and writes nothing.</summary>
    /// <param name="store">Has what is measured already, and keeps what is measured now. What it throws where it
    /// neither has nor takes a unit is thrown on.</param>
    /// <param name="progress">Is told how it gets on; null to stay silent.</param>
    /// <param name="cancellation">Stops between units.</param>
    /// <exception cref="UnmatchedGlobException">A filter matches nothing.</exception>
    /// <exception cref="OperationCanceledException">Interrupted; the store has what had finished.</exception>
    public AuditResult Conclude(
        IMeasurementStore store, IAuditProgress? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        (IReadOnlyList<Claim> claims, IReadOnlyList<Figure> figures) = Selection;
        HashSet<string> systems = [.. claims.Select(claim => claim.System)];
        var budget = new RiskBudget(settings.Risk);

        // Claims side by side: a single one, with its mutants one after the other, does not keep all threads busy.
        // Figures follow in the same queue: the last claims would not either.
        var threads = new SideBySide(settings.Jobs, cancellation);
        ExperimentRunner drawer = Runner(store, threads.Scheduler, progress, cancellation);
        var audited = new AuditedClaim[claims.Count];
        var drawn = new DrawnFigure[figures.Count];
        threads.Run(
            [
                .. claims.Select((claim, i) => new Piece(
                    () => audited[i] = Examine(
                        claim, budget, store, threads, progress, cancellation),
                    () =>
                    {
                        progress?.Finished(audited[i]);
                        if (i == claims.Count - 1)
                            progress?.Drawing(figures.Count);
                    })),
                .. figures.Select((figure, i) => new Piece(() => drawn[i] = Draw(figure, drawer), () => { })),
            ],
            piece =>
            {
                piece.Work();
                return piece;
            },
            piece => piece.Finished());
        cancellation.ThrowIfCancellationRequested();
        return new(settings, budget, audited, drawn, AuditDigest.Of(suite, settings, audited, drawn))
        {
            Suite = suite,
            NotExamined = [.. suite.NotExamined.Where(statement => systems.Contains(statement.System))],
        };
    }

    private AuditedClaim Examine(
        Claim claim,
        RiskBudget budget,
        IMeasurementStore kept,
        SideBySide threads,
        IAuditProgress? progress,
        CancellationToken cancellation)
    {
        progress?.Starting(claim);
        long start = Stopwatch.GetTimestamp();
        var measurements = new RecordedMeasurements(kept);
        ExperimentRunner runner = Runner(measurements, threads.Scheduler, progress, cancellation);
        ClaimReport report = new Examiner(runner, budget, suite.Claims).Examine(claim.At(settings.Tier));
        return new(
            report, AuditDigest.Of(report, measurements), measurements.Count,
            Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 3));
    }

    private DrawnFigure Draw(Figure figure, ExperimentRunner runner)
    {
        var drawn = new DrawnFigure(figure, figure.Draw(runner, settings.Tier).ToCsv());

        // A picture that is there already must not stay behind its data.
        bool pictured = settings.Svg
            || File.Exists(Path.Combine(settings.Folder, DrawnFigure.FolderName, drawn.SvgName));
        return pictured && suite.Pictures is { } pictures
            ? drawn with { Svg = pictures.Draw(figure, drawn.Csv) }
            : drawn;
    }

    private ExperimentRunner Runner(
        IMeasurementStore store,
        TaskScheduler threads,
        IAuditProgress? progress,
        CancellationToken cancellation
    ) => new(settings.Seed, store, settings.Jobs, _ => progress?.UnitMeasured(), threads, cancellation);

    // A claim to examine or a figure to draw, which keeps its result, and what to say once it and all before it are
    // done.
    private sealed record Piece(Action Work, Action Finished);
}
