using System.Text.Json.Nodes;

namespace Verification.Snapshots.CommandLine;

/// <summary>What a run of <c>claims</c> left.</summary>
public sealed record RunResult(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Output)!;

    /// <summary>The lines of standard error.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
