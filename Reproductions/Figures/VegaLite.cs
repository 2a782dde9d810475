using System.Text.Json.Nodes;

namespace Verification.Reproductions.Figures;

/// <summary>Builds a Vega-Lite specification: layers over one table, with titled axes at a legible size.</summary>
/// <remarks>Immutable; each call returns a further specification. Grammar: https://vega.github.io/vega-lite/docs/,
/// version 6.</remarks>
public sealed class VegaLite
{
    private const string Schema = "https://vega.github.io/schema/vega-lite/v6.json";
    private readonly Func<JsonObject> _encoding;
    private readonly IReadOnlyList<Func<JsonObject>> _layers;

    // JSON nodes have one parent each, so that the specification keeps functions that make fresh ones.
    private VegaLite(Func<JsonObject> encoding, IReadOnlyList<Func<JsonObject>> layers)
    {
        _encoding = encoding;
        _layers = layers;
    }

    /// <summary>A chart with two quantitative axes.</summary>
    public static VegaLite Of(ChartAxis x, ChartAxis y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return new(() => new JsonObject { ["x"] = Channel(x), ["y"] = Channel(y) }, []);
    }

    /// <summary>Tells the values of a nominal column apart by color.</summary>
    public VegaLite By(string column, string title) => new(
        () =>
        {
            JsonObject encoding = _encoding();
            // In the order of the table: sorted, 640 would come before 8. Names are shown whole.
            encoding["color"] = new JsonObject
            {
                ["field"] = column, ["type"] = "nominal", ["title"] = title, ["sort"] = null, ["legend"] = new JsonObject { ["labelLimit"] = 260 },
            };
            return encoding;
        },
        _layers);

    /// <summary>Adds a line with points.</summary>
    public VegaLite Line() => Layer(() => new JsonObject { ["mark"] = new JsonObject { ["type"] = "line", ["point"] = true, ["tooltip"] = true } });

    /// <summary>Adds a line without points through a column; rows without a number there are passed over.</summary>
    public VegaLite Curve(string column) => Layer(() => Sparse(column, new JsonObject { ["type"] = "line", ["tooltip"] = true }));

    /// <summary>Adds points at a column; rows without a number there have none.</summary>
    public VegaLite PointsAt(string column) => Layer(
        () => Sparse(column, new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 70, ["tooltip"] = true }));

    /// <summary>Adds points.</summary>
    public VegaLite Points() => Layer(
        () => new JsonObject { ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 50, ["tooltip"] = true } });

    /// <summary>Adds cells of a grid, from the axes' columns to <paramref name="x2"/> and <paramref name="y2"/>,
    /// colored by a number.</summary>
    public VegaLite Cells(string x2, string y2, string column, string title) => Layer(() => new JsonObject
    {
        ["mark"] = new JsonObject { ["type"] = "rect", ["tooltip"] = true },
        ["encoding"] = new JsonObject
        {
            ["x2"] = new JsonObject { ["field"] = x2 },
            ["y2"] = new JsonObject { ["field"] = y2 },
            ["color"] = new JsonObject { ["field"] = column, ["type"] = "quantitative", ["title"] = title, ["scale"] = new JsonObject { ["scheme"] = "viridis" } },
        },
    });

    /// <summary>Adds small dots at other columns; rows where these are missing have none.</summary>
    public VegaLite Dots(string x, string y) => Layer(() => new JsonObject
    {
        ["transform"] = new JsonArray(new JsonObject { ["filter"] = $"isValid(datum['{x}']) && isValid(datum['{y}'])" }),
        ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 4, ["color"] = "#ffffff", ["opacity"] = 0.7 },
        ["encoding"] = new JsonObject
        {
            ["x"] = new JsonObject { ["field"] = x, ["type"] = "quantitative" },
            ["y"] = new JsonObject { ["field"] = y, ["type"] = "quantitative" },
        },
    });

    /// <summary>Adds a dashed line through another column, such as the theory beside the measurement.</summary>
    public VegaLite Reference(string column) => Layer(() => new JsonObject
    {
        ["mark"] = new JsonObject { ["type"] = "line", ["strokeDash"] = new JsonArray(6, 4), ["tooltip"] = true },
        ["encoding"] = new JsonObject { ["y"] = new JsonObject { ["field"] = column, ["type"] = "quantitative" } },
    });

    /// <summary>Adds a dashed line through another column; rows without a number there are passed over.</summary>
    public VegaLite ReferenceWhereGiven(string column) => Layer(() => Sparse(
        column,
        new JsonObject { ["type"] = "line", ["strokeDash"] = new JsonArray(6, 4), ["tooltip"] = true }));

    /// <summary>Adds a dashed horizontal line at a constant.</summary>
    public VegaLite HorizontalRule(double at) => Layer(() => new JsonObject
    {
        ["mark"] = new JsonObject { ["type"] = "rule", ["strokeDash"] = new JsonArray(6, 4), ["color"] = "#666666" },
        ["encoding"] = new JsonObject { ["x"] = null, ["color"] = null, ["y"] = new JsonObject { ["datum"] = at } },
    });

    /// <summary>Adds a dashed vertical line at a constant.</summary>
    public VegaLite VerticalRule(double at) => Layer(() => new JsonObject
    {
        ["mark"] = new JsonObject { ["type"] = "rule", ["strokeDash"] = new JsonArray(6, 4), ["color"] = "#666666" },
        ["encoding"] = new JsonObject { ["y"] = null, ["color"] = null, ["x"] = new JsonObject { ["datum"] = at } },
    });

    /// <summary>Adds a dashed line between two points.</summary>
    public VegaLite Segment((double X, double Y) from, (double X, double Y) to) => Layer(() => new JsonObject
    {
        ["mark"] = new JsonObject { ["type"] = "rule", ["strokeDash"] = new JsonArray(6, 4), ["color"] = "#666666" },
        ["encoding"] = new JsonObject
        {
            ["color"] = null,
            ["x"] = new JsonObject { ["datum"] = from.X },
            ["y"] = new JsonObject { ["datum"] = from.Y },
            ["x2"] = new JsonObject { ["datum"] = to.X },
            ["y2"] = new JsonObject { ["datum"] = to.Y },
        },
    });

    /// <summary>Adds bars between two columns, such as the ends of an interval.</summary>
    public VegaLite Interval(string lower, string upper) => Layer(() => new JsonObject
    {
        ["mark"] = new JsonObject { ["type"] = "rule", ["opacity"] = 0.6 },
        ["encoding"] = new JsonObject
        {
            ["y"] = new JsonObject { ["field"] = lower, ["type"] = "quantitative" },
            ["y2"] = new JsonObject { ["field"] = upper },
        },
    });

    /// <summary>The specification over a CSV file.</summary>
    /// <param name="csv">Address of the table, relative to the specification.</param>
    /// <param name="title">Title above the chart.</param>
    /// <param name="caption">Description, for screen readers and as the subtitle.</param>
    public JsonObject Over(string csv, string title, string caption) => new()
    {
        ["$schema"] = Schema,
        ["description"] = caption,
        ["title"] = new JsonObject { ["text"] = title, ["anchor"] = "start", ["fontSize"] = 16 },
        ["width"] = 640,
        ["height"] = 400,
        ["data"] = new JsonObject { ["url"] = csv, ["format"] = new JsonObject { ["type"] = "csv" } },
        ["encoding"] = _encoding(),
        ["layer"] = new JsonArray([.. _layers.Select(layer => layer())]),
        ["config"] = new JsonObject
        {
            ["axis"] = new JsonObject { ["labelFontSize"] = 13, ["titleFontSize"] = 14 },
            ["legend"] = new JsonObject { ["labelFontSize"] = 13, ["titleFontSize"] = 13, ["titleLimit"] = 0 },
        },
    };

    // An empty field of a CSV file is read as null or as empty text, and either would be drawn at zero.
    private static JsonObject Sparse(string column, JsonObject mark) => new()
    {
        ["transform"] = new JsonArray(new JsonObject { ["filter"] = $"datum['{column}'] !== null && datum['{column}'] !== ''" }),
        ["mark"] = mark,
        ["encoding"] = new JsonObject { ["y"] = new JsonObject { ["field"] = column, ["type"] = "quantitative" } },
    };

    private VegaLite Layer(Func<JsonObject> layer) => new(_encoding, [.. _layers, layer]);

    private static JsonObject Channel(ChartAxis axis) => new()
    {
        ["field"] = axis.Column,
        ["type"] = "quantitative",
        ["title"] = axis.Title,
        ["scale"] = axis.Logarithmic
            ? new JsonObject { ["type"] = "log", ["nice"] = false }
            : new JsonObject { ["zero"] = axis.FromZero },
    };
}
