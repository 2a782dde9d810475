namespace Verification.Reproductions.Auditing;

/// <summary>What an audit comes to.</summary>
public enum AuditOutcome
{
    /// <summary>Every verdict is as the catalogue expects.</summary>
    AsExpected,

    /// <summary>A claim is refuted, or a mutant or wrong printed form is not; it outweighs an open question.</summary>
    Unexpected,

    /// <summary>Nothing is contradicted, and something stays undecided.</summary>
    Undecided,
}
