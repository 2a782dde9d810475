namespace Verification.Reproductions.Comparing;

/// <summary>Something asked of two audits that is not the same.</summary>
/// <param name="Name">What it is, as <c>audit.json</c> names it.</param>
/// <param name="Before">That of the first.</param>
/// <param name="After">That of the second.</param>
public sealed record DifferentSetting(string Name, string Before, string After);
