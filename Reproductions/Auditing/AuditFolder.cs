using System.Text;
using Verification.Reproductions.CommandLine;

namespace Verification.Reproductions.Auditing;

/// <summary>The folder of an audit, open for this process alone.</summary>
public sealed class AuditFolder : IDisposable
{
    private const string JournalName = "journal.jsonl";

    private AuditFolder(string path, Journal journal)
    {
        Path = path;
        Journal = journal;
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Its measurements.</summary>
    public Journal Journal { get; }

    /// <summary>Opens the folder of an audit with these settings, or makes it.</summary>
    /// <exception cref="RefusalException">It belongs to something else, or its journal cannot be continued; nothing in it was changed.</exception>
    public static AuditFolder Open(AuditSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        string folder = settings.Folder;
        string journal = System.IO.Path.Combine(folder, JournalName);
        try
        {
            if (File.Exists(folder))
                throw RefusalException.Usage($"--out {folder} is a file; name a folder.");
            if (Directory.Exists(folder) && !File.Exists(journal) && Directory.EnumerateFileSystemEntries(folder).Any())
                throw RefusalException.Usage($"--out {folder} holds something else (there is no {JournalName}); name a new or empty folder.");
            Directory.CreateDirectory(folder);
            return new(folder, Journal.Open(journal, JournalHeader.Of(settings.Seed, settings.Tier)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw RefusalException.Environment($"cannot write to --out {folder}: {OneLine.Of(failure.Message)}", failure);
        }
    }

    /// <summary>Writes everything but the journal, each file whole or not at all.</summary>
    public void Write(AuditResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        string figures = System.IO.Path.Combine(Path, "figures");
        if (result.Figures.Count > 0)
            Directory.CreateDirectory(figures);
        foreach (DrawnFigure figure in result.Figures)
        {
            WriteWhole(System.IO.Path.Combine(figures, figure.CsvName), figure.Csv);
            WriteWhole(System.IO.Path.Combine(figures, figure.SpecificationName), figure.Specification);
        }

        WriteWhole(System.IO.Path.Combine(Path, "verdicts.md"), VerdictsMarkdown.Of(result));
        WriteWhole(System.IO.Path.Combine(Path, "junit.xml"), JUnitXml.Of(result));
        WriteWhole(System.IO.Path.Combine(Path, "ro-crate-metadata.json"), ResearchObjectCrate.Of(result));
        WriteWhole(System.IO.Path.Combine(Path, "audit.json"), IndentedJson.Write(AuditJson.Of(result)));
    }

    /// <summary>Writes a file beside its place and moves it there, so that a reader finds the old or the new one.</summary>
    public static void WriteWhole(string path, string text)
    {
        string beside = $"{path}.tmp";
        File.WriteAllText(beside, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(beside, path, overwrite: true);
    }

    /// <summary>Closes the journal and lifts its lock.</summary>
    public void Dispose() => Journal.Dispose();
}
