namespace Verification.Spec;

/// <summary>What is claimed, in LaTeX mathematics within plain text.</summary>
/// <param name="Printed">The statement as printed.</param>
public sealed record Statement(string Printed)
{
    /// <summary>The corrected statement where the printed one is wrong or incomplete, else null.</summary>
    public string? Corrected { get; init; }

    /// <summary>Why the printed form fails; given exactly when <see cref="Corrected"/> is.</summary>
    public string? Reason { get; init; }
}
