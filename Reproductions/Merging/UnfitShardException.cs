namespace Verification.Reproductions.Merging;

/// <summary>Folders that are not the shards of one audit, or a target that is taken. The message says which, and what
/// would be right, on one line.</summary>
public sealed class UnfitShardException : Exception
{
    /// <summary>Folders that do not fit together.</summary>
    public UnfitShardException()
        : this("The folders are not the shards of one audit.")
    {
    }

    /// <summary>Folders that do not fit together, for this reason.</summary>
    public UnfitShardException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="UnfitShardException(string)"/>
    public UnfitShardException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether a folder is not what it says it is, instead of one of another audit.</summary>
    public bool IsDamage { get; init; }
}
