using System.Globalization;
using System.Text;

namespace Verification.Reproductions.Typesetting;

/// <summary>Text that somebody else wrote – a user, a platform, a library – fit for one line of a terminal.</summary>
public static class Shown
{
    private const int LongestWord = 80;
    private const int LongestPath = 240;
    private const int LongestSentence = 300;
    private const int LongestLine = 800;

    /// <summary>What a user typed: control and formatting characters escaped, and cut where it is long.</summary>
    public static string Word(string typed) => Cut(Escaped(typed), LongestWord);

    /// <summary>A path, escaped and cut where it is very long.</summary>
    public static string Path(string path) => Cut(Escaped(path), LongestPath);

    /// <summary>A part of a message that may repeat what a user typed.</summary>
    public static string Sentence(string message) => Cut(Line(message), LongestSentence);

    /// <summary>A message on one line, escaped and cut where it is very long.</summary>
    public static string Line(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        string[] lines = message.Split(
            ['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Cut(Escaped(string.Join(' ', lines)), LongestLine);
    }

    /// <summary>What a refused argument was refused for, without the parameter's name and the value that the platform
    /// appends.</summary>
    /// <remarks>A value can be a whole record, which means nothing to whoever did not write it; sizes stand in the
    /// message itself.</remarks>
    public static string Reason(ArgumentException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        string message = failure.Message;
        int end = failure.ParamName is null
            ? -1
            : message.LastIndexOf($" (Parameter '{failure.ParamName}')", StringComparison.Ordinal);
        return Line(end < 0 ? message : message[..end]);
    }

    /// <summary>Why a file could not be read or written, in the system's words and without the path that the platform
    /// appends.</summary>
    public static string Cause(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        string message = failure is ArgumentException refused ? Reason(refused) : failure.Message;
        int path = message.LastIndexOf(" : '", StringComparison.Ordinal);
        return Line(path < 0 ? message : message[..path]).TrimEnd('.');
    }

    private static string Escaped(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var escaped = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            string written = rune.Value switch
            {
                '\t' => @"\t",
                '\n' => @"\n",
                '\r' => @"\r",
                < 0x100 => string.Create(CultureInfo.InvariantCulture, $@"\x{rune.Value:x2}"),
                <= char.MaxValue => string.Create(CultureInfo.InvariantCulture, $@"\u{rune.Value:x4}"),
                _ => string.Create(CultureInfo.InvariantCulture, $@"\U{rune.Value:x8}"),
            };
            escaped.Append(IsUnseen(rune) ? written : rune.ToString());
        }

        return escaped.ToString();
    }

    // Formatting characters reverse or hide what follows them; what is left of half a surrogate pair is the replacement
    // character.
    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned;

    // A cut must not part a surrogate pair or a letter from its accents.
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        int end = 0;
        for (int length = 0; end + (length = StringInfo.GetNextTextElementLength(text, end)) < most;)
            end += length;
        return text[..end] + "…";
    }
}
