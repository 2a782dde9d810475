using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Jint;
using Jint.Native;

namespace Verification.Reproductions.Figures;

/// <summary>Draws charts as SVG, from the specification that the report page draws too.</summary>
/// <remarks>
/// The chart libraries run in an interpreter of JavaScript that is part of the program. The same specification and data
/// give the same bytes in every culture, time zone and order of figures. Scales are the interpreter's mathematics, that
/// is, the platform's: coordinates are rounded to a hundredth of a pixel, and pictures stand outside the digest.
/// Safe for use by several threads, which wait for each other.
/// </remarks>
public sealed partial class SvgRenderer
{
    private const string Resource = "svg.js";

    // What holds coordinates and lengths; numbers in texts and colors stay as they are.
    private static readonly HashSet<string> Measures =
    [
        "d", "transform", "x", "y", "x1", "x2", "y1", "y2", "dx", "dy", "width", "height", "viewBox",
    ];

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private readonly Lock _drawing = new();
    private readonly Lazy<JsValue> _draw;

    /// <summary>A renderer, which starts with its first picture.</summary>
    /// <param name="script">The libraries with the function <c>svg(specification, csv)</c>, built from
    /// <c>Reproductions/ReportPage/src/svg.ts</c>.</param>
    public SvgRenderer(string script)
    {
        ArgumentNullException.ThrowIfNull(script);
        _draw = new(() => new Engine(options => options
            .Culture(CultureInfo.InvariantCulture)
            .LocalTimeZone(TimeZoneInfo.Utc)).Execute(script).GetValue("svg"));
    }

    /// <summary>The renderer that this program was built with; null where it was built without Node.</summary>
    public static SvgRenderer? Embedded { get; } = Read();

    /// <summary>The picture of a figure, an SVG document.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="csv">Its table.</param>
    public string Draw(Figure figure, string csv)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Draw(figure.Specification($"{figure.FileName}.csv"), csv, figure.FileName, figure.Title, figure.Caption);
    }

    /// <summary>The picture of a chart, an SVG document.</summary>
    /// <param name="specification">A Vega-Lite specification.</param>
    /// <param name="csv">The table in place of the file that the specification names.</param>
    /// <param name="name">What ids in the picture begin with, so that several pictures fit in one page.</param>
    /// <param name="title">Title for screen readers.</param>
    /// <param name="description">Description for screen readers.</param>
    public string Draw(JsonObject specification, string csv, string name, string title, string description)
    {
        ArgumentNullException.ThrowIfNull(specification);
        string drawn;
        lock (_drawing)
            drawn = _draw.Value.Call(specification.ToJsonString(), csv).UnwrapIfPromise().AsString();
        XElement picture = XElement.Parse(drawn);
        foreach (XAttribute attribute in picture.DescendantsAndSelf().Attributes())
        {
            if (Measures.Contains(attribute.Name.LocalName))
                attribute.Value = Number().Replace(attribute.Value, match => Rounded(match.ValueSpan));
            else if (attribute.Name.LocalName == "id")
                attribute.Value = $"{name}-{attribute.Value}";
            else
                attribute.Value = attribute.Value.Replace("url(#", $"url(#{name}-", StringComparison.Ordinal);
        }

        // Cells of a grid touch: smoothed, their edges would show as a mesh.
        foreach (XElement cells in picture.Descendants(Svg + "g").Where(IsGrid))
            cells.SetAttributeValue("shape-rendering", "crispEdges");

        picture.SetAttributeValue("role", "img");
        picture.SetAttributeValue("aria-labelledby", $"{name}-title {name}-caption");
        picture.AddFirst(
            new XElement(Svg + "title", new XAttribute("id", $"{name}-title"), title),
            new XElement(Svg + "desc", new XAttribute("id", $"{name}-caption"), description));

        return Lines(picture.ToString(SaveOptions.DisableFormatting));
    }

    // A line for each element, but none within texts, where it would be a blank.
    private static string Lines(string picture) => picture
        .Replace("><", ">\n<", StringComparison.Ordinal)
        .Replace(">\n<tspan", "><tspan", StringComparison.Ordinal)
        .Replace(">\n</tspan", "></tspan", StringComparison.Ordinal)
        .Replace(">\n</text", "></text", StringComparison.Ordinal) + "\n";

    private static bool IsGrid(XElement group) =>
        ((string?)group.Attribute("class"))?.StartsWith("mark-rect role-mark", StringComparison.Ordinal) ?? false;

    private static string Rounded(ReadOnlySpan<char> number)
    {
        double rounded = Math.Round(double.Parse(number, CultureInfo.InvariantCulture), 2);

        // Zero has no sign here.
        return (rounded + 0.0).ToString("0.##", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Number();

    private static SvgRenderer? Read()
    {
        using Stream? resource = typeof(SvgRenderer).Assembly.GetManifestResourceStream(Resource);
        if (resource is null)
            return null;
        using var reader = new StreamReader(resource);
        return new(reader.ReadToEnd());
    }
}
