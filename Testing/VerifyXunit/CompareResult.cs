namespace VerifyTests;

/// <summary>Whether two texts count as equal and, if not, why.</summary>
public sealed record CompareResult
{
    private CompareResult(bool isEqual, string? message)
    {
        IsEqual = isEqual;
        Message = message;
    }

    /// <summary>They count as equal.</summary>
    public static CompareResult Equal { get; } = new(true, null);

    /// <summary>True if they count as equal.</summary>
    public bool IsEqual { get; }

    /// <summary>What differs; null for the plain comparison of lines.</summary>
    public string? Message { get; }

    /// <summary>They differ.</summary>
    public static CompareResult NotEqual(string? message = null) => new(false, message);
}
