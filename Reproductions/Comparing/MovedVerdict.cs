namespace Verification.Reproductions.Comparing;

/// <summary>A verdict that two audits state differently.</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Variant"><c>claim</c>, <c>printed</c>, or the name of a mutant.</param>
/// <param name="Before">The verdict of the first.</param>
/// <param name="After">The verdict of the second.</param>
public sealed record MovedVerdict(string Claim, string Variant, string Before, string After);
