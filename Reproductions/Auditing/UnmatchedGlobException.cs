namespace Verification.Reproductions.Auditing;

/// <summary>A glob that matches nothing.</summary>
public sealed class UnmatchedGlobException : Exception
{
    /// <summary>A glob on an empty list.</summary>
    public UnmatchedGlobException()
        : this("*")
    {
    }

    /// <inheritdoc cref="UnmatchedGlobException()"/>
    public UnmatchedGlobException(string glob)
        : this(glob, "item", [])
    {
    }

    /// <inheritdoc cref="UnmatchedGlobException()"/>
    public UnmatchedGlobException(string glob, Exception innerException)
        : base($"'{glob}' matches nothing.", innerException) => (Glob, Noun, Ids) = (glob, "item", []);

    /// <summary>A glob that matches nothing.</summary>
    /// <param name="glob">As it was given.</param>
    /// <param name="noun">What was looked for.</param>
    /// <param name="ids">All that could have matched.</param>
    public UnmatchedGlobException(string glob, string noun, IReadOnlyList<string> ids)
        : base($"'{glob}' matches no {noun}.") => (Glob, Noun, Ids) = (glob, noun, ids);

    /// <summary>The glob.</summary>
    public string Glob { get; }

    /// <summary>What was looked for.</summary>
    public string Noun { get; }

    /// <summary>All that could have matched.</summary>
    public IReadOnlyList<string> Ids { get; }
}
