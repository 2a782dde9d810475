using System.Text.Json.Nodes;

namespace Verification.Reproductions.Reporting;

/// <summary>What a folder says of an audit.</summary>
/// <param name="Result">Its <c>audit.json</c>; of an audit that has not finished, what that would say of the claims
/// that have been measured.</param>
/// <param name="Finished">Whether the audit came to its end.</param>
/// <param name="Figures">Its figures, with data and chart.</param>
/// <param name="LostFigures">Ids of the figures of which a file is missing.</param>
public sealed record FoundAudit(
    JsonObject Result, bool Finished, IReadOnlyList<FoundFigure> Figures, IReadOnlyList<string> LostFigures);
