namespace Verification.Reproductions.Rendering;

/// <summary>A stream that results are written to, and that takes no more of them.</summary>
public sealed class LostOutputException : Exception
{
    /// <summary>Standard output takes no more.</summary>
    public LostOutputException()
        : this("standard output")
    {
    }

    /// <inheritdoc cref="LostOutputException()"/>
    public LostOutputException(string stream)
        : base($"{stream} takes no more.") => Stream = stream;

    /// <summary>A stream takes no more.</summary>
    /// <param name="stream">Its name.</param>
    /// <param name="cause">What the platform reported.</param>
    public LostOutputException(string stream, Exception cause)
        : base($"{stream} takes no more.", cause) => Stream = stream;

    /// <summary>Which stream.</summary>
    public string Stream { get; }
}
