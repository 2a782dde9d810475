using System.Text.Json.Nodes;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.Auditing;

/// <summary>Writes <c>ro-crate-metadata.json</c>, so that archives know what the folder holds.</summary>
/// <remarks>RO-Crate 1.1, https://w3id.org/ro/crate/1.1. Its date is that of the program's release: the audit reads no
/// clock.</remarks>
public static class ResearchObjectCrate
{
    private const string Software = "#claims";
    private const string Run = "#audit";
    private const string Authors = "#authors";

    /// <summary>The document.</summary>
    public static string Of(AuditResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        (string Path, string Name, string Format)[] files =
        [
            ("audit.json", "Verdicts with their evidence", "application/json"),
            ("verdicts.md", "Table of verdicts", "text/markdown"),
            (ClaimsTex.Name, "Macros and table for a paper", "text/x-tex"),
            ("junit.xml", "Verdicts for continuous integration", "application/xml"),
            (CodecheckYaml.Name, "What an independent check has to find again", "application/yaml"),
            .. CounterexampleFile.Refuted(result).Select(printed => (
                CounterexampleFile.PathOf(printed.Variant.Claim),
                $"Counterexample to the printed form of {printed.Variant.Claim.Id}",
                "application/json")),
            ("journal.jsonl", "Measurements, one unit of work a line", "application/jsonl"),
            .. result.Figures.Select(figure =>
                (figure.CsvPath, $"{figure.Figure.Title}: data", "text/csv")),
            .. result.Figures.Select(figure =>
                (figure.SpecificationPath, $"{figure.Figure.Title}: Vega-Lite chart", "application/json")),
            .. result.Figures.Where(figure => figure.Svg is not null).Select(figure =>
                (figure.SvgPath, $"{figure.Figure.Title}: picture", "image/svg+xml")),
        ];
        (string Id, string Name, string Value)[] parameters =
        [
            ("#tier", "tier", TierNames.Of(result.Settings.Tier)),
            ("#seed", "seed", CanonicalJson.Write(result.Settings.Seed)),
            ("#risk", "risk", CanonicalJson.Write(result.Settings.Risk)),
            .. result.Settings.Filters.Select(
                (filter, i) => ($"#filter-{CanonicalJson.Write(i + 1)}", "filter", filter)),
        ];
        var graph = new JsonArray(
            new JsonObject
            {
                ["@id"] = "ro-crate-metadata.json",
                ["@type"] = "CreativeWork",
                ["conformsTo"] = Reference("https://w3id.org/ro/crate/1.1"),
                ["about"] = Reference("./"),
            },
            new JsonObject
            {
                ["@id"] = "./",
                ["@type"] = "Dataset",
                ["name"] = $"Audit of claims of non-convex learning theory, tier {TierNames.Of(result.Settings.Tier)}",
                ["description"] =
                    $"Verdicts on {ShortNumber.Count(result.Claims.Count, "claim")} with the measurements that they "
                        + $"rest on. Digest {result.Digest}.",
                ["datePublished"] = Release.Date,
                ["license"] = Reference(Release.LicenseUrl),
                ["author"] = Reference(Authors),
                ["hasPart"] = new JsonArray([.. files.Select(file => Reference(file.Path))]),
                ["mentions"] = Reference(Run),
            },
            new JsonObject
            {
                ["@id"] = Release.LicenseUrl,
                ["@type"] = "CreativeWork",
                ["name"] = "MIT License",
                ["description"] = "A short permissive license.",
            },
            new JsonObject
            {
                ["@id"] = Authors,
                ["@type"] = "Organization",
                ["name"] = Release.Authors,
            },
            new JsonObject
            {
                ["@id"] = Software,
                ["@type"] = "SoftwareApplication",
                ["name"] = $"{Release.Name} (claims)",
                ["softwareVersion"] = Release.Version,
            },
            new JsonObject
            {
                ["@id"] = Run,
                ["@type"] = "CreateAction",
                ["name"] =
                    $"Audit, tier {TierNames.Of(result.Settings.Tier)}, seed "
                        + $"{CanonicalJson.Write(result.Settings.Seed)}",
                ["instrument"] = Reference(Software),
                ["object"] = new JsonArray([.. parameters.Select(parameter => Reference(parameter.Id))]),
                ["result"] = new JsonArray([.. files.Select(file => Reference(file.Path))]),
            });
        foreach ((string id, string name, string value) in parameters)
            graph.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["@id"] = id,
                        ["@type"] = "PropertyValue",
                        ["name"] = name,
                        ["value"] = value,
                    });
        foreach ((string path, string name, string format) in files)
        {
            graph.Add((JsonNode)new JsonObject
            {
                ["@id"] = path,
                ["@type"] = "File",
                ["name"] = name,
                ["encodingFormat"] = format,
            });
        }

        return IndentedJson.Write(
            new JsonObject { ["@context"] = "https://w3id.org/ro/crate/1.1/context", ["@graph"] = graph });
    }

    private static JsonObject Reference(string id) => new() { ["@id"] = id };
}
