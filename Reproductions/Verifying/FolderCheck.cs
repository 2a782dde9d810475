using System.Text.Json;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Reporting;
using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.Verifying;

/// <summary>Looks whether the files of an audit are what its journal gives, and what its crate has the sums
/// of.</summary>
/// <remarks>
/// The journal is judged again; every file but the pictures follows from that and from the times and the place that
/// <c>audit.json</c> states. Pictures, times and place are held by the crate's sums alone, and the journal itself by
/// its checksums and the crate's: whoever makes all of them anew is found out by measuring again.
/// </remarks>
/// <param name="suite">Claims and figures.</param>
/// <param name="stated">The audit.</param>
public sealed class FolderCheck(Suite suite, StatedAudit stated)
{
    private readonly List<FileFault> _faults = [];
    private readonly List<string> _remarks = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private string Folder => stated.Settings.Folder;

    private string JournalName => AuditFiles.JournalIn(Folder);

    /// <summary>Looks at all files.</summary>
    /// <exception cref="RefusedFolderException">A file cannot be read.</exception>
    /// <exception cref="UnmatchedGlobException">A filter that the audit states matches nothing.</exception>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public FolderFindings Run(CancellationToken cancellation)
    {
        if (stated.Version != Release.Version)
            _remarks.Add(
                $"written by version {Shown.Word(stated.Version)}, this is {Release.Version}, which may word it "
                    + "otherwise");
        foreach (string system in stated.OtherCode)
            _remarks.Add($"{Shown.Word(system)} was measured or judged by other code than this program's");
        string? crate = Text(ResearchObjectCrate.Name);
        IReadOnlyDictionary<string, FileSum>? listed = Sums(crate);
        IReadOnlyDictionary<string, FileSum> sums = listed ?? new Dictionary<string, FileSum>(StringComparer.Ordinal);
        foreach ((string path, FileSum sum) in sums)
            CheckSum(path, sum);
        if (Judged(sums, cancellation) is { } result)
            CheckTexts(result, sums, withCrate: listed is not null);
        string[] further = [.. Further()];
        if (further.Length > 0)
            _remarks.Add($"no part of the audit: {string.Join(", ", further.Select(Shown.Word))}");
        return new(_seen.Count, _faults, _remarks);
    }

    private IEnumerable<string> Further()
    {
        try
        {
            return
            [
                .. Directory
                    .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
                    .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
                    .Where(path => !_seen.Contains(path))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception failure) when (WholeFile.IsOfTheSystem(failure))
        {
            throw new RefusedFolderException(Folder, failure);
        }
    }

    // Null where there is no crate.
    private IReadOnlyDictionary<string, FileSum>? Sums(string? crate)
    {
        _seen.Add(ResearchObjectCrate.Name);
        try
        {
            if (crate is not null)
                return ResearchObjectCrate.Sums(crate);
            Fault(ResearchObjectCrate.Name, "is missing");
        }
        catch (JsonException)
        {
            Fault(ResearchObjectCrate.Name, "is no RO-Crate");
        }

        return null;
    }

    private void CheckSum(string path, FileSum sum)
    {
        if (!IsInside(path))
        {
            Fault(ResearchObjectCrate.Name, $"lists {Shown.Word(path)}, which is not in the folder");
            return;
        }

        _seen.Add(path);
        if (SumOf(path) is not { } found)
            Fault(path, "is missing");
        else if (found != sum)
            Fault(path, $"has another SHA-256 than {ResearchObjectCrate.Name} says");
    }

    private AuditResult? Judged(IReadOnlyDictionary<string, FileSum> sums, CancellationToken cancellation)
    {
        AuditSettings settings = stated.Settings;
        _seen.Add(JournalName);
        bool suspect = stated.OtherCode.Any()
            || SumOf(JournalName) != sums.GetValueOrDefault(JournalName);
        try
        {
            using var journal = Journal.OpenToRead(
                Path.Combine(Folder, AuditFiles.Journal), JournalHeader.Of(suite, settings.Seed, settings.Tier));
            AuditResult result = stated.Judged(suite with { Pictures = null }, journal, cancellation);
            return result with { Figures = [.. result.Figures.Select(figure => Pictured(figure, sums))] };
        }
        catch (RefusedFolderException refused) when (Words(refused) is { } reason)
        {
            Fault(JournalName, reason);
        }
        catch (MissingMeasurementException missing)
        {
            Fault(
                JournalName, $"lacks what {AuditFiles.Result} rests on: {Shown.Sentence(missing.Message)}");
        }
        catch (Exception failure) when (
            suspect
            && failure is not (RefusedFolderException or UnmatchedGlobException or OperationCanceledException
                or OutOfMemoryException))
        {
            // What others measured, or forged, may make no sense to this program's judges.
            Fault(JournalName, $"holds what this program cannot judge ({Shown.Sentence(failure.Message)})");
        }

        return null;
    }

    // What keeps a journal from being read is a fault of the folder, except where the machine refuses.
    private static string? Words(RefusedFolderException refused) => refused.Fault switch
    {
        FolderFault.Damaged => $"was edited or damaged: the checksum of line {refused.Found} does not fit",
        FolderFault.NoJournal or FolderFault.NoRegularFile => "is no journal",
        FolderFault.OtherSuite or FolderFault.OtherSeed or FolderFault.OtherTier or FolderFault.OtherStream
            or FolderFault.OtherFormat =>
            $"says {Shown.Word(refused.Found)} where {AuditFiles.Result} says {Shown.Word(refused.Expected)}",
        FolderFault.NotAccessible when refused.InnerException is FileNotFoundException => "is missing",
        _ => null,
    };

    // As it is; one that is missing and should be there counts.
    private DrawnFigure Pictured(DrawnFigure figure, IReadOnlyDictionary<string, FileSum> sums) =>
        figure with { Svg = Text(figure.SvgPath) ?? (sums.ContainsKey(figure.SvgPath) ? "" : null) };

    private void CheckTexts(AuditResult result, IReadOnlyDictionary<string, FileSum> sums, bool withCrate)
    {
        var remade = new RemadeFiles(stated, result, sums);
        foreach ((string path, string text) in remade.Texts)
            Check(path, text);
        string? page = null;
        if (File.Exists(Path.Combine(Folder, ReportFile.Name)))
        {
            _seen.Add(ReportFile.Name);
            page = suite.ReportPage is { } template ? remade.Page(template, suite) : null;
            if (page is null)
                _remarks.Add($"{ReportFile.Name} was not made again: this program was built without Node (npm)");
            else
                Check(ReportFile.Name, page);
        }

        if (withCrate)
            Check(ResearchObjectCrate.Name, remade.Crate(page));
    }

    private void Check(string path, string expected)
    {
        _seen.Add(path);
        if (SumOf(path) is not { } found)
            Fault(path, "is missing");
        else if (found != FileSum.Of(expected))
            Fault(path, $"is not what the journal gives: {Difference(path, Text(path)!, expected)}");
    }

    private static string Difference(string path, string found, string expected) =>
        path.EndsWith(".json", StringComparison.Ordinal)
        ? FirstDifference.OfJson(found, expected)
        : FirstDifference.OfLines(found, expected);

    private void Fault(string path, string reason)
    {
        var fault = new FileFault(path, reason);
        if (!_faults.Contains(fault))
            _faults.Add(fault);
    }

    private bool IsInside(string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
            return false;
        string root = Path.GetFullPath(Folder) + Path.DirectorySeparatorChar;
        return Path.GetFullPath(Path.Combine(root, path)).StartsWith(root, StringComparison.Ordinal);
    }

    // Nothing of length zero is opened: a pipe of that name would wait for somebody to write into it.
    private FileSum? SumOf(string path) => Read(path, FileSum.OfFile, FileSum.Of(""));

    private string? Text(string path) => Read(path, File.ReadAllText, "");

    private T? Read<T>(string path, Func<string, T> read, T empty)
        where T : class
    {
        string full = Path.Combine(Folder, path);
        try
        {
            return new FileInfo(full) is not { Exists: true } file ? null
                : file.Length == 0 ? empty
                : read(full);
        }
        catch (Exception failure) when (WholeFile.IsOfTheSystem(failure))
        {
            throw new RefusedFolderException(full, failure);
        }
    }
}
