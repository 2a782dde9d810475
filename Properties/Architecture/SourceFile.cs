using System.Text.RegularExpressions;

namespace Verification.Properties.Architecture;

/// <summary>A file of the checkout: its path from the root, '/' between folders, and its text.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>The folders of <see cref="Path"/>, from the room downward.</summary>
    public string[] Folders => Path.Split('/')[..^1];

    /// <summary>The text without comments and literals: what the compiler takes for names.</summary>
    public string Code => CommentsAndLiterals().Replace(Text, " ");

    /// <summary>The line ends, in a raw string literal, behind which the literal goes on: positions within
    /// <see cref="Text"/>.</summary>
    public IEnumerable<int> LineEndsInRawStrings() =>
        from Match literal in CommentsAndLiterals().Matches(Text)
        where literal.Groups["fence"].Success
        from at in Enumerable.Range(literal.Index, literal.Length)
        where Text[at] == '\n'
        select at;

    // Raw strings before ordinary ones, because they begin with the same characters.
    [GeneratedRegex(
        """"
        (?<fence>"{3,}).*?\k<fence> | @"(?:[^"]|"")*" | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])+' | //[^\n]* | /\*.*?\*/
        """",
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex CommentsAndLiterals();
}
