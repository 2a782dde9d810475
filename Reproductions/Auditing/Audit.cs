using System.Diagnostics;
using Verification.Implementation.Experiments;
using Verification.Reproductions.CommandLine;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Auditing;

/// <summary>Examines claims, draws the figures of their systems, and writes the audit's folder.</summary>
/// <param name="suite">All claims and figures; the risk is split over all of them whatever is selected.</param>
/// <param name="settings">What is asked.</param>
public sealed class Audit(Suite suite, AuditSettings settings)
{
    /// <summary>Runs the audit, continuing what the folder's journal holds.</summary>
    /// <exception cref="RefusalException">A filter matches nothing, or the folder is foreign, in use, damaged or of other settings.</exception>
    /// <exception cref="OperationCanceledException">Interrupted; the journal holds what had finished.</exception>
    public AuditResult Run(IAuditProgress progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        IReadOnlyList<Claim> claims = Selected();
        HashSet<string> systems = [.. claims.Select(claim => claim.System)];
        Figure[] figures = [.. suite.Figures.Where(figure => systems.Contains(figure.System))];
        using var folder = AuditFolder.Open(settings);
        var budget = new RiskBudget(settings.Risk);

        // Claims side by side: a single one, with its mutants one after the other, does not keep all threads busy.
        var threads = new SideBySide(settings.Jobs, cancellation);
        IReadOnlyList<AuditedClaim> audited = threads.Run(
            claims,
            claim =>
            {
                progress.Starting(claim);
                return Examine(claim.At(settings.Tier), budget, folder.Journal, store => Runner(store, threads.Scheduler, progress, cancellation));
            },
            progress.Finished);

        progress.Drawing(figures.Length);
        ExperimentRunner runner = Runner(folder.Journal, threads.Scheduler, progress, cancellation);
        IReadOnlyList<DrawnFigure> drawn = threads.Run(figures, figure => new DrawnFigure(figure, figure.Draw(runner, settings.Tier).ToCsv()));
        cancellation.ThrowIfCancellationRequested();
        var result = new AuditResult(settings, budget, audited, drawn, AuditDigest.Of(settings, audited, drawn))
        {
            NotExamined = [.. suite.NotExamined.Where(statement => systems.Contains(statement.System))],
        };
        folder.Write(result);
        return result;
    }

    /// <summary>The claims that the filters select, at least one.</summary>
    /// <exception cref="RefusalException">A filter matches nothing.</exception>
    public IReadOnlyList<Claim> Selected()
    {
        IReadOnlyList<Claim> claims = IdFilter.Select(suite.Claims, claim => claim.Id, settings.Filters, "claim");
        return claims.Count > 0 ? claims : throw RefusalException.Usage("the catalogue has no claims.");
    }

    private AuditedClaim Examine(Claim claim, RiskBudget budget, Journal journal, Func<IMeasurementStore, ExperimentRunner> runner)
    {
        long start = Stopwatch.GetTimestamp();
        var measurements = new RecordedMeasurements(journal);
        ClaimReport report = new Examiner(runner(measurements), budget, suite.Claims).Examine(claim);
        return new(report, AuditDigest.Of(report, measurements), measurements.Count, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private ExperimentRunner Runner(IMeasurementStore store, TaskScheduler threads, IAuditProgress progress, CancellationToken cancellation) =>
        new(settings.Seed, store, settings.Jobs, _ => progress.UnitMeasured(), threads, cancellation);
}
