using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.Auditing;

/// <summary>Writes <c>ro-crate-metadata.json</c>, so that archives know what the folder holds.</summary>
/// <remarks>RO-Crate 1.1, https://w3id.org/ro/crate/1.1. Its date is that of the suite: the audit reads no
/// clock. Each file has its size and its SHA-256; the crate's own vocabulary has no term for the latter before 1.2, and
/// the one that 1.2 took over from schema.org is declared here.</remarks>
public static class ResearchObjectCrate
{
    /// <summary>Name of the file in the audit's folder.</summary>
    public const string Name = "ro-crate-metadata.json";

    private const string PackedName = "Measurements, one unit of work a line, compressed";

    // Brotli has no media type of its own; RFC 7932 registers it as a coding of contents.
    private const string PackedFormat = "application/octet-stream";

    private const string Software = "#claims";
    private const string Run = "#audit";
    private const string Authors = "#authors";

    /// <summary>The document.</summary>
    /// <param name="result">The audit.</param>
    /// <param name="sums">The sum of each of its files, by path from the folder.</param>
    public static string Of(AuditResult result, IReadOnlyDictionary<string, FileSum> sums)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(sums);
        Publication publication = result.Suite.Publication;
        (string Path, string Name, string Format)[] files =
        [
            (AuditFiles.Result, "Verdicts with their evidence", "application/json"),
            ("verdicts.md", "Table of verdicts", "text/markdown"),
            (ClaimsTex.Name, "Macros and table for a paper", "text/x-tex"),
            ("junit.xml", "Verdicts for continuous integration", "application/xml"),
            (CodecheckYaml.Name, "What an independent check has to find again", "application/yaml"),
            .. CounterexampleFile.Refuted(result).Select(printed => (
                CounterexampleFile.PathOf(printed.Variant.Claim),
                $"Counterexample to the printed form of {printed.Variant.Claim.Id}",
                "application/json")),
            sums.ContainsKey(PackedJournal.Name)
                ? (PackedJournal.Name, PackedName, PackedFormat)
                : (AuditFiles.Journal, "Measurements, one unit of work a line", "application/jsonl"),
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
            .. result.Settings.Shard is { } shard
                ? ((string, string, string)[])[("#shard", "shard", shard.ToString())]
                : [],
            .. result.Settings.Filters.Select(
                (filter, i) => ($"#filter-{CanonicalJson.Write(i + 1)}", "filter", filter)),
        ];
        var graph = new JsonArray(
            new JsonObject
            {
                ["@id"] = Name,
                ["@type"] = "CreativeWork",
                ["conformsTo"] = Reference("https://w3id.org/ro/crate/1.1"),
                ["about"] = Reference("./"),
            },
            new JsonObject
            {
                ["@id"] = "./",
                ["@type"] = "Dataset",
                ["name"] = $"Audit of {publication.Title}, tier {TierNames.Of(result.Settings.Tier)}",
                ["description"] =
                    $"Verdicts on {ShortNumber.Count(result.Claims.Count, "claim")} with the measurements that they "
                        + $"rest on. Digest {result.Digest}.",
                ["datePublished"] = publication.Date,
                ["license"] = Reference(publication.LicenseUrl),
                ["author"] = Reference(Authors),
                ["hasPart"] = new JsonArray([.. files.Select(file => Reference(file.Path))]),
                ["mentions"] = Reference(Run),
            },
            new JsonObject
            {
                ["@id"] = publication.LicenseUrl,
                ["@type"] = "CreativeWork",
                ["name"] = $"{publication.License} License",
                ["description"] = "As SPDX has it under this identifier.",
            },
            new JsonObject
            {
                ["@id"] = Authors,
                ["@type"] = "Organization",
                ["name"] = publication.Authors,
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
            graph.Add((JsonNode)Entity(path, name, format, sums[path]));
        return IndentedJson.Write(
            new JsonObject
            {
                ["@context"] = new JsonArray(
                    "https://w3id.org/ro/crate/1.1/context",
                    new JsonObject { ["sha256"] = "http://schema.org/sha256" }),
                ["@graph"] = graph,
            });
    }

    /// <summary>The document of a folder that has one more file, or another one in that file's place.</summary>
    /// <param name="crate">The document of the folder without it.</param>
    /// <param name="path">The file's path from the folder.</param>
    /// <param name="name">What it is.</param>
    /// <param name="format">Its media type.</param>
    /// <param name="sum">Its sum.</param>
    /// <exception cref="JsonException">That is no such document.</exception>
    public static string With(string crate, string path, string name, string format, FileSum sum)
    {
        JsonObject document = Parsed(crate);
        var graph = (JsonArray)document["@graph"]!;
        foreach ((string holder, string list) in ((string, string)[])[("./", "hasPart"), (Run, "result")])
        {
            if (Found(graph, holder)?[list] is JsonArray references && Found(references, path) is null)
                references.Add((JsonNode)Reference(path));
        }

        if (Found(graph, path) is { } old)
            graph.Remove(old);
        graph.Add((JsonNode)Entity(path, name, format, sum));
        return IndentedJson.Write(document);
    }

    /// <summary>The document of a folder whose journal was packed.</summary>
    /// <param name="crate">The document of the folder with the plain one.</param>
    /// <param name="packed">The sum of the packed one.</param>
    /// <exception cref="JsonException">That is no such document.</exception>
    public static string Packed(string crate, FileSum packed)
    {
        JsonObject document = Parsed(crate);
        var graph = (JsonArray)document["@graph"]!;
        foreach ((string holder, string list) in ((string, string)[])[("./", "hasPart"), (Run, "result")])
        {
            if (Found(graph, holder)?[list] is JsonArray references
                && Found(references, AuditFiles.Journal) is { } reference)
                reference["@id"] = PackedJournal.Name;
        }

        if (Found(graph, AuditFiles.Journal) is { } plain)
            graph[graph.IndexOf(plain)] = Entity(PackedJournal.Name, PackedName, PackedFormat, packed);
        return IndentedJson.Write(document);
    }

    /// <summary>The sums that a document states, by path from the folder; of those files that have one.</summary>
    /// <exception cref="JsonException">That is no such document.</exception>
    public static IReadOnlyDictionary<string, FileSum> Sums(string crate)
    {
        var sums = new Dictionary<string, FileSum>(StringComparer.Ordinal);
        foreach (JsonObject entity in ((JsonArray)Parsed(crate)["@graph"]!).OfType<JsonObject>())
        {
            if (
                Text(entity["@id"]) is { } path
                && Text(entity["sha256"]) is { } sum
                && long.TryParse(
                    Text(entity["contentSize"]), NumberStyles.None, CultureInfo.InvariantCulture, out long bytes))
                sums[path] = new(sum, bytes);
        }

        return sums;
    }

    private static JsonObject Parsed(string crate) =>
        JsonNode.Parse(crate) is JsonObject document && document["@graph"] is JsonArray
        ? document
        : throw new JsonException("The document is no crate.");

    private static JsonObject? Found(JsonArray entities, string id) =>
        entities.OfType<JsonObject>().FirstOrDefault(entity => Text(entity["@id"]) == id);

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static JsonObject Entity(string path, string name, string format, FileSum sum) => new()
    {
        ["@id"] = path,
        ["@type"] = "File",
        ["name"] = name,
        ["encodingFormat"] = format,
        ["contentSize"] = CanonicalJson.Write(sum.Bytes),
        ["sha256"] = sum.Sha256,
    };

    private static JsonObject Reference(string id) => new() { ["@id"] = id };
}
