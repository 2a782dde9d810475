using System.Text;
using System.Text.RegularExpressions;
using Verification.Reproductions.Auditing;
using Xunit;

namespace Verification.Snapshots.Auditing;

public sealed class GlobTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("*", "", true)]
    [InlineData("?", "", false)]
    [InlineData("a*c", "a/b/c", true)]
    [InlineData("a*c*", "abcd", true)]
    [InlineData("*ab", "aab", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("[a]", "[a]", true)]
    [InlineData("a.c", "abc", false)]
    public void StarsAndQuestionMarksStandForText(string glob, string text, bool matches) =>
        Assert.Equal(matches, Glob.Matches(glob, text));

    [Fact]
    public void AgreesWithARegularExpressionOnAllShortWords()
    {
        string[] globs = [.. Words("ab*?", 4)];
        string[] texts = [.. Words("ab", 5)];
        foreach (string glob in globs)
        {
            string translated = Regex.Escape(glob)
                .Replace(@"\*", ".*", StringComparison.Ordinal)
                .Replace(@"\?", ".", StringComparison.Ordinal);
            var pattern = new Regex($"^{translated}\\z", RegexOptions.NonBacktracking);
            Assert.All(texts, text => Assert.True(pattern.IsMatch(text) == Glob.Matches(glob, text), $"{glob} {text}"));
        }
    }

    [Fact]
    public void ManyStarsAndManyCharactersAreNoMatterOfExponents()
    {
        Assert.False(
            Glob.Matches(new StringBuilder().Insert(0, "a*", 5_000).Append('b').ToString(), new string('a', 5_000)));
        Assert.False(Glob.Matches(new string('x', 1_000_000), "toys/holds"));
    }

    private static IEnumerable<string> Words(string letters, int longest) => longest == 0
        ? [""]
        :
        [
            .. Words(letters, longest - 1),
            .. Words(letters, longest - 1)
                .Where(word => word.Length == longest - 1)
                .SelectMany(word => letters.Select(letter => word + letter)),
        ];
}
