using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Verification.Implementation.Experiments;

namespace Verification.Reproductions.Auditing;

/// <summary>The text of a journal's lines: a JSON object whose last member is the checksum of everything before
/// it.</summary>
/// <remarks>
/// The checksum is the first 16 hexadecimal digits of SHA-256 over the predecessor's checksum and the line up to its
/// own. Chained this way, a line that is edited, removed, inserted or moved in the middle does not fit its neighbors.
/// Two things it cannot notice: whole lines missing at the end (they are measured again, which costs time and nothing
/// else), and somebody who computes all later checksums anew. It guards against accidents, not against forgers; those
/// are found out by running the audit again and comparing digests.
/// </remarks>
internal static class JournalLine
{
    private const string Mark = ",\"checksum\":\"";
    private const int Digits = 16;

    /// <summary>Bytes of a unit's line after its outcomes.</summary>
    public static int TailLength => Mark.Length + Digits + 2;

    /// <summary>The line of a header, without line end.</summary>
    public static string Of(JournalHeader header) => OfHeader(CanonicalJson.Write(header));

    /// <summary>The line of a header that is given as a JSON object.</summary>
    public static string OfHeader(string header) => Sealed("", header[..^1]);

    /// <summary>The line of a finished unit, without line end.</summary>
    public static string Of(string predecessor, MeasurementUnit unit, string outcomes) =>
        Sealed(predecessor, Body(unit, "outcomes", outcomes));

    /// <summary>The line of a unit up to its checksum or end, with what was measured as a member of this
    /// name.</summary>
    public static string Body(MeasurementUnit unit, string name, string measured) =>
        $"{{\"unit\":{{\"experiment\":{CanonicalJson.Write(unit.Experiment)},\"cell\":{unit.Cell},"
            + $"\"first\":{CanonicalJson.Write(unit.First)}}},\"{name}\":{measured}";

    /// <summary>The checksum that a line states, or null where it does not fit the line and its predecessor.</summary>
    public static string? Checksum(string predecessor, string line)
    {
        if (
            line.Length <= TailLength
            || !line.EndsWith("\"}", StringComparison.Ordinal)
            || !line[..^(Digits + 2)].EndsWith(Mark, StringComparison.Ordinal))
            return null;
        string stated = StatedChecksum(line);
        return stated == Compute(predecessor, line[..^TailLength]) ? stated : null;
    }

    /// <summary>The checksum that a whole line states.</summary>
    public static string StatedChecksum(string line) => line[^(Digits + 2)..^2];

    /// <summary>Reads a header line.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static JournalHeader ReadHeader(string line) => CanonicalJson.Read<JournalHeader>(line);

    /// <summary>Reads a unit line.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static (MeasurementUnit Unit, string Outcomes) ReadUnit(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        try
        {
            return (UnitOf(document.RootElement), document.RootElement.GetProperty("outcomes").GetRawText());
        }
        catch (Exception failure) when (failure is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException("The line is no unit of a journal.", failure);
        }
    }

    /// <summary>The unit of a line.</summary>
    /// <exception cref="KeyNotFoundException">It has none.</exception>
    /// <exception cref="InvalidOperationException">It is none.</exception>
    /// <exception cref="FormatException">Its first trial is no whole number.</exception>
    public static MeasurementUnit UnitOf(JsonElement line)
    {
        JsonElement unit = line.GetProperty("unit");
        return new(
            unit.GetProperty("experiment").GetString()!,
            unit.GetProperty("cell").GetRawText(),
            unit.GetProperty("first").GetInt32());
    }

    private static string Sealed(string predecessor, string body) => $"{body}{Mark}{Compute(predecessor, body)}\"}}";

    private static string Compute(string predecessor, string body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{predecessor}\n{body}")))[..Digits];
}
