using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;
using Verification.Spec;
using Verification.Spec.Counterexamples;

namespace Verification.Reproductions.Reporting;

/// <summary>The instance with exact data at which a printed form fails, as the page shows it: that of
/// <see cref="CounterexampleFile"/>, without what a reader does not need to follow it.</summary>
internal static class ExactInstance
{
    // A side that takes more room is looked up in the file.
    private const int LongestSide = 40;

    /// <summary>The instance of a claim; null where none is written down.</summary>
    /// <exception cref="FormatException">A relation of it cannot be read.</exception>
    public static JsonObject? Of(Claim claim)
    {
        if (claim.PrintedCounterexample is not { } exact)
            return null;
        Combination[] first = [.. exact.Combinations().Take(1)];
        return new JsonObject
        {
            ["words"] = exact.Words,
            ["data"] = Named([
                .. exact.Data,
                .. exact.Each.Select(names => (names.Name, string.Join(" or ", names.Values))),
                .. exact.Where,
            ]),
            ["holds"] = new JsonArray([.. exact.Holds.Select(relation => (JsonNode)Words(relation))]),
            ["fails"] = new JsonArray([.. exact.Fails.Select(relation => (JsonNode)Sides(relation, first))]),
            ["unchecked"] = exact.Unchecked,
            ["file"] = CounterexampleFile.PathOf(claim),
        };
    }

    private static JsonObject Words(Relation relation) => new()
    {
        ["words"] = relation.Words,
        ["relation"] = relation.Text,
    };

    // At the first combination of values; where there are several, the file has all.
    private static JsonObject Sides(Relation relation, Combination[] first)
    {
        JsonObject shown = Words(relation);
        RelationSides sides = relation.At(first[0].Data);
        if (!sides.Left.IsNumber || !sides.Right.IsNumber)
            return shown;
        (string left, string right) = (sides.Left.Number.ToString(), sides.Right.Number.ToString());
        if (left.Length <= LongestSide && right.Length <= LongestSide)
            (shown["left"], shown["right"]) = (left, right);
        return shown;
    }

    private static JsonObject Named(IEnumerable<(string Name, string Value)> members) =>
        new(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value)));
}
