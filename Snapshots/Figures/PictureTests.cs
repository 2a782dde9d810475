using System.Globalization;
using System.Xml.Linq;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Figures;
using Verification.Snapshots.ReportPage;
using Xunit;

namespace Verification.Snapshots.Figures;

/// <summary>The picture of every figure over its pinned table.</summary>
[Trait("Needs", "Node")]
public sealed class PictureTests
{
    public static TheoryData<string> Ids => [.. FigureCatalogue.Figures.Select(figure => figure.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void ShowsMarksAndNamesAndHasPlaceForThem(string id)
    {
        Figure figure = FigureCatalogue.Figures.Single(candidate => candidate.Id == id);
        XElement picture = XElement.Parse(SvgRenderer.Embedded!.Draw(figure, SpecimenAudit.TableOf(figure)));
        XElement[] elements = [.. picture.Descendants()];
        XElement[] marks = [.. elements.Where(element => Class(element).Split(' ').Contains("role-mark"))];
        Assert.Contains(marks, mark => mark.HasElements);

        // Numbers that are none, and texts without one.
        Assert.DoesNotContain(
            elements.SelectMany(element => element.Attributes()),
            attribute => attribute.Value.Contains("NaN", StringComparison.Ordinal)
                || attribute.Value.Contains("Infinity", StringComparison.Ordinal));
        Assert.DoesNotContain(
            elements.Where(element => element.Name.LocalName is "text" or "tspan").Select(text => text.Value),
            text => text.Contains("undefined", StringComparison.Ordinal)
                || text.Contains("NaN", StringComparison.Ordinal)
                || text.Contains("null", StringComparison.Ordinal));

        string[] ids = [.. elements.Select(element => (string?)element.Attribute("id")).OfType<string>()];
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids, StringComparer.Ordinal);
        Assert.All(ids, name => Assert.StartsWith(figure.FileName, name, StringComparison.Ordinal));
        Assert.All(
            elements.SelectMany(element => element.Attributes())
                .Where(attribute => attribute.Value.StartsWith("url(#", StringComparison.Ordinal)),
            attribute => Assert.Contains(attribute.Value[5..^1], ids, StringComparer.Ordinal));

        // Legends stand beside what they explain.
        XElement[] legends = [.. elements.Where(element => Class(element).Split(' ').Contains("role-legend"))];
        Assert.NotEmpty(legends);
        (double right, double width) = (RightOfPlots(picture), Number(picture, "width"));
        Assert.All(
            legends, legend => Assert.InRange(Enclosing(legend) + Offset(legend.Elements().First()), right, width));
    }

    // The plots are the frames: paths of the class background with an area.
    private static double RightOfPlots(XElement picture) => picture.Descendants()
        .Where(element => Class(element) == "background" && (string?)element.Attribute("stroke") == "#ddd")
        .Max(frame => Enclosing(frame) + WidthOf(frame));

    // M0.5,0.5h640v400h-640Z
    private static double WidthOf(XElement frame)
    {
        string path = (string)frame.Attribute("d")!;
        return double.Parse(path.Split('h')[1].Split('v')[0], CultureInfo.InvariantCulture);
    }

    private static double Enclosing(XElement element) => element.Ancestors().Sum(Offset);

    private static double Offset(XElement element)
    {
        string transform = (string?)element.Attribute("transform") ?? "";
        return transform.StartsWith("translate(", StringComparison.Ordinal)
            ? double.Parse(transform["translate(".Length..].Split(',')[0], CultureInfo.InvariantCulture)
            : 0;
    }

    private static double Number(XElement element, string attribute) =>
        double.Parse((string)element.Attribute(attribute)!, CultureInfo.InvariantCulture);

    private static string Class(XElement element) => (string?)element.Attribute("class") ?? "";
}
