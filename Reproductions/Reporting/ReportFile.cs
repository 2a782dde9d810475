using System.Text.Json;
using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.Reporting;

/// <summary><c>report.html</c>, the page of an audit; it stands outside the digest.</summary>
public static class ReportFile
{
    /// <summary>Name of the file in the audit's folder.</summary>
    public const string Name = "report.html";

    /// <summary>Writes the page of the audit in a folder, and its sum into the folder's crate.</summary>
    /// <returns>Its data.</returns>
    /// <exception cref="RefusedFolderException">There is no audit, it cannot be read, or the page cannot be
    /// written.</exception>
    public static JsonObject Write(
        string folder, PageTemplate template, Suite suite, AuditReader reader, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(reader);
        JsonObject data = ReportData.Of(reader.Read(folder, cancellation), suite);
        string page = template.Fill(data);
        WholeFile.Write(Path.Combine(folder, Name), page);
        Enter(folder, page);
        return data;
    }

    /// <summary>The crate of a folder that has a page of this sum besides.</summary>
    /// <exception cref="JsonException">That is no crate.</exception>
    public static string InCrate(string crate, FileSum page) =>
        ResearchObjectCrate.With(crate, Name, "All of it as a page for a browser", "text/html", page);

    // An audit that has not finished has no crate. One that somebody damaged stays so, for those who check it.
    private static void Enter(string folder, string page)
    {
        string path = Path.Combine(folder, ResearchObjectCrate.Name);
        if (new FileInfo(path) is not { Exists: true, Length: > 0 })
            return;
        try
        {
            WholeFile.Write(path, InCrate(File.ReadAllText(path), FileSum.Of(page)));
        }
        catch (JsonException)
        {
            // As it was.
        }
        catch (Exception failure) when (WholeFile.IsOfTheSystem(failure))
        {
            throw new RefusedFolderException(path, failure);
        }
    }
}
