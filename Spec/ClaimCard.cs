namespace Verification.Spec;

/// <summary>What a claim says about itself, apart from its constants: identity, source, statement, and how it is
/// examined.</summary>
public sealed record ClaimCard
{
    /// <summary><c>system/kebab-name</c>, stable for ever; when the meaning changes, the id changes.</summary>
    public required string Id { get; init; }

    /// <summary>One line, without a final period.</summary>
    public required string Title { get; init; }

    /// <summary>What sort of statement it is.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>How sharp it is.</summary>
    public Guarantee Guarantee { get; init; } = Guarantee.Tight;

    /// <summary>Where it is printed, or what it was derived beside.</summary>
    public required Source Source { get; init; }

    /// <summary>
    /// What the document says, verbatim: an ellipsis where words are left out, square brackets around ours. Empty where
    /// it is derived here.
    /// </summary>
    public IReadOnlyList<string> Quotations { get; init; } = [];

    /// <summary>What became of the printed statement.</summary>
    public PrintedStatus Printed { get; init; } = PrintedStatus.Stands;

    /// <summary>What is claimed.</summary>
    public required Statement Statement { get; init; }

    /// <summary>What the statement assumes, one hypothesis an entry.</summary>
    public required IReadOnlyList<string> Hypotheses { get; init; }

    /// <summary>How it is examined, in a few sentences.</summary>
    public required string Method { get; init; }
}
