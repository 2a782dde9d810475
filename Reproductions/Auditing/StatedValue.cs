using System.Text.Json.Nodes;

namespace Verification.Reproductions.Auditing;

/// <summary>Reads members of a document that somebody may have edited: what is not of the form is not there.</summary>
internal static class StatedValue
{
    /// <summary>A text, or a number or flag as text; null for everything else.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value ? value.ToString() : null;

    /// <summary>A finite number; null for everything else.</summary>
    public static double? Number(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out double number) && double.IsFinite(number) ? number : null;
}
