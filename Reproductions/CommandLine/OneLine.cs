namespace Verification.Reproductions.CommandLine;

/// <summary>Puts a platform's message on one line.</summary>
public static class OneLine
{
    /// <summary>The message with line ends as blanks, and without the name of the parameter that <see cref="ArgumentException"/> appends.</summary>
    public static string Of(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        string line = string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        int parameter = line.IndexOf(" (Parameter '", StringComparison.Ordinal);
        int end = parameter < 0 ? -1 : line.IndexOf("')", parameter, StringComparison.Ordinal);
        return end < 0 ? line : line.Remove(parameter, end + 2 - parameter);
    }
}
