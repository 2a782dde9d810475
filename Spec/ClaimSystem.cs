namespace Verification.Spec;

/// <summary>A system of claims: one document, or one talk of it, as a value.</summary>
public sealed record ClaimSystem
{
    /// <summary>The part of its claims' ids before the slash.</summary>
    public required string Id { get; init; }

    /// <summary>Its name in words, as a heading.</summary>
    public required string Title { get; init; }

    /// <summary>Folder of the system in every room, which is also the last part of its namespaces.</summary>
    public required string Folder { get; init; }

    /// <summary>Author, title, occasion and date of the document.</summary>
    public required string Document { get; init; }

    /// <summary>Its claims, in the order of the document.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>What the document states and nothing here examines, with the reasons.</summary>
    public required IReadOnlyList<NotExamined> NotExamined { get; init; }

    /// <summary>Every statement of the document with its claim, or the reason why there is none.</summary>
    public IReadOnlyList<CoverageEntry> Coverage { get; init; } = [];
}
