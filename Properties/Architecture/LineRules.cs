using System.Globalization;
using System.Text.RegularExpressions;

namespace Verification.Properties.Architecture;

/// <summary>How long a line of source may be.</summary>
internal static partial class LineRules
{
    /// <summary>Characters of a line, as a reader counts them: a letter with its accents is one.</summary>
    public const int LongestLine = 120;

    /// <summary>Complaints about lines that are too long, none if all is well. Left alone are the lines of a raw string
    /// behind its first, and a line that is one verbatim literal: what is quoted stands as it was found.</summary>
    public static IEnumerable<string> LongLines(SourceFile source)
    {
        HashSet<int> quoted = [.. source.LineEndsInRawStrings()];
        int start = 0;
        int number = 0;
        foreach (string line in source.Text.Split('\n'))
        {
            number++;
            int length = line.Length <= LongestLine ? 0 : new StringInfo(line).LengthInTextElements;
            if (length > LongestLine && !quoted.Contains(start - 1) && !VerbatimLiteral().IsMatch(line))
                yield return $"{source.Path}, line {number} has {length} characters; {LongestLine} are allowed.";
            start += line.Length + 1;
        }
    }

    [GeneratedRegex(
        """^\s*@"(?:[^"]|"")*"[,;)]*\r?$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex VerbatimLiteral();
}
