using System.Collections.Concurrent;

namespace VerifyTests;

/// <summary>Settings for all snapshots.</summary>
public static class VerifierSettings
{
    private static readonly ConcurrentDictionary<string, StringCompare> Comparers = new(
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Replaces the comparison for all files with this extension, without its dot. For a module
    /// initializer.</summary>
    public static void RegisterStringComparer(string extension, StringCompare compare) =>
        Comparers[extension] = compare;

    internal static StringCompare? ComparerFor(string extension) => Comparers.GetValueOrDefault(extension);
}
