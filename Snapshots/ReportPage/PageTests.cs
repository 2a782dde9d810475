using System.Text.RegularExpressions;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.ReportPage;

/// <summary>The report page in a browser: one test for each check of <c>Reproductions/ReportPage/tests</c>.</summary>
[Trait("Needs", "Chromium")]
public sealed partial class PageTests(PageFixture fixture) : IClassFixture<PageFixture>
{
    private static readonly string[] Files = ["units.ts", "checks.mjs"];

    /// <summary>Names of the checks, as their sources have them.</summary>
    public static TheoryData<string> Names => [.. InSources()];

    [Theory]
    [MemberData(nameof(Names))]
    public void ThePage(string name) => Assert.True(fixture.Error(name) is null, fixture.Error(name));

    [Fact]
    public void NoCheckIsLeftOut() =>
        Assert.Equal(InSources().Order(StringComparer.Ordinal), fixture.Names.Order(StringComparer.Ordinal));

    private static IEnumerable<string> InSources() =>
        Files
            .Select(file => File.ReadAllText(Path.Combine(PageFixture.Sources, "tests", file)))
            .SelectMany(text => Check().Matches(text))
            .Select(check => check.Groups["name"].Value);

    [GeneratedRegex(
        @"^  '(?<name>[^']+)': (?:async )?\(", RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Check();
}
