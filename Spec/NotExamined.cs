namespace Verification.Spec;

/// <summary>A statement of a document that no computation here can examine: history, complexity theory, an unnamed
/// constant. It counts for nothing but completeness.</summary>
/// <param name="Id"><c>system/kebab-name</c>, as for claims.</param>
/// <param name="Title">One line, without a final period.</param>
/// <param name="Source">Where it is printed.</param>
/// <param name="Reason">Why it is not examined, and which claims cover what of it can be.</param>
public sealed record NotExamined(string Id, string Title, Source Source, string Reason)
{
    /// <summary>The part of <see cref="Id"/> before the slash.</summary>
    public string System => Id[..Id.IndexOf('/', StringComparison.Ordinal)];
}
