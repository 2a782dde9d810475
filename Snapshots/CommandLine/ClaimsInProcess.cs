using Verification.Reproductions.Auditing;
using Verification.Reproductions.CommandLine;
using Verification.Reproductions.Rendering;
using Verification.Snapshots.Toys;

namespace Verification.Snapshots.CommandLine;

/// <summary>Runs <c>claims</c> within the test's process, as if piped.</summary>
public static class ClaimsInProcess
{
    /// <summary>Runs one command line on the toys that are as expected.</summary>
    public static RunResult Run(params string[] arguments) => RunOn(ToySuite.Sound, default, arguments);

    /// <summary>Runs one command line.</summary>
    public static RunResult RunOn(Suite suite, CancellationToken cancellation, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int exitCode = ClaimsProgram.Run(arguments, new Terminal(output, error), suite, cancellation);
        return new(exitCode, output.ToString(), error.ToString());
    }
}
