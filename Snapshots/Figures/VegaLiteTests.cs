using System.Text.Json.Nodes;
using Verification.Reproductions.Figures;
using Xunit;

namespace Verification.Snapshots.Figures;

public sealed class VegaLiteTests
{
    private static readonly VegaLite Axes = VegaLite.Of(new("x", "x"), new("y", "y"));

    [Fact]
    public void ALineWithoutANameBesideOneWithAName() =>
        Assert.Throws<InvalidOperationException>(() => Specification(Axes.Line().Reference("theory", "theory")));

    [Fact]
    public void ALegendTellsTheMeasuredLineFromEachDashedOne()
    {
        JsonObject specification = Specification(
            Axes.Line("measured").Reference("theory", "theory").HorizontalRule(1, "bound").VerticalRule(2, "bound"));
        JsonObject[] scales =
        [
            .. specification["layer"]!.AsArray()
                .Select(layer => layer!["encoding"]!["strokeDash"]?["scale"])
                .OfType<JsonObject>(),
        ];
        Assert.Equal(4, scales.Length);
        Assert.All(scales, scale => Assert.Equal(scales[0].ToJsonString(), scale.ToJsonString()));
        Assert.Equal("""["measured","theory","bound"]""", scales[0]["domain"]!.ToJsonString());
        Assert.Equal("[[1,0],[6,4],[2,3]]", scales[0]["range"]!.ToJsonString());
    }

    [Fact]
    public void BarsOfSeveralSeriesStandBesideEachOther()
    {
        VegaLite bars = Axes.Line("measured").Interval("least", "greatest", "range");
        Assert.DoesNotContain("xOffset", Specification(bars).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("xOffset", Specification(bars.By("law", "law")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheCaptionIsTheSubtitleInLinesThatFitTheChart()
    {
        string caption = string.Join(' ', Enumerable.Range(0, 100).Select(i => new string('w', 1 + i % 13)));
        string[] lines =
        [
            .. Axes.Line().Over("t.csv", "title", caption)["title"]!["subtitle"]!.AsArray()
                .Select(line => (string)line!),
        ];
        Assert.Equal(caption, string.Join(' ', lines));
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 104));
    }

    private static JsonObject Specification(VegaLite chart) => chart.Over("t.csv", "title", "caption");
}
