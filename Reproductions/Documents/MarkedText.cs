using System.Text.RegularExpressions;

namespace Verification.Reproductions.Documents;

/// <summary>A Markdown file with places that are made from the catalogue or from a source file, the rest written by
/// hand.</summary>
/// <remarks>A place stands between <c>&lt;!-- catalogue: name --&gt;</c>, or <c>&lt;!-- source: path --&gt;</c>, and
/// <c>&lt;!-- end --&gt;</c>, each on a line of its own; nobody edits between them.</remarks>
public static partial class MarkedText
{
    /// <summary>The text with every place made anew.</summary>
    /// <param name="text">The file.</param>
    /// <param name="block">What stands at a place of the catalogue of this name, ending in a line break; null where
    /// there is no such name.</param>
    /// <param name="source">The text of the source file with this path from the root, ending in a line break; null
    /// where there is no such file.</param>
    /// <exception cref="FormatException">A place is not closed, or its name is unknown; the message says
    /// which.</exception>
    public static string Renew(string text, Func<string, string?> block, Func<string, string?> source)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(source);
        string renewed = Place().Replace(text, match =>
        {
            (string kind, string name) = (match.Groups["kind"].Value, match.Groups["name"].Value);
            string content = kind == "source"
                ? $"```csharp\n{source(name) ?? throw new FormatException($"there is no file {name}")}```\n"
                : block(name)
                    ?? throw new FormatException($"there is nothing called '{name}' to be made from the catalogue");
            return $"<!-- {kind}: {name} -->\n{content}<!-- end -->\n";
        });
        int opened = Opening().Count(renewed);
        int closed = Place().Count(renewed);
        return opened == closed
            ? renewed
            : throw new FormatException(
                $"{opened} places begin and {closed} end; each needs <!-- end --> on a line of its own");
    }

    [GeneratedRegex(
        @"^<!-- (?<kind>catalogue|source): (?<name>[\w/. -]+) -->\n"
            + @"(?:(?!<!-- (?:catalogue|source): ).*\n)*?<!-- end -->\n",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Place();

    [GeneratedRegex(
        "^<!-- (catalogue|source): ",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Opening();
}
