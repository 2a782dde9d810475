using System.Text;

namespace Verification.Reproductions.Rendering;

/// <summary>Plain text as Markdown that shows exactly it.</summary>
public static class MarkdownText
{
    private const string Special = "\\`*_{}[]<>|#~$&";

    /// <summary>The text with every character that Markdown or HTML would read as markup behind a backslash, and line breaks as blanks.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var escaped = new StringBuilder(text.Length);
        foreach (char letter in text.ReplaceLineEndings(" "))
        {
            if (Special.Contains(letter, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
