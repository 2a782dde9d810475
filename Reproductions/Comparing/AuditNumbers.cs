using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;

namespace Verification.Reproductions.Comparing;

/// <summary>The numbers that <c>audit.json</c> states of a claim: of each part the one that its verdict turns on, and
/// the summaries of the outcomes.</summary>
internal static class AuditNumbers
{
    /// <summary>Name of the claim among its variants.</summary>
    public const string Claim = "claim";

    private const string Summaries = "measured";

    /// <summary>Numbers of the claim, its printed form and its mutants.</summary>
    public static IEnumerable<AuditNumber> Of(JsonObject claim) => Variants(claim)
        .SelectMany(variant => Parts(variant.Evidence).SelectMany(part => OfPart(variant.Name, part)))
        .Concat(Measured(Claim, claim));

    /// <summary>The verdict of each variant.</summary>
    public static IEnumerable<(string Variant, string Verdict)> Verdicts(JsonObject claim) =>
        Variants(claim).Select(variant => (variant.Name, variant.Verdict));

    /// <summary>A value as text; nothing for none.</summary>
    public static string Text(JsonNode? node) => StatedValue.Text(node) ?? "";

    // The claim, its printed form where that is examined by itself, and its mutants.
    private static IEnumerable<(string Name, string Verdict, JsonObject? Evidence)> Variants(JsonObject claim)
    {
        yield return (Claim, Text(claim["verdict"]), claim["evidence"] as JsonObject);
        if (claim["printedEvidence"] is JsonObject printed)
            yield return ("printed", Text(printed["verdict"]), printed);
        foreach (JsonObject mutant in (claim["mutants"] as JsonArray ?? []).OfType<JsonObject>())
            yield return (Text(mutant["name"]), Text(mutant["verdict"]), mutant["evidence"] as JsonObject);
    }

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
            "certificate" => [Of("residual", Member("tolerance") ?? Member("resolution"))],
            "estimate" => [Of("residual", Member("resolution"))],
            "slope" => [Of("slope", Member("resolution"))],
            "agreement" => [Of("simulated", Member("resolution"))],
            "share" => [new(variant, name, "share", Share("successes", "trials"), Member("resolution"))],
            "trials" =>
            [
                new(variant, name, "share", Share("successes", "trials"), Member("smallestDetectableExcess")),
            ],
            "rise" =>
            [
                new(
                    variant,
                    name,
                    "rise",
                    Share("greaterSuccesses", "greaterTrials") - Share("lesserSuccesses", "lesserTrials"),
                    Positive((Number(part["upper"]) - Number(part["lower"])) / 2)),
            ],
            "limit" => (part["distances"] as JsonArray ?? []).Select((distance, i) => new AuditNumber(
                variant,
                name,
                $"distance {(i + 1).ToString(CultureInfo.InvariantCulture)}",
                Number(distance),
                Member("resolution"))),
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

        double? Member(string member) => Positive(Number(part[member]));
    }

    private static IEnumerable<AuditNumber> Measured(string variant, JsonObject stating) =>
        (stating["measured"] as JsonObject ?? []).Select(entry =>
            new AuditNumber(variant, Summaries, entry.Key, Number(entry.Value)));

    private static double? Positive(double tolerance) =>
        tolerance > 0 && double.IsFinite(tolerance) ? tolerance : null;

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
