using System.Text.Json.Nodes;

namespace Verification.Reproductions.Reporting;

/// <summary>A figure of an audit.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Csv">Its data.</param>
/// <param name="Specification">Its chart, a Vega-Lite specification over the data.</param>
public sealed record FoundFigure(string Id, string Csv, JsonObject Specification);
