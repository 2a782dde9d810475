using Verification.Implementation.Experiments;
using Verification.Spec;

namespace Verification.Reproductions.Auditing;

/// <summary>The identities of the code of a suite, by system: what was measured by other code is measured
/// again.</summary>
/// <param name="MeasuredBy">Identity of what measures a system.</param>
/// <param name="JudgedBy">Identity of what judges a system.</param>
public sealed record SuiteCode(Func<string, string> MeasuredBy, Func<string, string> JudgedBy)
{
    /// <summary>That of the catalogue.</summary>
    public static SuiteCode OfTheCatalogue { get; } =
        new(SourceIdentity.OfMeasurements, system => SourceIdentity.Of(typeof(Claim).Assembly, system));
}
