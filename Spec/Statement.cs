namespace Verification.Spec;

/// <summary>What is claimed, in LaTeX mathematics within plain text.</summary>
/// <param name="Reading">Our formalization of what is printed; of what is derived here where nothing is.</param>
public sealed record Statement(string Reading)
{
    /// <summary>The corrected or sharper statement where the printed one does not stand, else null.</summary>
    public string? Corrected { get; init; }

    /// <summary>Why; given exactly when <see cref="Corrected"/> is.</summary>
    public string? Reason { get; init; }
}
