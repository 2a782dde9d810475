using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Comparing;
using Verification.Reproductions.Reporting;

namespace Verification.Reproductions.Verifying;

/// <summary>What an audit that is measured again has of the published one.</summary>
/// <param name="Comparison">Verdicts, numbers and figures that moved from the published one to the second.</param>
/// <param name="Faults">Units of the journal and pictures that are not what is measured and drawn.</param>
public sealed record SecondRun(AuditComparison Comparison, IReadOnlyList<FileFault> Faults)
{
    /// <summary>What would be asked to measure it again, in another folder.</summary>
    public static AuditSettings Settings(StatedAudit published, string folder)
    {
        ArgumentNullException.ThrowIfNull(published);
        return published.Settings with { Folder = folder };
    }

    /// <summary>Compares a finished second run with the published audit.</summary>
    /// <param name="published">The published audit.</param>
    /// <param name="again">The result of the second run, in its folder.</param>
    /// <param name="reader">Reads its folder.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="RefusedFolderException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public static SecondRun Of(
        StatedAudit published, AuditResult again, AuditReader reader, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(again);
        ArgumentNullException.ThrowIfNull(reader);
        string folder = published.Settings.Folder;
        List<FileFault> faults =
        [
            .. again.Figures
                .Where(figure => figure.Svg is not null
                    && File.Exists(Path.Combine(folder, figure.SvgPath))
                    && FileSum.OfFile(Path.Combine(folder, figure.SvgPath)) != FileSum.Of(figure.Svg))
                .Select(figure => new FileFault(figure.SvgPath, "is not what is drawn")),
        ];
        if (Measured(published, again, cancellation) is { } units)
            faults.Add(units);
        return new(
            AuditComparison.Of(published.Found, reader.Read(again.Settings.Folder, cancellation)), faults);
    }

    // Whoever forges a journal with all its checksums cannot forge what is measured.
    private static FileFault? Measured(
        StatedAudit published, AuditResult again, CancellationToken cancellation)
    {
        try
        {
            var header = JournalHeader.Of(again.Suite, again.Settings.Seed, again.Settings.Tier);
            using var first = Journal.OpenToRead(
                Path.Combine(published.Settings.Folder, AuditFiles.Journal), header);
            using var second = Journal.OpenToRead(Path.Combine(again.Settings.Folder, AuditFiles.Journal), header);
            var measured = new CurrentMeasurements(second, again.Suite.Code.MeasuredBy);
            MeasurementUnit[] different =
            [
                .. first.Units
                    .Where(unit => IsStated(published, unit))
                    .TakeWhile(_ => !cancellation.IsCancellationRequested)
                    .Where(unit => measured.Find(Unnamed(unit)) is { } outcomes && outcomes != first.Find(unit))
                    .Order(),
            ];
            cancellation.ThrowIfCancellationRequested();
            return different.Length == 0
                ? null
                : new(
                    AuditFiles.JournalIn(published.Settings.Folder),
                    $"is not what is measured in {CanonicalJson.Write(different.Length)} of its units: "
                        + $"{Unnamed(different[0]).Experiment}, cell {different[0].Cell}, trials from "
                        + $"{CanonicalJson.Write(different[0].First)} on");
        }
        catch (RefusedFolderException refused) when (refused.Path.StartsWith(
            published.Settings.Folder, StringComparison.Ordinal))
        {
            // The look at the files says so.
            return null;
        }
    }

    private static bool IsStated(StatedAudit published, MeasurementUnit unit) =>
        unit.Experiment.EndsWith(
            $"@{published.MeasuredBy(unit.Experiment.Split('/')[0])}", StringComparison.Ordinal);

    private static MeasurementUnit Unnamed(MeasurementUnit unit) =>
        unit with { Experiment = unit.Experiment.Split('@')[0] };
}
