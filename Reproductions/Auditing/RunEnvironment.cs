using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Verification.Reproductions.Auditing;

/// <summary>Where an audit was measured; no result depends on it.</summary>
public static class RunEnvironment
{
    /// <summary>That of this process, with a number of threads.</summary>
    public static JsonObject Of(int jobs) => new()
    {
        ["os"] = RuntimeInformation.OSDescription,
        ["architecture"] = AuditJson.Name(RuntimeInformation.ProcessArchitecture),
        ["dotnet"] = Environment.Version.ToString(),
        ["processors"] = Environment.ProcessorCount,
        ["jobs"] = jobs,
        ["version"] = Release.Version,
    };

    /// <summary>That of an audit which was measured in several: what they have in common as it is, of the rest each
    /// value once as text, in order.</summary>
    public static JsonObject Joined(IReadOnlyList<JsonObject> environments)
    {
        ArgumentNullException.ThrowIfNull(environments);
        var joined = new JsonObject();
        foreach (
            string member in environments
                .SelectMany(environment => environment.Select(pair => pair.Key))
                .Distinct(StringComparer.Ordinal))
        {
            JsonNode[] values = [.. environments.Select(environment => environment[member]).OfType<JsonNode>()];
            string[] distinct = [.. values.Select(value => value.ToString()).Distinct(StringComparer.Ordinal)];
            joined[member] = distinct.Length == 1 ? values[0].DeepClone() : string.Join("; ", distinct);
        }

        return joined;
    }
}
