namespace Verification.Spec.Verdicts;

/// <summary>What an examination concludes. There is no fourth value, and <see cref="Undecided"/> never passes for
/// <see cref="Holds"/>.</summary>
public enum Verdict
{
    /// <summary>The evidence supports the statement at the level allotted.</summary>
    Holds,

    /// <summary>The evidence contradicts the statement at the level allotted.</summary>
    Refuted,

    /// <summary>The evidence is too weak for either, at this budget.</summary>
    Undecided,
}
