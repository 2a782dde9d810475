using System.Text.RegularExpressions;

namespace Verification.Reproductions.CommandLine;

/// <summary>Selects by globs on ids: <c>*</c> stands for any text, slashes included, <c>?</c> for one character; the name of a system alone stands for all of it.</summary>
public static class IdFilter
{
    /// <summary>The items whose id matches one of the globs, in their own order; all of them where there is no glob.</summary>
    /// <exception cref="RefusalException">A glob matches nothing; the message names the nearest ids.</exception>
    public static IReadOnlyList<T> Select<T>(IReadOnlyList<T> items, Func<T, string> id, IReadOnlyList<string> globs, string noun)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(globs);
        if (globs.Count == 0)
            return items;
        var selected = new HashSet<string>(StringComparer.Ordinal);
        foreach (string glob in globs)
        {
            string[] matches = Matches(glob);
            if (matches.Length == 0)
                matches = Matches(glob.TrimEnd('/') + "/*");
            if (matches.Length == 0 && glob.StartsWith('-'))
                throw RefusalException.Usage($"there is no option '{glob}'; --help lists those of each command.");
            if (matches.Length == 0)
                throw RefusalException.Usage($"'{glob}' matches no {noun}; {NearestIds.Hint(glob, items.Select(id))}.");
            selected.UnionWith(matches);
        }

        return [.. items.Where(item => selected.Contains(id(item)))];

        string[] Matches(string glob)
        {
            Regex pattern = Pattern(glob);
            return [.. items.Select(id).Where(text => pattern.IsMatch(text))];
        }
    }

    // Without backtracking: a glob of many stars must not take exponential time.
    private static Regex Pattern(string glob) => new(
        $"^{Regex.Escape(glob).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal)}\\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
