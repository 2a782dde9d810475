namespace Verification.Reproductions.Loading;

/// <summary>No suite can be had from a file; the message says on one line what is wrong and what would be
/// right.</summary>
public sealed class UnfitSuiteException : Exception
{
    /// <summary>A suite that cannot be had, for no reason known.</summary>
    public UnfitSuiteException()
        : this("the suite cannot be had.")
    {
    }

    /// <summary>What was named is no suite.</summary>
    public UnfitSuiteException(string message)
        : base(message)
    {
    }

    /// <summary>What was named is no suite, or cannot be loaded.</summary>
    public UnfitSuiteException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether it is a suite, which cannot be loaded here: it is damaged, lacks an assembly, or was built for
    /// another version.</summary>
    public bool IsDamage { get; init; }
}
