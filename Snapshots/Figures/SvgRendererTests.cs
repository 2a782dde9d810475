using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Figures;
using Verification.Snapshots.Toys;
using Verification.Spec;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.Figures;

/// <summary>One picture, and what must not move its bytes.</summary>
[Trait("Needs", "Node")]
public sealed partial class SvgRendererTests
{
    private static readonly ToyFigure Toy = new();

    private static string Table { get; } =
        Toy.Draw(new ExperimentRunner(1, new InMemoryMeasurements(), jobs: 1), Tier.Smoke).ToCsv();

    [Fact]
    public async Task OfTheToy() => await Verifier.Verify(Embedded().Draw(Toy, Table), "svg");

    [Fact]
    public void NeitherCultureNorEarlierPicturesMoveAByte()
    {
        string first = Embedded().Draw(Toy, Table);
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            comma.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = comma;
            Embedded().Draw(new OtherToy(), Table);
            Assert.Equal(first, Embedded().Draw(Toy, Table));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void OneRendererServesSeveralThreads()
    {
        SvgRenderer renderer = Embedded();
        string first = renderer.Draw(Toy, Table);
        Assert.All(
            Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4).Select(_ => renderer.Draw(Toy, Table)),
            picture => Assert.Equal(first, picture));
    }

    [Fact]
    public void ItIsOneImageWithTitleAndDescription()
    {
        XElement picture = XElement.Parse(Embedded().Draw(Toy, Table));
        XNamespace svg = "http://www.w3.org/2000/svg";
        Assert.Equal(svg + "svg", picture.Name);
        Assert.Equal("img", (string?)picture.Attribute("role"));
        Assert.Equal(Toy.Title, (string?)picture.Element(svg + "title"));
        Assert.Equal(Toy.Caption, (string?)picture.Element(svg + "desc"));
        Assert.Equal(
            (string?)picture.Attribute("aria-labelledby"),
            $"{(string?)picture.Element(svg + "title")!.Attribute("id")} "
                + $"{(string?)picture.Element(svg + "desc")!.Attribute("id")}");
    }

    [Fact]
    public void CoordinatesHaveHundredthsAtMost()
    {
        Assert.Equal(
            "1.23", (string?)XElement.Parse(ToyPictures.Renderer.Draw(Toy, Table)).Descendants().Last().Attribute("x"));
        Assert.DoesNotMatch(LongNumber(), Embedded().Draw(Toy, Table));
    }

    [Fact]
    public void MarkupInTitlesStaysText()
    {
        const string Title = "a < b & \"c\" </svg><script>";
        string picture = ToyPictures.Renderer.Draw(Toy.Specification("t.csv"), Table, "toy", Title, Title);
        Assert.Equal(
            [Title, Title],
            XElement.Parse(picture).Elements().Take(2).Select(element => element.Value),
            StringComparer.Ordinal);
    }

    private static SvgRenderer Embedded() => SvgRenderer.Embedded
        ?? throw new InvalidOperationException("This program was built without Node; leave out Needs=Node.");

    [GeneratedRegex(
        @" (?:d|x|y|x2|y2|transform|viewBox)=""[^""]*\.\d{3}", RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LongNumber();

    // Panels: clip paths and gradients that a picture after it must not count on from.
    private sealed class OtherToy : Figure
    {
        public override string Id => "toys/other";

        public override string Title => "Other sums";

        public override string Caption => "In panels.";

        public override Source Source => Toy.Source;

        protected override VegaLite Chart => VegaLite
            .Of(new("n", "terms"), new("sum", "sum"))
            .Cells("n", "sum", "sum", "sum")
            .Panels("law", "law", columns: 1, height: 100);

        public override NumericTable Draw(ExperimentRunner runner, Tier tier) => Toy.Draw(runner, tier);
    }
}
