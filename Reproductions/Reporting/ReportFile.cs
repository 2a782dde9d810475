using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.Reporting;

/// <summary><c>report.html</c>, the page of an audit; it stands outside the digest.</summary>
public static class ReportFile
{
    /// <summary>Name of the file in the audit's folder.</summary>
    public const string Name = "report.html";

    /// <summary>Writes the page of the audit in a folder.</summary>
    /// <returns>Its data.</returns>
    /// <exception cref="RefusedFolderException">There is no audit, it cannot be read, or the page cannot be
    /// written.</exception>
    public static JsonObject Write(
        string folder, PageTemplate template, Suite suite, AuditReader reader, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(reader);
        JsonObject data = ReportData.Of(reader.Read(folder, cancellation), suite);
        WholeFile.Write(Path.Combine(folder, Name), template.Fill(data));
        return data;
    }
}
