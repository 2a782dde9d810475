namespace FsCheck.Xunit;

/// <summary>A property was falsified, or its draws were exhausted; the inner exception is the property's own.</summary>
public sealed class PropertyFailedException : Exception
{
    /// <summary>A failure without words; only for the conventions of exceptions.</summary>
    public PropertyFailedException()
    {
    }

    /// <summary>A failure that no exception of the property explains.</summary>
    public PropertyFailedException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with the exception that the property threw on the shrunk arguments.</summary>
    public PropertyFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
