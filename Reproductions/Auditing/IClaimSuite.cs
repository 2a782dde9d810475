namespace Verification.Reproductions.Auditing;

/// <summary>Gives the suite of an assembly, which names it by <see cref="ClaimSuiteAttribute{TSuite}"/>.</summary>
public interface IClaimSuite
{
    /// <summary>The suite; asked for once.</summary>
    static abstract Suite Suite { get; }
}
