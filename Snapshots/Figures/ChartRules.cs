using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Xunit;

namespace Verification.Snapshots.Figures;

/// <summary>What every chart of the catalogue keeps to.</summary>
public sealed partial class ChartRules
{
    public static TheoryData<string> Ids => [.. FigureCatalogue.Figures.Select(figure => figure.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void AxesAndLegendsSayWhatTheyShow(string id)
    {
        JsonObject chart = Chart(id);
        JsonObject encoding = chart["encoding"]!.AsObject();
        Assert.Matches(Word(), (string?)encoding["x"]!["title"]);
        Assert.Matches(Word(), (string?)encoding["y"]!["title"]);
        Assert.All(
            Channels(chart).Where(channel => channel["field"] is not null && channel.ContainsKey("legend")),
            channel => Assert.False(string.IsNullOrWhiteSpace((string?)channel["title"])));
        Assert.DoesNotContain("\"orient\"", chart.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void SeriesDifferInShapeWhereverTheyHavePoints(string id)
    {
        JsonObject chart = Chart(id);
        if (chart["encoding"]!["color"] is not JsonObject color)
            return;
        Assert.All(
            chart["layer"]!.AsArray().Where(layer => (string?)layer!["mark"]!["type"] == "point"),
            layer => Assert.Equal((string?)color["field"], (string?)layer!["encoding"]!["shape"]!["field"]));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void AFigureShowsClaimsOfItsSystem(string id)
    {
        Figure figure = Of(id);
        Assert.All(
            figure.Claims,
            shown => Assert.Equal(figure.System, Catalogue.Claims.Single(claim => claim.Id == shown).System));
        Assert.Equal(figure.Claims.Distinct(StringComparer.Ordinal), figure.Claims, StringComparer.Ordinal);
    }

    private static Figure Of(string id) => FigureCatalogue.Figures.Single(figure => figure.Id == id);

    // The chart itself, or that of each panel.
    private static JsonObject Chart(string id)
    {
        JsonObject specification = Of(id).Specification("t.csv");
        return specification["spec"]?.AsObject() ?? specification;
    }

    private static IEnumerable<JsonObject> Channels(JsonObject chart) =>
        chart["layer"]!.AsArray().Select(layer => layer!["encoding"]!)
            .Prepend(chart["encoding"]!)
            .SelectMany(encoding => encoding.AsObject().Select(channel => channel.Value).OfType<JsonObject>());

    [GeneratedRegex(@"\b\p{Ll}{3,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word();
}
