namespace Verification.Reproductions.Rendering;

/// <summary>A short word in a listing.</summary>
/// <param name="Text">The word.</param>
/// <param name="Color">A Spectre color, or null.</param>
public readonly record struct ListingCell(string Text, string? Color = null)
{
    /// <summary>A word without color.</summary>
    public static implicit operator ListingCell(string text) => new(text);

    /// <inheritdoc cref="op_Implicit(string)"/>
    public static ListingCell FromString(string text) => new(text);
}
