using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Reporting;
using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.Verifying;

/// <summary>The files of an audit's folder, made once more from a result, as they should stand there.</summary>
/// <param name="stated">The audit.</param>
/// <param name="result">What it comes to by its journal, with the pictures as they stand there.</param>
/// <param name="sums">The sums that its crate states, by path.</param>
internal sealed class RemadeFiles(
    StatedAudit stated, AuditResult result, IReadOnlyDictionary<string, FileSum> sums)
{
    private readonly Dictionary<string, string> _texts = Made(stated, result);

    /// <summary>Each file with its path and its text; without page and crate.</summary>
    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>The page of these files.</summary>
    public string Page(PageTemplate template, Suite suite) => template.Fill(ReportData.Of(
        new FoundAudit(
            JsonNode.Parse(_texts[AuditFiles.Result])!.AsObject(),
            true,
            [
                .. result.Figures.Select(figure => new FoundFigure(
                    figure.Figure.Id, figure.Csv, JsonNode.Parse(figure.Specification)!.AsObject())),
            ],
            []),
        suite));

    /// <summary>The crate of these files. What does not follow from the journal, and that itself, stands in it as it
    /// was: where it is at fault, it is so itself.</summary>
    /// <param name="page">The page, where it was made.</param>
    public string Crate(string? page)
    {
        Dictionary<string, FileSum> all =
            _texts.ToDictionary(file => file.Key, file => FileSum.Of(file.Value), StringComparer.Ordinal);
        string journal = AuditFiles.JournalIn(stated.Settings.Folder);
        foreach (string path in result.Figures.Select(figure => figure.SvgPath).Append(journal))
            all[path] = sums.GetValueOrDefault(path) ?? FileSum.Of("");
        string crate = ResearchObjectCrate.Of(result, all);
        return sums.TryGetValue(ReportFile.Name, out FileSum? entered)
            ? ReportFile.InCrate(crate, page is null ? entered : FileSum.Of(page))
            : crate;
    }

    private static Dictionary<string, string> Made(StatedAudit stated, AuditResult result)
    {
        var texts = AuditFiles
            .Of(result)
            .ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        if (!stated.OtherCode.Any())
            return texts;

        // By which code it was measured and judged is said in a remark; it is no fault of a file.
        JsonNode json = JsonNode.Parse(texts[AuditFiles.Result])!;
        foreach (string member in (string[])["measuredBy", "judgedBy"])
            json[member] = stated.Found.Result[member]?.DeepClone();
        texts[AuditFiles.Result] = IndentedJson.Write(json);
        return texts;
    }
}
