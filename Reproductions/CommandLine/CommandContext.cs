using Verification.Reproductions.Auditing;
using Verification.Reproductions.Rendering;

namespace Verification.Reproductions.CommandLine;

/// <summary>What every command works with.</summary>
/// <param name="Suite">Claims and figures.</param>
/// <param name="Terminal">Where it writes.</param>
/// <param name="Cancellation">Set by a signal.</param>
public sealed record CommandContext(Suite Suite, Terminal Terminal, CancellationToken Cancellation)
{
    /// <summary>How a command line begins that works on the same suite, in the same folder: the program's name, and
    /// <c>--suite</c> where that was given.</summary>
    public string Program { get; init; } = "claims";
}
