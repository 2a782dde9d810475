namespace Verification.Reproductions.CommandLine;

/// <summary>Words that are copied from the terminal into a shell and back.</summary>
public static class Quoting
{
    private const string Plain = "/.-_";
    private const string ReadBySomeShell = "$`\"\\!";

    private static readonly (char Opening, char Closing)[] Pairs =
    [
        ('\'', '\''),
        ('"', '"'),
        ('‘', '’'),
        ('“', '”'),
        ('`', '`'),
    ];

    /// <summary>A word as it can be pasted: in double quotes where it needs any, which every shell takes off
    /// again.</summary>
    /// <remarks>Where a shell reads something between double quotes too, no quotes fit all of them; those of this
    /// system's shells are used.</remarks>
    public static string Pasteable(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (
            word.Length > 0
            && word.All(letter => char.IsAsciiLetterOrDigit(letter) || Plain.Contains(letter, StringComparison.Ordinal))
        )
            return word;
        if (OperatingSystem.IsWindows())
            return $"\"{word.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        return word.Any(letter => ReadBySomeShell.Contains(letter, StringComparison.Ordinal))
            ? $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'"
            : $"\"{word}\"";
    }

    /// <summary>A token, id, glob or setting without the quotes that a shell left around it, as some take only one kind
    /// off; none of these begins with a quote.</summary>
    public static string Stripped(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        string trimmed = word.Trim();
        return trimmed.Length > 1 && Pairs.Contains((trimmed[0], trimmed[^1])) ? trimmed[1..^1] : trimmed;
    }
}
