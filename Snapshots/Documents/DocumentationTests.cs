using System.Text.RegularExpressions;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Documents;
using Verification.Spec;
using Xunit;

namespace Verification.Snapshots.Documents;

/// <summary>What the documentation says of the catalogue is what the catalogue says: <c>./build.sh --target=Docs</c>
/// renews it.</summary>
public sealed partial class DocumentationTests
{
    private static readonly CatalogueBlocks Blocks = new(Catalogue.Systems);

    public static TheoryData<string> Pages =>
        [
            "README.md",
            .. Directory
                .GetFiles(Path.Combine(Checkout.Root, "docs"), "*.md")
                .Select(path => $"docs/{Path.GetFileName(path)}")
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void APageSaysWhatTheCatalogueSays(string page)
    {
        string text = File.ReadAllText(Path.Combine(Checkout.Root, page)).ReplaceLineEndings("\n");
        Assert.Equal(MarkedText.Renew(text, Blocks.Of, Source), text);
    }

    [Fact]
    public void EverySystemHasAPageWithItsTables() => Assert.All(Catalogue.Systems, system =>
    {
        string text = File.ReadAllText(Path.Combine(Checkout.Root, "docs", $"{system.Id}.md"));
        Assert.All(
            (string[])["claims", "errata", "not examined", "coverage"],
            block => Assert.Contains($"<!-- catalogue: {block} {system.Id} -->", text, StringComparison.Ordinal));
    });

    /// <summary>The excerpt of an audit in the README: an audit that is as expected shows these marks and
    /// counts.</summary>
    [Fact]
    public void TheExcerptOfAnAuditIsThatOfTheCatalogue()
    {
        MatchCollection rows = ExcerptRow().Matches(File.ReadAllText(Path.Combine(Checkout.Root, "README.md")));
        Assert.True(rows.Count >= 5);
        Assert.All(rows, row =>
        {
            Claim claim = Assert.Single(Catalogue.Claims, claim => claim.Id == row.Groups["id"].Value);
            string printed = claim.AsPrinted is null ? AuditJson.Name(claim.Printed).Replace('-', ' ') : "✗ refuted";
            string mutants = $"{claim.Mutants.Count}/{claim.Mutants.Count}";
            Assert.Equal((printed, mutants), (row.Groups["printed"].Value, row.Groups["mutants"].Value));
        });
    }

    [Fact]
    public void TheCitationNamesTheDocumentOfEverySystem()
    {
        string citation = string.Join(
            ' ',
            File.ReadAllText(Path.Combine(Checkout.Root, "CITATION.cff"))
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        // A document is written author, title, occasion, or as a title alone where it names no author.
        Assert.All(
            Catalogue.Systems,
            system => Assert.Contains(
                system.Document.Split(", ") is [_, var title, ..] ? $"\"{title}\"" : $"\"{system.Document}\"",
                citation,
                StringComparison.Ordinal));
        Assert.Contains($"- name: {Release.Authors} ", citation, StringComparison.Ordinal);
    }

    [Fact]
    public void APlaceIsMadeAnewAndTheRestStays() =>
        Assert.Equal(
            "a\n<!-- catalogue: x -->\nnew\n<!-- end -->\nb\n",
            MarkedText.Renew(
                "a\n<!-- catalogue: x -->\nold\nolder\n<!-- end -->\nb\n",
                name => name == "x" ? "new\n" : null,
                _ => null));

    [Fact]
    public void ASourceFileStandsAsCode() =>
        Assert.Equal(
            "<!-- source: A/B.cs -->\n```csharp\nint x;\n```\n<!-- end -->\n",
            MarkedText.Renew(
                "<!-- source: A/B.cs -->\nold\n<!-- end -->\n",
                _ => null,
                path => path == "A/B.cs" ? "int x;\n" : null));

    [Theory]
    [InlineData("<!-- catalogue: y -->\n<!-- end -->\n", "'y'")]
    [InlineData("<!-- source: No/File.cs -->\n<!-- end -->\n", "there is no file No/File.cs")]
    [InlineData("<!-- catalogue: x -->\n", "1 places begin and 0 end")]
    [InlineData("<!-- catalogue: x -->\n<!-- catalogue: x -->\n<!-- end -->\n", "2 places begin and 1 end")]
    public void AWrongPlaceIsRefused(string text, string complaint) => Assert.Contains(
        complaint,
        Assert.Throws<FormatException>(
            () => MarkedText.Renew(text, name => name == "x" ? "" : null, _ => null)).Message,
        StringComparison.Ordinal);

    private static string? Source(string path) =>
        File.Exists(Path.Combine(Checkout.Root, path))
            ? File.ReadAllText(Path.Combine(Checkout.Root, path)).ReplaceLineEndings("\n")
            : null;

    [GeneratedRegex(
        """^    (?<id>[a-z-]+/[a-z-]+) +✓ holds (?<printed>\S.*?) +(?<mutants>\d+/\d+)$""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ExcerptRow();
}
