using System.Globalization;
using System.Text.Json.Nodes;
using Verification.Reproductions.CommandLine;
using Verification.Snapshots.CommandLine;
using Xunit;

namespace Verification.Snapshots.Fuzzing;

/// <summary>What every run of the program keeps to, whatever it is asked.</summary>
internal static class Expected
{
    private const int LongestRefusal = 1000;

    /// <summary>A documented exit code; refusals on one line without control characters; answers to <c>--json</c> that
    /// are JSON.</summary>
    public static void Of(RunResult run, IReadOnlyList<string> arguments)
    {
        string asked = string.Create(
            CultureInfo.InvariantCulture,
            $"exit code {run.ExitCode} (seed {Fuzz.Seed}): "
                + $"{string.Join(' ', arguments.Select(Quoting.Pasteable))}\n{run.Error}");
        bool refused = run.ExitCode is ExitCode.Usage or ExitCode.Environment or ExitCode.Interrupted;
        Assert.True(refused || run.ExitCode is ExitCode.AsExpected or ExitCode.Unexpected or ExitCode.Undecided, asked);
        if (refused)
        {
            Assert.True(run.ErrorLines.Length == 1 && run.Error.EndsWith('\n'), asked);
            string line = run.Error[..^1];
            Assert.True(
                line.StartsWith("claims: ", StringComparison.Ordinal)
                    && line.Length <= LongestRefusal
                    && !line.Any(char.IsControl),
                asked);
        }
        else if (arguments.Contains("--json", StringComparer.Ordinal) && run.Output.StartsWith('{'))
        {
            Assert.NotNull(JsonNode.Parse(run.Output));
        }
    }
}
