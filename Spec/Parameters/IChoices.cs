namespace Verification.Spec.Parameters;

/// <summary>The type-independent face of <see cref="Choices{T}"/>.</summary>
internal interface IChoices
{
    /// <summary>The entries as plain objects.</summary>
    IEnumerable<object> Entries { get; }

    /// <summary>The list with one entry for each text.</summary>
    /// <exception cref="FormatException">A text is not an entry; the message says what would be.</exception>
    IChoices Parse(IEnumerable<string> texts);
}
