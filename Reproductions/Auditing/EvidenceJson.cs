using System.Text.Json.Nodes;
using Verification.Implementation.Experiments;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Auditing;

/// <summary>Evidence as it stands in all JSON that the program writes.</summary>
/// <remarks>
/// Each part has its one-line <c>summary</c>, and lists of points are thinned out: <c>points</c> says how many there
/// were, and at most 48 of them stand there, the first and the last among them, as they are. All numbers by which a
/// verdict is reached are kept; the points follow from the journal. A number that could not be computed is null; an
/// infinite one is written as text, since JSON has none.
/// </remarks>
internal static class EvidenceJson
{
    // A drawing as wide as a card shows no more.
    private const int MostPoints = 48;

    private static readonly string[] Lists = ["x", "y", "scales", "distances"];

    /// <summary>The evidence with all that stands beside it.</summary>
    public static JsonObject Of(Evidence evidence)
    {
        JsonObject json = JsonNode.Parse(CanonicalJson.WriteForReaders(evidence))!.AsObject();
        Complete(json, evidence);
        return json;
    }

    private static void Complete(JsonObject json, Evidence evidence)
    {
        json.Insert(json.IndexOf("statement") + 1, "summary", evidence.Summary);
        foreach (string name in Lists)
        {
            if (json[name] is not JsonArray list)
                continue;
            // As it is read back: what reads numbers asks all of them for doubles.
            json["points"] = JsonNode.Parse(CanonicalJson.Write(list.Count));
            json[name] = Thinned(list);
        }

        if (json["supporting"] is JsonArray supporting)
        {
            foreach ((int i, JsonNode? part) in supporting.Index())
                Complete(part!.AsObject(), evidence.Supporting[i]);
        }

        if (evidence is Counterexample counterexample)
        {
            Complete(json["refutation"]!.AsObject(), counterexample.Refutation);
            Complete(json["original"]!.AsObject(), counterexample.Original);
        }
    }

    // Lists of one length keep the same places.
    private static JsonArray Thinned(JsonArray list)
    {
        int kept = Math.Min(list.Count, MostPoints);
        return new(
        [
            .. Enumerable.Range(0, kept)
                .Select(i => list[kept == 1 ? 0 : (int)((long)i * (list.Count - 1) / (kept - 1))]?.DeepClone()),
        ]);
    }
}
