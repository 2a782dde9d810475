using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Verification.Reproductions.Comparing;

/// <summary>The numbers that <c>audit.json</c> states of a claim: of each part the one that its verdict turns on, and
/// the summaries of the outcomes.</summary>
internal static class AuditNumbers
{
    private const string Summaries = "measured";

    /// <summary>Numbers of the claim, its printed form and its mutants.</summary>
    public static IEnumerable<AuditNumber> Of(JsonObject claim)
    {
        foreach ((string variant, JsonObject stating) in Variants(claim))
        {
            foreach (AuditNumber number in Parts(Evidence(stating)).SelectMany(part => OfPart(variant, part)))
                yield return number;
        }

        foreach (AuditNumber number in Measured("claim", claim))
            yield return number;
    }

    /// <summary>The verdict of each variant.</summary>
    public static IEnumerable<(string Variant, string Verdict)> Verdicts(JsonObject claim) =>
        Variants(claim).Select(variant => (variant.Name, Text(variant.Stating["verdict"])));

    /// <summary>A value as text; nothing for none.</summary>
    public static string Text(JsonNode? node) => node is JsonValue value ? value.ToString() : "";

    // The claim, its printed form where that is examined by itself, and its mutants, each with what states its
    // verdict.
    private static IEnumerable<(string Name, JsonObject Stating)> Variants(JsonObject claim)
    {
        yield return ("claim", claim);
        if (claim["printedEvidence"] is JsonObject printed)
            yield return ("printed", printed);
        foreach (JsonObject mutant in (claim["mutants"] as JsonArray ?? []).OfType<JsonObject>())
            yield return (Text(mutant["name"]), mutant);
    }

    private static JsonObject? Evidence(JsonObject stating) =>
        stating.ContainsKey("kind") && stating.ContainsKey("statement") ? stating : stating["evidence"] as JsonObject;

    private static IEnumerable<JsonObject> Parts(JsonObject? evidence) => evidence is null
        ? []
        : (evidence["supporting"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(Parts).Prepend(evidence);

    private static IEnumerable<AuditNumber> OfPart(string variant, JsonObject part)
    {
        string name = Text(part["part"]) is { Length: > 0 } given
            ? $"{given}: {Text(part["statement"])}"
            : Text(part["statement"]);
        return Text(part["kind"]) switch
        {
            "certificate" => [Of("residual", Positive("tolerance") ?? Positive("resolution"))],
            "estimate" => [Of("residual", Positive("resolution"))],
            "slope" => [Of("slope", Positive("resolution"))],
            "agreement" => [Of("simulated", Positive("resolution"))],
            "share" => [new(variant, name, "share", Share("successes", "trials"), Positive("resolution"))],
            "trials" =>
            [
                new(variant, name, "share", Share("successes", "trials"), Positive("smallestDetectableExcess")),
            ],
            "rise" =>
            [
                new(
                    variant,
                    name,
                    "rise",
                    Share("greaterSuccesses", "greaterTrials") - Share("lesserSuccesses", "lesserTrials"),
                    Positive("upper") - Positive("lower")),
            ],
            "limit" => (part["distances"] as JsonArray ?? []).Select((distance, i) => new AuditNumber(
                variant,
                name,
                $"distance {(i + 1).ToString(CultureInfo.InvariantCulture)}",
                Number(distance),
                Positive("resolution"))),
            "counterexample" =>
            [
                .. Parts(part["refutation"] as JsonObject).SelectMany(each => OfPart(variant, each)),
                .. Measured(variant, part),
            ],
            _ => [],
        };

        AuditNumber Of(string member, double? tolerance) =>
            new(variant, name, member, Number(part[member]), tolerance);

        double Share(string some, string all) => Number(part[some]) / Number(part[all]);

        double? Positive(string member) =>
            Number(part[member]) is > 0 and var value && double.IsFinite(value) ? value : null;
    }

    private static IEnumerable<AuditNumber> Measured(string variant, JsonObject stating) =>
        (stating["measured"] as JsonObject ?? []).Select(entry =>
            new AuditNumber(variant, Summaries, entry.Key, Number(entry.Value)));

    // What JSON has no number for stands there as text.
    private static double Number(JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.GetValue<double>(),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.ToString() switch
        {
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => double.NaN,
        },
        _ => double.NaN,
    };
}
