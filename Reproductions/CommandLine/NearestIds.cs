namespace Verification.Reproductions.CommandLine;

/// <summary>Names the ids that somebody who mistyped one may have meant.</summary>
public static class NearestIds
{
    private const int Most = 3;

    // Longer than any id; what follows changes no order.
    private const int LongestTyped = 200;

    /// <summary>Half a sentence with the nearest ids, such as <c>nearest: a/b, a/c</c>.</summary>
    /// <param name="typed">An id or glob that matches nothing.</param>
    /// <param name="ids">What there is.</param>
    public static string Hint(string typed, IEnumerable<string> ids)
    {
        string[] nearest = [.. To(typed, ids)];
        return nearest.Length == 0 ? "the catalogue is empty" : $"nearest: {string.Join(", ", nearest)}";
    }

    /// <summary>At most three ids, nearest first, ties in ordinal order.</summary>
    /// <remarks>The distance is the number of edits to the whole id or to its part after the slash, whichever is fewer;
    /// ids that contain the text come first.</remarks>
    public static IEnumerable<string> To(string typed, IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(ids);
        string trimmed = typed.Trim('*', '?', '/');
        string bare = trimmed[..Math.Min(trimmed.Length, LongestTyped)];
        return ids
            .OrderBy(id => bare.Length > 2 && id.Contains(bare, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .ThenBy(id => Math.Min(Edits(bare, id), Edits(bare, id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..])))
            .ThenBy(id => id, StringComparer.Ordinal)
            .Take(Most);
    }

    // Levenshtein's distance, one row at a time.
    private static int Edits(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int substituted = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
