using System.Text;

namespace Verification.Reproductions.Typesetting;

/// <summary>Puts a text into Markdown such that it reads as it stands.</summary>
public static class MarkdownText
{
    // All that begins markup within a line of GitHub's Markdown: emphasis, code, links, HTML, entities, tables,
    // mathematics, strikethrough, superscripts, mentions.
    private const string Marks = @"\`*_[]<>&|$~@^";

    /// <summary>A text with its mathematics in Unicode, on one line, for a paragraph, a list or a cell of a
    /// table.</summary>
    public static string Of(string text)
    {
        var escaped = new StringBuilder();
        foreach (char letter in LatexText.ToUnicode(text).ReplaceLineEndings(" "))
        {
            if (Marks.Contains(letter, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(letter);
        }

        return escaped.ToString();
    }

    /// <summary>Words for a machine in a code span; they contain no backtick.</summary>
    public static string Code(string words) => $"`{words}`";
}
