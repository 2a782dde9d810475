namespace Verification.Reproductions.Comparing;

/// <summary>A number that an audit states.</summary>
/// <param name="Variant"><c>claim</c>, <c>printed</c>, or the name of a mutant.</param>
/// <param name="Part">The part of the examination, or <c>measured</c> for a summary of the outcomes.</param>
/// <param name="Name">What the number is.</param>
/// <param name="Value">The number; NaN where there is none.</param>
/// <param name="Tolerance">What the examination allows it to be off by, positive; null where nothing is
/// declared.</param>
public sealed record AuditNumber(string Variant, string Part, string Name, double Value, double? Tolerance = null);
