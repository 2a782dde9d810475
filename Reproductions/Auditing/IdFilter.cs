namespace Verification.Reproductions.Auditing;

/// <summary>Selects by globs on ids, see <see cref="Glob"/>; the name of a system alone stands for all of it,
/// and what stands after the slash of an id for that id.</summary>
public static class IdFilter
{
    /// <summary>The items whose id matches one of the globs, in their own order; all of them where there is no
    /// glob.</summary>
    /// <exception cref="UnmatchedGlobException">A glob matches nothing.</exception>
    public static IReadOnlyList<T> Select<T>(
        IReadOnlyList<T> items, Func<T, string> id, IReadOnlyList<string> globs, string noun)
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
            if (matches.Length == 0)
                matches = Matches("*/" + glob);
            if (matches.Length == 0)
                throw new UnmatchedGlobException(glob, noun, [.. items.Select(id)]);
            selected.UnionWith(matches);
        }

        return [.. items.Where(item => selected.Contains(id(item)))];

        string[] Matches(string glob) => [.. items.Select(id).Where(text => Glob.Matches(glob, text))];
    }
}
