using Verification.Reproductions.Auditing;
using Verification.Reproductions.Typesetting;
using Verification.Spec;

namespace Verification.Reproductions.CommandLine;

/// <summary>Finds what a command line names.</summary>
internal static class SuiteLookup
{
    /// <summary>The claim with this id.</summary>
    /// <exception cref="RefusalException">There is none, or the statement is not examined; the message names the
    /// nearest ids.</exception>
    public static Claim Find(this Suite suite, string id) =>
        suite.Claims.FirstOrDefault(claim => claim.Id == id)
        ?? throw RefusalException.Usage(suite.FindNotExamined(id) is null
            ? $"there is no claim '{Shown.Word(id)}'; {NearestIds.Hint(id, suite.Claims.Select(claim => claim.Id))}."
            : $"'{id}' is not examined; claims show {id} gives the reason.");
}
