namespace VerifyTests;

/// <summary>A snapshot is missing, differs, or cannot be compared.</summary>
public sealed class VerifyException : Exception
{
    /// <summary>A failure without words; only for the conventions of exceptions.</summary>
    public VerifyException()
    {
    }

    /// <summary>What differs, and how to accept it.</summary>
    public VerifyException(string message)
        : base(message)
    {
    }

    /// <summary>What went wrong, with its cause.</summary>
    public VerifyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
