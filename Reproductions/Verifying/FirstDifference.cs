using System.Text.Json;
using System.Text.Json.Nodes;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.Verifying;

/// <summary>Where two texts begin to differ, in words.</summary>
internal static class FirstDifference
{
    /// <summary>The first member that is not the same, else the first line.</summary>
    /// <param name="stated">What stands there; no JSON where somebody damaged it.</param>
    /// <param name="expected">What should stand there: a JSON document.</param>
    public static string OfJson(string stated, string expected)
    {
        try
        {
            return Of(JsonNode.Parse(stated), JsonNode.Parse(expected), "") ?? OfLines(stated, expected);
        }
        catch (JsonException)
        {
            return OfLines(stated, expected);
        }
    }

    /// <summary>The first line that is not the same.</summary>
    public static string OfLines(string stated, string expected)
    {
        int same = stated
            .Split('\n')
            .Zip(expected.Split('\n'))
            .TakeWhile(pair => pair.First == pair.Second)
            .Count();
        return $"line {CanonicalJson.Write(same + 1)}";
    }

    private static string? Of(JsonNode? stated, JsonNode? expected, string path)
    {
        switch (stated, expected)
        {
            case (JsonObject some, JsonObject others):
                return some
                    .Select(member => member.Key)
                    .Union(others.Select(member => member.Key), StringComparer.Ordinal)
                    .Select(name => Of(some[name], others[name], path.Length == 0 ? name : $"{path}.{name}"))
                    .FirstOrDefault(difference => difference is not null);
            case (JsonArray some, JsonArray others):
                return some.Count == others.Count
                    ? some
                        .Zip(others)
                        .Select((pair, i) => Of(pair.First, pair.Second, $"{path}[{Name(pair.Second, i)}]"))
                        .FirstOrDefault(difference => difference is not null)
                    : $"{path} has {ShortNumber.Count(some.Count, "entry")}, not {ShortNumber.Of(others.Count)}";
            default:
                return JsonNode.DeepEquals(stated, expected)
                    ? null
                    : $"{path} is {Words(stated)}, not {Words(expected)}";
        }
    }

    // Claims, figures and mutants by their names, all else by place.
    private static string Name(JsonNode? entry, int place) =>
        entry is JsonObject named && (named["id"] ?? named["key"]) is JsonValue name
        ? name.ToString()
        : CanonicalJson.Write(place);

    private static string Words(JsonNode? node) => Shown.Word(node?.ToJsonString() ?? "null");
}
