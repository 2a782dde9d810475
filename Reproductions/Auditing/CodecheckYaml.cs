using System.Text;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.Auditing;

/// <summary>Writes <c>codecheck.yml</c>: which files somebody who checks the audit independently has to find
/// again.</summary>
/// <remarks>CODECHECK configuration 1.0, https://codecheck.org.uk/spec/config/1.0/, as far as authors fill it in; who
/// checks, when, and the certificate are for the checker to add. Texts are quoted as in JSON, of which YAML is a
/// superset.</remarks>
public static class CodecheckYaml
{
    /// <summary>Name of the file in the audit's folder.</summary>
    public const string Name = "codecheck.yml";

    /// <summary>The document.</summary>
    public static string Of(AuditResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder();
        text.Append("---\nversion: https://codecheck.org.uk/spec/config/1.0/\npaper:\n");
        text.Append($"  title: {Quoted(Title(result))}\n");
        text.Append($"  authors:\n    - name: {Quoted(result.Suite.Publication.Authors)}\n");
        text.Append("manifest:\n");
        Manifest(text, "verdicts.md", $"verdicts on {ShortNumber.Count(result.Claims.Count, "claim")}");
        Manifest(text, "audit.json", $"verdicts with their evidence; digest {result.Digest}");
        foreach (DrawnFigure figure in result.Figures)
            Manifest(text, figure.CsvPath, figure.Figure.Title);
        text.Append($"summary: {Quoted(Summary(result))}\n");
        text.Append("# The checker adds: codechecker, report, check_time, certificate, repository.\n");
        return text.ToString();
    }

    private static string Title(AuditResult result)
    {
        string[] documents =
        [
            .. result.Claims
                .Select(claim => claim.Report.Claim.Source.Document)
                .Distinct(StringComparer.Ordinal),
        ];
        return $"{result.Suite.Publication.Name}: audit of {string.Join("; ", documents)}";
    }

    private static string Summary(AuditResult result)
    {
        string filters = result.Settings.Filters.Count == 0
            ? "all claims"
            : $"the claims {string.Join(' ', result.Settings.Filters)}";
        string part = result.Settings.Shard is { } shard ? $"Shard {shard} of an audit" : "An audit";
        return $"{part} of {filters} at tier {TierNames.Of(result.Settings.Tier)} with seed "
            + $"{CanonicalJson.Write(result.Settings.Seed)} and risk {CanonicalJson.Write(result.Settings.Risk)} has "
            + $"this digest on every machine: {result.Digest}.";
    }

    private static void Manifest(StringBuilder text, string file, string comment) =>
        text.Append($"  - file: {Quoted(file)}\n    comment: {Quoted(comment)}\n");

    private static string Quoted(string text) => CanonicalJson.Write(text);
}
