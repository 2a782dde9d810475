using System.Text.Json.Nodes;
using Verification.Reproductions.Comparing;
using Verification.Reproductions.Reporting;

namespace Verification.Reproductions.Verifying;

/// <summary>A published audit with what was found of it.</summary>
/// <param name="Stated">What it says of itself.</param>
/// <param name="Files">What a look at its files has found.</param>
/// <param name="Again">What measuring again has found; null where that was not asked for.</param>
public sealed record CheckedAudit(StatedAudit Stated, FolderFindings Files, SecondRun? Again)
{
    /// <summary>Files that are not what they should be, each perhaps for several reasons.</summary>
    public IReadOnlyList<FileFault> Faults => [.. Files.Faults, .. Again?.Faults ?? []];

    /// <summary>Whether everything was found as the audit says, to the last bit.</summary>
    public bool Same => Faults.Count == 0 && Again is not { Comparison.Same: false };

    /// <summary>The document of <c>verify --json</c>.</summary>
    public JsonObject ToJson() => new()
    {
        ["folder"] = Stated.Settings.Folder,
        ["digest"] = Stated.Found.Result["digest"]?.DeepClone(),
        ["same"] = Same,
        ["files"] = Files.Files,
        ["faults"] = new JsonArray([.. Faults.Select(fault => new JsonObject
        {
            ["file"] = fault.Path,
            ["reason"] = fault.Reason,
        })]),
        ["remarks"] = new JsonArray([.. Files.Remarks.Select(remark => (JsonNode)remark)]),
        ["measuredAgain"] = Again is null ? null : ComparisonJson.Of(Again.Comparison),
    };
}
