namespace Verification.Spec;

/// <summary>A claim with one constant deliberately wrong. The examination has to refute it, or it has no
/// power.</summary>
/// <param name="Name">What is wrong about it, in words.</param>
/// <param name="Claim">The wrong claim: the same record with one constant changed.</param>
/// <param name="Part">
/// Name of the part that contains what was changed and has to refute it; null where the examination has one part alone.
/// </param>
public sealed record Mutant(string Name, Claim Claim, string? Part = null);
