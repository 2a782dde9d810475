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

    /// <summary>Every statement of the document with its claim, or the reason why there is none: the entries given,
    /// and each claim that none of them names by its title, behind the last entry under its heading.</summary>
    public IReadOnlyList<CoverageEntry> Coverage { get => Complete(field); init; } = [];

    private List<CoverageEntry> Complete(IReadOnlyList<CoverageEntry> given)
    {
        List<CoverageEntry> entries = [.. given];
        HashSet<string> named = [.. given.SelectMany(entry => entry.Ids)];
        foreach (Claim claim in Claims)
        {
            string name = claim.Id[(Id.Length + 1)..];
            if (named.Contains(name))
                continue;
            int last = entries.FindLastIndex(entry => entry.Heading == claim.Source.Heading);
            entries.Insert(
                last < 0 ? entries.Count : last + 1, new CoverageEntry(claim.Source.Heading, claim.Title, [name]));
        }

        return entries;
    }
}
