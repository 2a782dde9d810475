using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Verification.Reproductions.Reporting;

/// <summary>What the report page shows of evidence as it stands in <c>audit.json</c>.</summary>
/// <remarks>
/// Numbers by which a verdict is reached stay as they are. Lists of points are rounded, as they are only drawn; and of
/// a wrong variant the part that refutes it stays, without those that stand beside it.
/// </remarks>
internal static class EvidenceExcerpt
{
    // Members that hold evidence, and those that hold lists of points.
    private static readonly string[] Inner = ["supporting", "refutation", "original"];
    private static readonly string[] Lists = ["x", "y", "scales", "distances"];

    /// <summary>Evidence of a claim: every part.</summary>
    public static JsonObject InFull(JsonObject evidence)
    {
        JsonObject excerpt = Single(evidence, drawn: true);
        if (evidence["supporting"] is JsonArray { Count: > 0 } supporting)
            excerpt["supporting"] = new JsonArray([.. supporting.OfType<JsonObject>().Select(InFull)]);
        foreach (string inner in Inner[1..])
        {
            if (evidence[inner] is JsonObject part)
                excerpt[inner] = InFull(part);
        }

        return excerpt;
    }

    /// <summary>Evidence of a wrong variant: the part that refutes it, or the decisive one.</summary>
    /// <param name="evidence">All of it.</param>
    /// <param name="part">Name of the part that has to refute it, where it is known.</param>
    /// <param name="measured">Whether the numbers of the smallest instance are shown.</param>
    public static JsonObject Refutation(JsonObject evidence, string? part, bool measured)
    {
        JsonObject excerpt = Single(evidence, drawn: false);
        if (!measured)
            excerpt.Remove("measured");
        foreach (string inner in Inner[1..])
        {
            if (evidence[inner] is JsonObject all)
                excerpt[inner] = Single(Refuting(all, part), drawn: measured);
        }

        return excerpt;
    }

    private static JsonObject Refuting(JsonObject evidence, string? part)
    {
        JsonObject[] refuted =
        [
            .. Parts(evidence).Where(one =>
                (string?)one["verdict"] == "refuted" && one["supplement"]?.GetValue<bool>() != true),
        ];
        return refuted.FirstOrDefault(one => part is not null && (string?)one["part"] == part)
            ?? refuted.FirstOrDefault()
            ?? evidence;
    }

    private static IEnumerable<JsonObject> Parts(JsonObject evidence) =>
        [evidence, .. (evidence["supporting"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(Parts)];

    private static JsonObject Single(JsonObject evidence, bool drawn)
    {
        var excerpt = new JsonObject();
        foreach ((string name, JsonNode? value) in evidence)
        {
            if (Inner.Contains(name) || value is null)
                continue;
            if (!Lists.Contains(name))
                excerpt[name] = value.DeepClone();
            else if (value is JsonArray list && drawn)
                excerpt[name] = new JsonArray([.. list.Select(Rounded)]);
        }

        return excerpt;
    }

    private static JsonNode? Rounded(JsonNode? number) =>
        number is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            ? double.Parse(
                value.GetValue<double>().ToString("g5", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : number?.DeepClone();
}
