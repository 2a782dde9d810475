using Verification.Implementation.Experiments;
using Verification.Spec;

namespace Verification.Reproductions.Calibrating;

/// <summary>Tells the code that measures and judges a claim from other code.</summary>
public static class CodeIdentity
{
    /// <summary>The identity of what measures and judges this claim, by the text of both.</summary>
    public static string Of(Claim claim) =>
        $"{SourceIdentity.OfMeasurements(claim.System)[..16]}-"
            + SourceIdentity.Of(typeof(Claim).Assembly, claim.System)[..16];
}
