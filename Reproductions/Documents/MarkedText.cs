using System.Text.RegularExpressions;

namespace Verification.Reproductions.Documents;

/// <summary>A Markdown file with places that are made from the catalogue, the rest written by hand.</summary>
/// <remarks>A place stands between <c>&lt;!-- catalogue: name --&gt;</c> and <c>&lt;!-- end --&gt;</c>, each on a line
/// of its own; nobody edits between them.</remarks>
public static partial class MarkedText
{
    /// <summary>The text with every place made anew.</summary>
    /// <param name="text">The file.</param>
    /// <param name="block">What stands at a place of this name, ending in a line break; null where there is no such
    /// name.</param>
    /// <exception cref="FormatException">A place is not closed, or its name is unknown; the message says
    /// which.</exception>
    public static string Renew(string text, Func<string, string?> block)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(block);
        string renewed = Place().Replace(text, match =>
        {
            string name = match.Groups["name"].Value;
            string content =
                block(name)
                ?? throw new FormatException($"there is nothing called '{name}' to be made from the catalogue");
            return $"<!-- catalogue: {name} -->\n{content}<!-- end -->\n";
        });
        int opened = Opening().Count(renewed);
        int closed = Place().Count(renewed);
        return opened == closed
            ? renewed
            : throw new FormatException(
                $"{opened} places begin and {closed} end; each needs <!-- end --> on a line of its own");
    }

    [GeneratedRegex(
        @"^<!-- catalogue: (?<name>[a-z -]+) -->\n(?:(?!<!-- catalogue: ).*\n)*?<!-- end -->\n",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Place();

    [GeneratedRegex(
        @"^<!-- catalogue: ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Opening();
}
