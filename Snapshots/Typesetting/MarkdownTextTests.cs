using System.Xml.Linq;
using Markdig;
using Verification.Reproductions.Typesetting;
using Verification.Spec;
using Verification.Spec.Examining;
using Xunit;

namespace Verification.Snapshots.Typesetting;

/// <summary>Texts in Markdown, rendered and read again.</summary>
public sealed class MarkdownTextTests
{
    private static readonly MarkdownPipeline Markup = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras()
        .UseMathematics()
        .UseAutoLinks()
        .Build();

    [Theory]
    [InlineData("W*ᵀW* and W*")]
    [InlineData("a_b_c __d__ ~~e~~ ~f~")]
    [InlineData("a | b || c")]
    [InlineData("<b>bold</b> & &amp; &#42;")]
    [InlineData("[link](x) ![image](y) [x]: z")]
    [InlineData(@"\frac \* \| \")]
    [InlineData("`code` ``more``")]
    [InlineData("costs 5 $ a piece")]
    [InlineData("2 < 3 > 1")]
    [InlineData("mail a@b.c or @somebody")]
    public void ReadsAsItStands(string text)
    {
        Assert.Equal(
            text, Rendered($"- {MarkdownText.Code("x")}: {MarkdownText.Of(text)}", "li")[3..], StringComparer.Ordinal);
        Assert.Equal(
            text, Rendered($"| A | B |\n|---|---|\n| 1 | {MarkdownText.Of(text)} |\n", "td", 1),
            StringComparer.Ordinal);
    }

    [Fact]
    public void EveryTextOfTheCatalogueReadsAsItStands()
    {
        string[] texts =
        [
            .. Catalogue.Claims.Select(claim => claim.Title),
            .. Catalogue.Claims.Select(claim => claim.Statement.Reason).OfType<string>(),
            .. Catalogue.Claims.SelectMany(Variant.Of).Select(variant => variant.Name),
            .. Catalogue.NotExamined.Select(statement => statement.Reason),
        ];
        Assert.All(
            texts,
            text =>
                Assert.Equal(
                    LatexText.ToUnicode(text).Trim(),
                    Rendered($"| A | B |\n|---|---|\n| 1 | {MarkdownText.Of(text)} |\n", "td", 1),
                    StringComparer.Ordinal));
    }

    private static string Rendered(string markdown, string element, int index = 0) =>
        XDocument
            .Parse($"<html>{Markdown.ToHtml(markdown, Markup)}</html>")
            .Descendants(element)
            .ElementAt(index)
            .Value;
}
