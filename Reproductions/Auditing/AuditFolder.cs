using System.Text.Json;
using System.Text.Json.Nodes;
using Verification.Implementation.Experiments;
using Verification.Spec.Examining;

namespace Verification.Reproductions.Auditing;

/// <summary>The folder of an audit, open for this process alone.</summary>
public sealed class AuditFolder : IDisposable
{
    private readonly FolderLock _lock;

    private AuditFolder(Suite suite, string path, FolderLock folderLock, Journal journal)
    {
        Path = path;
        _lock = folderLock;
        Journal = journal;
        Measurements = new(journal, suite.Code.MeasuredBy);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Its measurements, by whatever code.</summary>
    public Journal Journal { get; }

    /// <summary>Its measurements by this code.</summary>
    public CurrentMeasurements Measurements { get; }

    /// <summary>Opens the folder of an audit with these settings, or makes it.</summary>
    /// <param name="suite">What is audited.</param>
    /// <param name="settings">The audit's.</param>
    /// <param name="claims">Ids of the claims that it examines: a finished audit of more than these is not
    /// replaced.</param>
    /// <exception cref="RefusedFolderException">It belongs to something else, or its journal cannot be continued;
    /// nothing in it was changed.</exception>
    public static AuditFolder Open(Suite suite, AuditSettings settings, IEnumerable<string> claims)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(settings);
        string folder = settings.Folder;
        string journal = System.IO.Path.Combine(folder, AuditFiles.Journal);
        FolderLock? folderLock = null;
        try
        {
            if (File.Exists(folder))
                throw new RefusedFolderException(FolderFault.IsAFile, folder);
            if (
                Directory.Exists(folder)
                && !System.IO.Path.Exists(journal)
                && AuditFiles.JournalIn(folder) == AuditFiles.Journal
                && Names(folder).Any(name => !name.StartsWith(FolderLock.Name, StringComparison.Ordinal)))
                throw new RefusedFolderException(FolderFault.HoldsSomethingElse, folder, expected: AuditFiles.Journal);
            Directory.CreateDirectory(folder);
            folderLock = FolderLock.Take(folder);
            if (AuditFiles.JournalIn(folder) == PackedJournal.Name)
                PackedJournal.Unpack(folder);
            Journal opened = Journal.Open(journal, JournalHeader.Of(suite, settings.Seed, settings.Tier));
            try
            {
                RefuseToNarrow(folder, [.. claims], settings.Figures);
                return new(suite, folder, folderLock, opened);
            }
            catch
            {
                opened.Dispose();
                throw;
            }
        }
        catch (Exception failure)
        {
            folderLock?.Dispose();
            if (WholeFile.IsOfTheSystem(failure))
                throw new RefusedFolderException(folder, failure);
            throw;
        }
    }

    /// <summary>Writes everything but the journal, each file whole or not at all.</summary>
    /// <exception cref="RefusedFolderException">A file cannot be written.</exception>
    public void Write(AuditResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        string figures = System.IO.Path.Combine(Path, DrawnFigure.FolderName);
        if (result.Figures.Count > 0)
            Create(figures);
        if (CounterexampleFile.Refuted(result).Any())
            Create(In(CounterexampleFile.FolderName));

        // All texts before the first file: what cannot be put into words must not leave half of an old audit and half
        // of a new one.
        IReadOnlyList<(string Path, string Text)> files = AuditFiles.Of(result);
        Dictionary<string, FileSum> sums =
            files.ToDictionary(file => file.Path, file => FileSum.Of(file.Text), StringComparer.Ordinal);
        sums.Add(AuditFiles.Journal, Journal.Sum());
        string crate = ResearchObjectCrate.Of(result, sums);
        foreach ((string path, string text) in files.SkipLast(1))
            WholeFile.Write(In(path), text);
        WholeFile.Write(In(ResearchObjectCrate.Name), crate);
        WholeFile.Write(In(files[^1].Path), files[^1].Text);

        string In(string name) => System.IO.Path.Combine(Path, name);
    }

    /// <summary>Closes the journal and lifts its lock.</summary>
    public void Dispose()
    {
        Journal.Dispose();
        _lock.Dispose();
    }

    private static void Create(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (WholeFile.IsOfTheSystem(failure))
        {
            throw new RefusedFolderException(folder, failure);
        }
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(path => System.IO.Path.GetFileName(path));

    private static void RefuseToNarrow(string folder, HashSet<string> claims, bool draws)
    {
        (string[] finished, int figures) = Finished(System.IO.Path.Combine(folder, AuditFiles.Result));
        int lost = finished.Count(id => !claims.Contains(id));
        if (lost > 0)
            throw new RefusedFolderException(
                FolderFault.HoldsMore, folder, CanonicalJson.Write(lost));
        if (!draws && figures > 0)
            throw new RefusedFolderException(
                FolderFault.HoldsFigures, folder, CanonicalJson.Write(figures));
    }

    // Nothing of length zero is opened: a pipe of that name would wait for somebody to write into it.
    private static (string[] Claims, int Figures) Finished(string result)
    {
        if (new FileInfo(result) is not { Exists: true, Length: > 0 })
            return ([], 0);
        try
        {
            using FileStream file = File.OpenRead(result);
            JsonNode? audit = JsonNode.Parse(file);
            return (
                [.. audit?["claims"]?.AsArray().Select(claim => (string?)claim?["id"]).OfType<string>() ?? []],
                audit?["figures"]?.AsArray().Count ?? 0);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // It is no result of an audit, and the journal beside it is one: what it held can be had again.
            return ([], 0);
        }
    }
}
