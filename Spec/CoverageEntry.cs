namespace Verification.Spec;

/// <summary>One statement of a document, in its order, with what examines it or the reason why nothing does.</summary>
/// <param name="Heading">The heading as printed.</param>
/// <param name="Statement">What is stated there, in a few words.</param>
/// <param name="Ids">Claims, or entries of the list of what is not examined, without the system's prefix; empty only
/// with a reason.</param>
/// <param name="Reason">Why nothing examines it, or what of it is left; null where the claims say all.</param>
public sealed record CoverageEntry(string Heading, string Statement, IReadOnlyList<string> Ids, string? Reason = null);
