namespace Verification.Spec;

/// <summary>Where a claim is printed.</summary>
/// <param name="Document">Author, title, occasion and date of the document.</param>
/// <param name="Heading">The heading as printed, with the item where there is one.</param>
/// <param name="Reference">The paper behind it, with arXiv id and theorem where known.</param>
public sealed record Source(string Document, string Heading, string Reference);
