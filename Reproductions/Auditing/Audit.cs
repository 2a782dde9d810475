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
    /// <summary>Runs the audit, continuing what the folder's journal holds.</summary>
    /// <exception cref="UnmatchedGlobException">A filter matches nothing.</exception>
    /// <exception cref="RefusedFolderException">The folder is foreign, in use, damaged, of other settings, or cannot be
    /// written.</exception>
    /// <exception cref="OperationCanceledException">Interrupted; the journal holds what had finished.</exception>
    public AuditResult Run(IAuditProgress progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        IReadOnlyList<Claim> claims = Selected();
        HashSet<string> systems = [.. claims.Select(claim => claim.System)];
        Figure[] figures = settings.Figures ? [.. suite.FiguresOf(claims)] : [];
        using var folder = AuditFolder.Open(settings, claims.Select(claim => claim.Id));
        foreach (
            (string system, int units) in folder
                .Measurements.Stale(folder.Journal.Units)
                .Where(stale => systems.Contains(stale.Key)))
            progress.Stale(system, units);
        var budget = new RiskBudget(settings.Risk);

        // Claims side by side: a single one, with its mutants one after the other, does not keep all threads busy.
        // Figures follow in the same queue: the last claims would not either.
        var threads = new SideBySide(settings.Jobs, cancellation);
        ExperimentRunner drawer = Runner(folder.Measurements, threads.Scheduler, progress, cancellation);
        var audited = new AuditedClaim[claims.Count];
        var drawn = new DrawnFigure[figures.Length];
        threads.Run(
            [
                .. claims.Select((claim, i) => new Piece(
                    () => audited[i] = Examine(
                        claim, budget, folder.Measurements, threads, progress, cancellation),
                    () =>
                    {
                        progress.Finished(audited[i]);
                        if (i == claims.Count - 1)
                            progress.Drawing(figures.Length);
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
        var result = new AuditResult(settings, budget, audited, drawn, AuditDigest.Of(settings, audited, drawn))
        {
            NotExamined = [.. suite.NotExamined.Where(statement => systems.Contains(statement.System))],
        };
        folder.Write(result);
        return result;
    }

    /// <summary>The claims that the filters select.</summary>
    /// <exception cref="UnmatchedGlobException">A filter matches nothing.</exception>
    public IReadOnlyList<Claim> Selected() =>
        IdFilter.Select(suite.Claims, claim => claim.Id, settings.Filters, "claim");

    private AuditedClaim Examine(
        Claim claim,
        RiskBudget budget,
        IMeasurementStore kept,
        SideBySide threads,
        IAuditProgress progress,
        CancellationToken cancellation)
    {
        progress.Starting(claim);
        long start = Stopwatch.GetTimestamp();
        var measurements = new RecordedMeasurements(kept);
        ExperimentRunner runner = Runner(measurements, threads.Scheduler, progress, cancellation);
        ClaimReport report = new Examiner(runner, budget, suite.Claims).Examine(claim.At(settings.Tier));
        return new(
            report, AuditDigest.Of(report, measurements), measurements.Count,
            Stopwatch.GetElapsedTime(start).TotalSeconds);
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
        IAuditProgress progress,
        CancellationToken cancellation
    ) => new(settings.Seed, store, settings.Jobs, _ => progress.UnitMeasured(), threads, cancellation);

    // A claim to examine or a figure to draw, which keeps its result, and what to say once it and all before it are
    // done.
    private sealed record Piece(Action Work, Action Finished);
}
