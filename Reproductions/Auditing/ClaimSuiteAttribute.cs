namespace Verification.Reproductions.Auditing;

/// <summary>Says that an assembly has a suite, see <see cref="ClaimSuiteAttribute{TSuite}"/>.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public abstract class ClaimSuiteAttribute : Attribute
{
    /// <summary>The assembly's suite.</summary>
    public abstract Suite Suite { get; }
}
