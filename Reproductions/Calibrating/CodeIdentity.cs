using Verification.Reproductions.Auditing;
using Verification.Spec;

namespace Verification.Reproductions.Calibrating;

/// <summary>Tells the code that measures and judges a claim from other code.</summary>
public static class CodeIdentity
{
    /// <summary>The identity of what measures and judges this claim, by the text of both.</summary>
    public static string Of(SuiteCode code, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(claim);
        return $"{code.MeasuredBy(claim.System)[..16]}-{code.JudgedBy(claim.System)[..16]}";
    }
}
