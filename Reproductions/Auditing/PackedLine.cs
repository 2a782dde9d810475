using System.Text;
using System.Text.Json;
using Verification.Implementation.Experiments;

namespace Verification.Reproductions.Auditing;

/// <summary>The text of a packed journal's lines: a unit with its outcomes by columns, one array a member, where all of
/// them have the same members, and as they are where not. Nothing is rewritten: each value keeps its text.</summary>
/// <remarks>A name is said once a unit instead of once an outcome, and alike numbers stand side by side; the checksums
/// of the lines follow from the lines, so that only the last of them is kept.</remarks>
public static class PackedLine
{
    private const string Columns = "columns";

    /// <summary>The line of a unit.</summary>
    public static string Of(MeasurementUnit unit, string outcomes)
    {
        string? packed = ByColumns(outcomes) is { } columns ? JournalLine.Body(unit, Columns, columns) + "}" : null;

        // What would not be read back to the letter, as an outcome with spaces, is left as it is.
        return packed is not null && Read(packed).Outcomes == outcomes
            ? packed
            : JournalLine.Body(unit, "outcomes", outcomes) + "}";
    }

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static (MeasurementUnit Unit, string Outcomes) Read(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        try
        {
            return document.RootElement.TryGetProperty(Columns, out JsonElement columns)
                ? (JournalLine.UnitOf(document.RootElement), ByRows(columns))
                : JournalLine.ReadUnit(line);
        }
        catch (Exception failure) when (failure is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException("The line is no unit of a packed journal.", failure);
        }
    }

    private static string? ByColumns(string outcomes)
    {
        using JsonDocument document = JsonDocument.Parse(outcomes);
        JsonElement rows = document.RootElement;
        if (rows.ValueKind != JsonValueKind.Array || rows.GetArrayLength() == 0
            || rows.EnumerateArray().Any(row => row.ValueKind != JsonValueKind.Object))
            return null;
        string[] names = [.. rows[0].EnumerateObject().Select(member => member.Name)];
        if (names.Length == 0 || names.Distinct(StringComparer.Ordinal).Count() < names.Length)
            return null;
        StringBuilder[] columns = [.. names.Select(_ => new StringBuilder())];
        foreach (JsonElement row in rows.EnumerateArray())
        {
            int i = 0;
            foreach (JsonProperty member in row.EnumerateObject())
            {
                if (i == names.Length || member.Name != names[i])
                    return null;
                columns[i].Append(columns[i].Length == 0 ? '[' : ',').Append(member.Value.GetRawText());
                i++;
            }

            if (i < names.Length)
                return null;
        }

        IEnumerable<string> members = names.Zip(columns, (name, column) => $"{CanonicalJson.Write(name)}:{column}]");
        return "{" + string.Join(',', members) + "}";
    }

    private static string ByRows(JsonElement columns)
    {
        var rows = new List<StringBuilder>();
        foreach ((int i, JsonProperty column) in columns.EnumerateObject().Index())
        {
            if (i > 0 && column.Value.GetArrayLength() != rows.Count)
                throw new JsonException("The columns are of different lengths.");
            foreach ((int j, JsonElement value) in column.Value.EnumerateArray().Index())
            {
                if (i == 0)
                    rows.Add(new StringBuilder());
                rows[j].Append(i == 0 ? '{' : ',').Append(CanonicalJson.Write(column.Name)).Append(':')
                    .Append(value.GetRawText());
            }
        }

        return "[" + string.Join(',', rows.Select(row => row.Append('}').ToString())) + "]";
    }
}
