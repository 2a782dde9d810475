using System.Text.Json;
using System.Text.Json.Nodes;
using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.Loading;

/// <summary>The file <c>claims.json</c> of a folder, <c>{ "suite": "bin/Release/net10.0/MyPaper.dll" }</c>: which suite
/// <c>claims</c> works on there.</summary>
public static class SuiteSetting
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "claims.json";

    private const string Member = "suite";

    // More than any path has.
    private const int MostBytes = 1 << 16;

    private const string Right = """{ "suite": "bin/Release/net10.0/MyPaper.dll" }""";

    /// <summary>The assembly that the file of a folder names, relative to that folder; null where there is no such
    /// file.</summary>
    /// <exception cref="UnfitSuiteException">The file cannot be read, or names none.</exception>
    public static string? Of(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (Directory.Exists(path))
            throw new UnfitSuiteException($"{FileName} is a folder; as a file it looks like {Right}.");
        if (!File.Exists(path))
            return null;
        try
        {
            if (LinkedFile.Length(path) is 0 or > MostBytes)
                throw new UnfitSuiteException(
                    $"{FileName} is empty, too long or no regular file; it looks like {Right}.");
            return JsonNode.Parse(File.ReadAllText(path)) is JsonObject { Count: 1 } settings
                && settings[Member] is JsonValue value
                && value.TryGetValue(out string? suite)
                && suite.Length > 0
                && !suite.Contains('\0', StringComparison.Ordinal)
                ? Path.Combine(folder, suite)
                : throw new UnfitSuiteException($"{FileName} names no suite; it looks like {Right}.");
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or InvalidOperationException)
        {
            // Of a member that stands twice, or half of a surrogate pair, the library says the latter two.
            throw new UnfitSuiteException($"{FileName} is no JSON; it looks like {Right}.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UnfitSuiteException($"cannot read {FileName}: {Shown.Cause(failure)}.", failure)
            {
                IsDamage = true,
            };
        }
    }
}
