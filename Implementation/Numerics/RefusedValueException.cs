namespace Verification.Implementation.Numerics;

/// <summary>A text names a value of a size or law that a measurement cannot take; the message gives the reason as half
/// a sentence, without a final period.</summary>
/// <remarks>Other format exceptions say that a text names nothing; what they say is replaced by the list of what there
/// is.</remarks>
public sealed class RefusedValueException : FormatException
{
    /// <summary>A refusal without a reason.</summary>
    public RefusedValueException()
        : this("the value cannot be measured")
    {
    }

    /// <summary>A refusal.</summary>
    /// <param name="message">The reason.</param>
    public RefusedValueException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal after another failure.</summary>
    public RefusedValueException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
