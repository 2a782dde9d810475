using System.Text.Json.Nodes;

namespace Verification.Reproductions.Figures;

/// <summary>Builds a Vega-Lite specification: layers over one table, with titled axes at a legible size.</summary>
/// <remarks>
/// Immutable; each call returns a further specification. A chart explains itself: the caption stands below the title,
/// and where there are several layers the legend says what each of them is. Grammar:
/// https://vega.github.io/vega-lite/docs/, version 6.
/// </remarks>
public sealed record VegaLite
{
    private const string Schema = "https://vega.github.io/schema/vega-lite/v6.json";
    private const string Ink = "#444444";
    private const int CaptionWidth = 104;

    // Marks of a chart without series have the first color.
    private const string OnlyColor = "#3227a3";

    // Area of a point that the legend names.
    private const int NamedPoint = 60;

    // Pixels over which the bars of all series at one abscissa are spread.
    private const int Spread = 7;

    // Series are told apart by readers who do not tell red from green, and on gray paper: any two of these colors
    // differ in lightness, the first few most, and in hue under every kind of color blindness.
    private static readonly string[] Palette =
        [OnlyColor, "#25a3a8", "#9f5649", "#6a4185", "#7f73da", "#600106", "#8f8d19", "#406900"];

    private static readonly string[] Shapes =
    [
        "circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right", "triangle-left",
    ];

    // Dashes of the lines that are not measured, in the order in which they come.
    private static readonly int[][] Dashes = [[6, 4], [2, 3], [10, 3, 2, 3]];

    // Powers of ten where zeros would be counted, such as 10⁻⁶ and 2·10⁵; nothing where a tick has no label.
    private static readonly string LogarithmicLabel =
        "datum.label === '' ? '' : datum.value > 0.0099 && datum.value < 9999.5 ? format(datum.value, ',~g') : "
            + "(slice(format(datum.value, '.0e'), 0, 1) === '1' ? '' : slice(format(datum.value, '.0e'), 0, 1) + '·') "
            + $"+ '10' + {Raised("replace(slice(format(datum.value, '.0e'), 2), '+', '')")}";

    private VegaLite(ChartAxis x, ChartAxis y) => (X, Y) = (x, y);

    private ChartAxis X { get; }

    private ChartAxis Y { get; }

    private (int Width, int Height) Size { get; init; } = (640, 400);

    private (string Column, string Title)? Series { get; init; }

    private (string Column, string Title, int Columns, bool Numbers)? Facets { get; init; }

    private IReadOnlyList<ChartLayer> Layers { get; init; } = [];

    // Bars of several series at one abscissa would cover each other. Points without a line through them are compared
    // with curves and stay where they are.
    private bool IsSpread => Series is not null
        && Layers.Any(layer => layer.Role == LayerRole.Bars)
        && Layers.Any(layer => layer.Role == LayerRole.Solid);

    /// <summary>A chart with two quantitative axes.</summary>
    public static VegaLite Of(ChartAxis x, ChartAxis y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return new(x, y);
    }

    /// <summary>Tells the values of a nominal column apart by color.</summary>
    public VegaLite By(string column, string title) => this with { Series = (column, title) };

    /// <summary>Draws each value of a column in a panel of its own, for series that would hide each other.</summary>
    /// <param name="column">The column, of numbers or of names; the panels are in its order.</param>
    /// <param name="title">What it is.</param>
    /// <param name="columns">How many panels stand side by side.</param>
    /// <param name="height">Height of a panel in pixels.</param>
    /// <param name="numbers">Whether the column has numbers, which are sorted as such.</param>
    public VegaLite Panels(string column, string title, int columns, int height, bool numbers = false) => this with
    {
        Facets = (column, title, columns, numbers), Size = (Size.Width / columns, height),
    };

    /// <summary>As wide as high, for axes of one kind.</summary>
    public VegaLite Square() => this with { Size = (Size.Height, Size.Height) };

    /// <summary>Adds a line with points.</summary>
    public VegaLite Line(string? name = null) => Curve(Y.Column, name)
        .Layer(new(LayerRole.Points, null, [Y.Column], () => Points(Series is null ? 30 : 45), () => []));

    /// <summary>Adds a line without points through a column.</summary>
    public VegaLite Curve(string column, string? name = null) =>
        Layer(new(LayerRole.Solid, name, [column], () => Mark("line"), () => At(column)));

    /// <summary>Adds points at a column.</summary>
    public VegaLite PointsAt(string column, string name) =>
        Layer(new(LayerRole.Points, name, [column], () => Points(NamedPoint), () => At(column)));

    /// <summary>Adds cells of a grid, from the axes' columns to <paramref name="x2"/> and <paramref name="y2"/>,
    /// colored by a number.</summary>
    public VegaLite Cells(string x2, string y2, string column, string title) => Layer(new(
        LayerRole.Areas,
        null,
        [column],
        () => Mark("rect"),
        () => new JsonObject
        {
            ["x2"] = new JsonObject { ["field"] = x2 },
            ["y2"] = new JsonObject { ["field"] = y2 },
            // Without its darkest third, before which dots would not show.
            ["color"] = new JsonObject
            {
                ["field"] = column,
                ["type"] = "quantitative",
                ["title"] = title,
                ["scale"] = new JsonObject
                {
                    ["scheme"] = new JsonObject { ["name"] = "viridis", ["extent"] = new JsonArray(0.35, 1) },
                },
            },
        }));

    /// <summary>Adds small dots at other columns.</summary>
    public VegaLite Dots(string x, string y, string name) => Layer(new(
        LayerRole.Points,
        name,
        [x, y],
        () => new JsonObject
        {
            ["type"] = "point", ["filled"] = true, ["size"] = 7, ["color"] = "#000000", ["opacity"] = 0.75,
        },
        () => new JsonObject
        {
            ["x"] = new JsonObject { ["field"] = x, ["type"] = "quantitative" },
            ["y"] = new JsonObject { ["field"] = y, ["type"] = "quantitative" },
        }));

    /// <summary>Adds a dashed line through another column, such as the theory beside the measurement.</summary>
    public VegaLite Reference(string column, string name) =>
        Layer(new(LayerRole.Dashed, name, [column], () => Mark("line"), () => At(column)));

    /// <summary>Adds a dashed line through another column that belongs to no series.</summary>
    public VegaLite CommonReference(string column, string name) =>
        Layer(new(LayerRole.Dashed, name, [column], () => Gray(Mark("line")), () => Uncolored(At(column))));

    /// <summary>Adds a dashed horizontal line at a constant.</summary>
    public VegaLite HorizontalRule(double at, string name) => Layer(new(
        LayerRole.Dashed,
        name,
        [],
        () => Gray(Mark("rule")),
        () => Uncolored(new JsonObject { ["x"] = null, ["y"] = new JsonObject { ["datum"] = at } })));

    /// <summary>Adds a dashed vertical line at a constant.</summary>
    public VegaLite VerticalRule(double at, string name) => Layer(new(
        LayerRole.Dashed,
        name,
        [],
        () => Gray(Mark("rule")),
        () => Uncolored(new JsonObject { ["x"] = new JsonObject { ["datum"] = at }, ["y"] = null })));

    /// <summary>Adds a dashed vertical line at the mean of a column, for one that is constant in each panel.</summary>
    public VegaLite VerticalRuleAt(string column, string name) => Layer(new(
        LayerRole.Dashed,
        name,
        [column],
        () => Gray(Mark("rule")),
        () => Uncolored(new JsonObject
        {
            ["x"] = new JsonObject { ["field"] = column, ["type"] = "quantitative", ["aggregate"] = "mean" },
            ["y"] = null,
        })));

    /// <summary>Adds a dashed line between two points.</summary>
    public VegaLite Segment((double X, double Y) from, (double X, double Y) to, string name) => Layer(new(
        LayerRole.Dashed,
        name,
        [],
        () => Gray(Mark("rule")),
        () => Uncolored(new JsonObject
        {
            ["x"] = new JsonObject { ["datum"] = from.X },
            ["y"] = new JsonObject { ["datum"] = from.Y },
            ["x2"] = new JsonObject { ["datum"] = to.X },
            ["y2"] = new JsonObject { ["datum"] = to.Y },
        })));

    /// <summary>Adds a thin line from the point of each row to that of two other columns, such as the edges of a
    /// graph.</summary>
    public VegaLite Links(string x2, string y2, string name) => Layer(new(
        LayerRole.Solid,
        name,
        [x2, y2],
        () => new JsonObject { ["type"] = "rule", ["color"] = Ink, ["strokeWidth"] = 0.6, ["opacity"] = 0.35 },
        () => Uncolored(new JsonObject
        {
            ["x2"] = new JsonObject { ["field"] = x2 },
            ["y2"] = new JsonObject { ["field"] = y2 },
        })));

    /// <summary>Adds bars between two columns, such as the ends of an interval.</summary>
    public VegaLite Interval(string lower, string upper, string name) => Layer(new(
        LayerRole.Bars,
        name,
        [lower, upper],
        () => new JsonObject { ["type"] = "rule", ["color"] = OnlyColor, ["strokeWidth"] = 1.5 },
        () => new JsonObject
        {
            ["y"] = new JsonObject { ["field"] = lower, ["type"] = "quantitative" },
            ["y2"] = new JsonObject { ["field"] = upper },
        }));

    /// <summary>Adds a gray area between two columns, which the caption explains; named lines stand at its
    /// edges.</summary>
    public VegaLite Band(string lower, string upper) => Layer(new(
        LayerRole.Areas,
        null,
        [lower, upper],
        () => new JsonObject { ["type"] = "area", ["color"] = "#999999", ["opacity"] = 0.35 },
        () => Uncolored(new JsonObject
        {
            ["y"] = new JsonObject { ["field"] = lower, ["type"] = "quantitative" },
            ["y2"] = new JsonObject { ["field"] = upper },
        })));

    /// <summary>The specification over a CSV file.</summary>
    /// <param name="csv">Address of the table, relative to the specification.</param>
    /// <param name="title">Title above the chart.</param>
    /// <param name="caption">Subtitle, and description for screen readers.</param>
    /// <exception cref="InvalidOperationException">Other layers have a name and the measured line has none, which the
    /// legend would not explain.</exception>
    public JsonObject Over(string csv, string title, string caption)
    {
        ArgumentNullException.ThrowIfNull(caption);
        if (Layers.Any(layer => layer.Role == LayerRole.Solid && layer.Name is null)
            && Layers.Any(layer => layer.Name is not null))
        {
            throw new InvalidOperationException($"The legend of '{title}' does not say what its measured line is.");
        }

        var specification = new JsonObject
        {
            ["$schema"] = Schema,
            ["description"] = caption,
            ["title"] = Title(title, caption),
            ["data"] = new JsonObject { ["url"] = csv, ["format"] = new JsonObject { ["type"] = "csv" } },
        };
        if (Facets is { Numbers: true, Column: var column })
            specification["data"]!["format"]!["parse"] = new JsonObject { [column] = "number" };
        JsonObject chart = Facets is null ? specification : [];
        (chart["width"], chart["height"]) = Size;
        chart["encoding"] = Encoding();
        chart["layer"] = new JsonArray([.. Unseen(), .. Layers.Select(layer => (JsonNode)Drawn(layer))]);
        if (Facets is { } facets)
        {
            specification["facet"] = new JsonObject
            {
                ["field"] = facets.Column,
                ["type"] = "nominal",
                ["title"] = facets.Title,
                ["header"] = new JsonObject { ["labelFontSize"] = 13, ["titleFontSize"] = 13 },
            };
            specification["columns"] = facets.Columns;
            specification["spec"] = chart;
        }

        specification["config"] = Configuration();
        return specification;
    }

    private static JsonObject Title(string title, string caption) => new()
    {
        ["text"] = title,
        ["subtitle"] = new JsonArray([.. Lines(caption).Select(line => (JsonNode)line)]),
        ["anchor"] = "start",
        ["fontSize"] = 16,
        ["subtitleFontSize"] = 12,
        ["subtitleColor"] = Ink,
        ["subtitlePadding"] = 6,
        ["offset"] = 14,
    };

    private static IEnumerable<string> Lines(string caption)
    {
        string line = "";
        foreach (string word in caption.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > CaptionWidth)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? word : $" {word}";
        }

        yield return line;
    }

    private JsonObject Configuration() => new()
    {
        ["axis"] = new JsonObject
        {
            ["labelFontSize"] = 13, ["titleFontSize"] = 14, ["titleFontWeight"] = "normal", ["titlePadding"] = 8,
        },
        ["axisX"] = new JsonObject { ["tickCount"] = Facets is { Columns: > 1 } ? 5 : 10 },
        ["legend"] = new JsonObject
        {
            ["labelFontSize"] = 13, ["labelLimit"] = 0, ["titleFontSize"] = 13, ["titleLimit"] = 0,
        },
        ["mark"] = new JsonObject { ["color"] = OnlyColor },
        ["range"] = new JsonObject { ["category"] = Names(Palette), ["symbol"] = Names(Shapes) },
    };

    private JsonObject Encoding()
    {
        var encoding = new JsonObject { ["x"] = Channel(X), ["y"] = Channel(Y) };
        if (Series is { } series)
            encoding["color"] = Of(series);
        return encoding;
    }

    // In the order of the table: sorted, 640 would come before 8.
    private static JsonObject Of((string Column, string Title) series) => new()
    {
        ["field"] = series.Column,
        ["type"] = "nominal",
        ["title"] = series.Title,
        ["sort"] = null,
        ["legend"] = new JsonObject { ["symbolOpacity"] = 1, ["symbolStrokeWidth"] = 2 },
    };

    // The legend of the shapes is that of the colors where both have the same series, and would forget those that have
    // a line alone: a point of each that is not seen.
    private IEnumerable<JsonNode> Unseen()
    {
        if (Series is not { } series || !Layers.Any(layer => layer is { Role: LayerRole.Points, Name: not null }))
            yield break;
        yield return new JsonObject
        {
            ["transform"] = new JsonArray(
                new JsonObject
                {
                    ["filter"] = string.Join(
                        " || ",
                        Layers
                            .Where(layer => !layer.Encoding().ContainsKey("color"))
                            .Select(layer => $"({Present(layer.Columns)})")
                            .Distinct(StringComparer.Ordinal)),
                },
                new JsonObject { ["aggregate"] = new JsonArray(), ["groupby"] = new JsonArray(series.Column) }),
            ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["opacity"] = 0 },
            ["encoding"] = new JsonObject { ["x"] = null, ["y"] = null, ["shape"] = Of(series) },
        };
    }

    private JsonObject Drawn(ChartLayer layer)
    {
        JsonObject mark = layer.Mark();
        JsonObject encoding = layer.Encoding();
        if (IsSpread && !encoding.ContainsKey("color") && layer.Role != LayerRole.Dashed)
        {
            // Each series by its place among the colors, the middle one where the table puts it.
            mark["xOffset"] = new JsonObject
            {
                ["expr"] = $"{Spread} * (indexof(domain('color'), datum['{Series!.Value.Column}']) "
                    + "/ max(1, length(domain('color')) - 1) - 0.5)",
            };
        }

        // Series differ in shape besides color wherever they have points.
        if (Series is { } series && layer.Role == LayerRole.Points && !encoding.ContainsKey("color"))
            encoding["shape"] = Of(series);

        if (layer.Name is { } name)
        {
            (string channel, JsonObject definition) = Legend(layer.Role, name);
            encoding[channel] = definition;
        }

        var drawn = new JsonObject { ["mark"] = mark, ["encoding"] = encoding };
        if (layer.Columns.Count > 0)
        {
            drawn["transform"] = new JsonArray(new JsonObject { ["filter"] = Present(layer.Columns) });
        }

        return drawn;
    }

    // Lines are told apart by their dashes, bars and points by channels of one value each, whose legends show a bar and
    // a point.
    private (string Channel, JsonObject Definition) Legend(LayerRole role, string name)
    {
        string[] names =
        [
            .. Layers
                .Where(layer => IsLine(layer.Role) == IsLine(role) && (IsLine(role) || layer.Role == role))
                .OrderBy(layer => layer.Role)
                .Select(layer => layer.Name)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
        ILookup<string, LayerRole> roles = Layers
            .Where(layer => layer.Name is not null)
            .ToLookup(layer => layer.Name!, layer => layer.Role, StringComparer.Ordinal);
        int dash = 0;
        (string channel, JsonNode[] range, JsonObject legend) = role switch
        {
            LayerRole.Bars => (
                "opacity",
                (JsonNode[])[0.75],
                new JsonObject { ["symbolType"] = "M0,-1V1", ["symbolSize"] = 150, ["symbolStrokeWidth"] = 1.5 }),
            // The shapes are those of the series where there are any.
            LayerRole.Points when Series is not null => (
                "size", (JsonNode[])[NamedPoint], new JsonObject { ["symbolFillColor"] = Ink }),
            LayerRole.Points => (
                "shape",
                (JsonNode[])["circle"],
                new JsonObject { ["symbolFillColor"] = Ink, ["symbolSize"] = 40 }),
            _ => (
                "strokeDash",
                [.. names.Select(line => Pattern(roles[line].Contains(LayerRole.Solid) ? [1, 0] : Dashes[dash++]))],
                new JsonObject { ["symbolType"] = "stroke", ["symbolSize"] = 500, ["symbolStrokeWidth"] = 2 }),
        };
        legend["title"] = null;
        legend["symbolStrokeColor"] = Ink;
        return (channel, new JsonObject
        {
            ["datum"] = name,
            ["type"] = "nominal",
            ["scale"] = new JsonObject
            {
                ["type"] = "ordinal",
                ["domain"] = Names(names),
                ["range"] = new JsonArray(range),
            },
            ["legend"] = legend,
        });
    }

    // An expression for the digits of another one as exponents.
    private static string Raised(string expression) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"
        .Zip("-0123456789", (raised, plain) => (raised, plain))
        .Aggregate(expression, (text, digit) => $"replace({text}, /[{digit.plain}]/g, '{digit.raised}')");

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)name)]);

    // An empty field of a CSV file is read as null or as empty text, and either would be drawn at zero.
    private static string Present(IReadOnlyList<string> columns) => string.Join(
        " && ", columns.Select(column => $"isValid(datum['{column}']) && datum['{column}'] !== ''"));

    private static bool IsLine(LayerRole role) => role is LayerRole.Solid or LayerRole.Dashed;

    private static JsonArray Pattern(int[] lengths) => new([.. lengths.Select(length => (JsonNode)length)]);

    private VegaLite Layer(ChartLayer layer) => this with { Layers = [.. Layers, layer] };

    private static JsonObject Mark(string type) => new() { ["type"] = type, ["tooltip"] = true };

    private static JsonObject Points(int size) =>
        new() { ["type"] = "point", ["filled"] = true, ["size"] = size, ["opacity"] = 1, ["tooltip"] = true };

    private static JsonObject Gray(JsonObject mark)
    {
        mark["color"] = Ink;
        return mark;
    }

    private static JsonObject Uncolored(JsonObject encoding)
    {
        encoding["color"] = null;
        return encoding;
    }

    private static JsonObject At(string column) =>
        new() { ["y"] = new JsonObject { ["field"] = column, ["type"] = "quantitative" } };

    // The ends are padded, so that no bar or point at them is cut.
    private static JsonObject Channel(ChartAxis axis)
    {
        var channel = new JsonObject
        {
            ["field"] = axis.Column,
            ["type"] = "quantitative",
            ["title"] = axis.Title,
            ["scale"] = axis.Logarithmic
                ? new JsonObject { ["type"] = "log", ["nice"] = false, ["padding"] = 12 }
                : new JsonObject { ["zero"] = axis.FromZero, ["nice"] = false, ["padding"] = 12 },
        };
        if (axis.Logarithmic)
        {
            channel["axis"] = new JsonObject
            {
                // With more decades than these only powers of ten have lines.
                ["tickCount"] = 5,
                ["labelExpr"] = LogarithmicLabel,
            };
        }
        else if (axis.Whole)
        {
            channel["axis"] = new JsonObject { ["format"] = "d", ["tickMinStep"] = 1 };
        }

        return channel;
    }
}
