using System.Text.Json.Nodes;

namespace Verification.Reproductions.Figures;

/// <summary>One layer of a chart.</summary>
/// <param name="Role">What the legend shows of it.</param>
/// <param name="Name">What the legend calls it; null where it needs none.</param>
/// <param name="Columns">Columns without which a row has no part in it.</param>
/// <param name="Mark">The mark; JSON nodes have one parent each, so that this makes a fresh one.</param>
/// <param name="Encoding">The channels in which it differs from the chart; fresh as well.</param>
internal sealed record ChartLayer(
    LayerRole Role,
    string? Name,
    IReadOnlyList<string> Columns,
    Func<JsonObject> Mark,
    Func<JsonObject> Encoding);
