using Xunit;

namespace Verification.Properties.Architecture;

public sealed class LineRulesTests
{
    private const string Fence = "\"\"\"";

    // As long as a line may be, and no blank to break it at.
    private static readonly string Longest = new('x', LineRules.LongestLine);

    public static TheoryData<string> Rooms => new(ImportRules.AllowedReferences.Keys);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void NoLineIsTooLong(string room) =>
        Assert.Empty(SourceTree.Files(room, "*.cs").SelectMany(LineRules.LongLines));

    [Fact]
    public void NoLineOfTheBuildIsTooLong() => Assert.Empty(
        LineRules.LongLines(new("build.cake", File.ReadAllText(Path.Combine(SourceTree.Root, "build.cake")))));

    [Fact]
    public void ALineThatIsTooLongIsFound() => Assert.Equal(
        "Spec/A.cs, line 2 has 121 characters; 120 are allowed.",
        Assert.Single(Complaints($"{Longest}\n{Longest}y\n{Longest}")));

    [Fact]
    public void CharactersAreCountedAndNeitherBytesNorAccents() =>
        Assert.Empty(Complaints(string.Concat(Enumerable.Repeat("L\u0302", LineRules.LongestLine))));

    [Fact]
    public void WhatIsQuotedStandsAsItWasFound()
    {
        Assert.Empty(Complaints($"string s =\n    {Fence}\n    {Longest}\n    {Fence};\n"));
        Assert.Empty(Complaints($"[\n    @\"{Longest}\",\n];\n"));
    }

    [Fact]
    public void WhatStandsBesideAQuotationIsCounted()
    {
        Assert.Single(Complaints($"string s = @\"{Longest}\";\n"));
        Assert.Single(Complaints($"string s =\n    \"{Longest}\";\n"));
        Assert.Single(Complaints($"string s = {Fence}{Longest}{Fence};\n"));
        Assert.Single(Complaints($"string s =\n    {Fence}\n    a\n    {Fence};\n// {Longest}\n"));
    }

    private static IEnumerable<string> Complaints(string text) => LineRules.LongLines(new("Spec/A.cs", text));
}
