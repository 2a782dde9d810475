using System.Text.Json.Nodes;
using Verification.Reproductions.Typesetting;
using Xunit;

namespace Verification.Snapshots.Typesetting;

/// <summary>Data in a page of HTML.</summary>
public sealed class PageTemplateTests
{
    private readonly PageTemplate _template = new($"<script>{PageTemplate.Place}</script>");

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("<!-- <script>")]
    [InlineData("]]> & \u2028 \\ \" ' λ ≤ μ")]
    [InlineData(PageTemplate.Place)]
    public void NoTextLeavesItsPlace(string text)
    {
        string page = _template.Fill(new JsonObject { ["title"] = text });
        string data = page["<script>".Length..^"</script>".Length];
        Assert.DoesNotContain('<', data);
        Assert.Equal(text, (string?)JsonNode.Parse(data)!["title"]);
    }

    [Fact]
    public void MathematicsStaysReadable() => Assert.Contains(
        "λ ≥ ½‖w‖²", _template.Fill(new JsonObject { ["title"] = "λ ≥ ½‖w‖²" }), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(PageTemplate.Place + PageTemplate.Place)]
    public void ATemplateHasOnePlace(string html) => Assert.Throws<ArgumentException>(() => new PageTemplate(html));
}
