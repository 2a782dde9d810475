using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Reporting;

/// <summary>What the report page shows: an audit's results beside the cards of the catalogue.</summary>
/// <remarks>Its form is that of <c>Reproductions/ReportPage/src/data.ts</c>.</remarks>
public static class ReportData
{
    private static readonly string[] Settings =
    [
        "suite", "seed", "tier", "risk", "level", "decisions", "filters", "shard", "stream", "digest", "passed",
        "outcome", "environment",
    ];

    /// <summary>The data of a page.</summary>
    public static JsonObject Of(FoundAudit audit, Suite suite)
    {
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(suite);
        JsonObject[] claims = Members(audit.Result, "claims");
        HashSet<string> audited = [.. claims.Select(claim => (string?)claim["id"]).OfType<string>()];
        HashSet<string> systems = [.. audited.Select(System)];
        var data = new JsonObject { ["finished"] = audit.Finished, ["program"] = Release.Version };
        foreach (string setting in Settings)
            data[setting] = audit.Result[setting]?.DeepClone();
        data["systems"] = new JsonArray([.. Systems(suite, audited)]);
        data["claims"] = new JsonArray([.. claims.Select(claim => Claim(claim, suite))]);
        data["notExamined"] = new JsonArray(
            [.. Members(audit.Result, "notExamined").Select(statement => NotExamined(statement, suite))]);
        data["figures"] = new JsonArray([.. audit.Figures.Select(figure => Figure(figure, suite))]);
        data["missingClaims"] = new JsonArray([.. suite.Claims
            .Where(claim => systems.Contains(claim.System) && !audited.Contains(claim.Id))
            .Select(claim => Entry(claim.Id, claim.Title))]);
        HashSet<string> drawn = [.. audit.Figures.Select(figure => figure.Id)];
        data["missingFigures"] = new JsonArray([.. suite.Figures
            .Where(figure => systems.Contains(figure.System) && !drawn.Contains(figure.Id))
            .Select(figure => Entry(figure.Id, figure.Title))]);
        return data;
    }

    private static JsonObject[] Members(JsonObject result, string name) =>
        [.. (result[name] as JsonArray ?? []).OfType<JsonObject>()];

    private static JsonObject Entry(string id, string title) => new() { ["id"] = id, ["title"] = title };

    private static string System(string id) => id.Split('/')[0];

    private static IEnumerable<JsonObject> Systems(Suite suite, IEnumerable<string> audited) =>
        audited.Select(System).Distinct(StringComparer.Ordinal).Select(id =>
        {
            ClaimSystem? system = suite.Systems.FirstOrDefault(system => system.Id == id);
            return new JsonObject
            {
                ["id"] = id,
                ["title"] = system?.Title ?? id,
                ["document"] = system?.Document ?? "",
                ["claims"] = suite.Claims.Count(claim => claim.System == id),
            };
        });

    // The card is that of this program's catalogue; a claim that it does not have keeps what the audit says of it.
    private static JsonObject Claim(JsonObject audited, Suite suite)
    {
        string id = (string?)audited["id"] ?? "";
        Claim? claim = suite.Claims.FirstOrDefault(claim => claim.Id == id);
        JsonObject shown = claim is null ? Entry(id, (string?)audited["title"] ?? "") : ClaimJson.InFull(claim);
        foreach (string unused in (string[])["parameters", "variants", "mutants"])
            shown.Remove(unused);
        shown["reading"] = shown["printed"]?.DeepClone();
        foreach (string member in (string[])["system", "kind", "passes", "verdict", "printed", "units", "seconds"])
            shown[member] = audited[member]?.DeepClone();
        IReadOnlyList<Variant> variants = claim is null ? [] : Variant.Of(claim);
        if (audited["evidence"] is JsonObject evidence)
            shown["evidence"] = EvidenceExcerpt.InFull(evidence);
        if (audited["printedEvidence"] is JsonObject printed)
        {
            shown["printedEvidence"] = EvidenceExcerpt.Refutation(printed, Part("printed"), measured: true);
            if (claim is not null && (string?)printed["verdict"] == AuditJson.Name(Verdict.Refuted))
                shown["exact"] = ExactInstance.Of(claim);
        }

        shown["mutants"] = new JsonArray([.. Members(audited, "mutants").Select(mutant => new JsonObject
        {
            ["key"] = mutant["key"]?.DeepClone(),
            ["name"] = mutant["name"]?.DeepClone(),
            ["verdict"] = mutant["verdict"]?.DeepClone(),
            ["evidence"] = mutant["evidence"] is JsonObject refutation
                ? EvidenceExcerpt.Refutation(refutation, Part((string?)mutant["key"]), measured: false)
                : null,
        })]);
        return shown;

        string? Part(string? key) => variants.FirstOrDefault(variant => variant.Key == key)?.Part;
    }

    private static JsonObject NotExamined(JsonObject statement, Suite suite)
    {
        string id = (string?)statement["id"] ?? "";
        JsonObject shown = suite.FindNotExamined(id) is { } known
            ? ClaimJson.Of(known)
            : Entry(id, (string?)statement["title"] ?? "");
        shown.Remove("notExamined");
        shown["system"] = System(id);
        shown["reason"] = statement["reason"]?.DeepClone();
        return shown;
    }

    private static JsonObject Figure(FoundFigure figure, Suite suite)
    {
        Figure? known = suite.Figures.FirstOrDefault(known => known.Id == figure.Id);
        JsonObject specification = figure.Specification.DeepClone().AsObject();
        string caption = (string?)specification["description"] ?? "";
        string title = (string?)specification["title"]?["text"] ?? figure.Id;

        // Title and caption stand beside the chart, and its data are inlined.
        foreach (string unused in (string[])["$schema", "description", "title", "data"])
            specification.Remove(unused);
        JsonObject shown = Entry(figure.Id, title);
        shown["system"] = System(figure.Id);
        shown["caption"] = caption;
        shown["source"] = known is null ? null : ClaimJson.Of(known.Source);
        shown["claims"] = new JsonArray([.. (known?.Claims ?? []).Select(claim => (JsonNode)claim)]);
        shown["file"] = $"{figure.Id.Replace('/', '-')}.csv";
        shown["csv"] = figure.Csv;
        shown["specification"] = specification;
        return shown;
    }
}
