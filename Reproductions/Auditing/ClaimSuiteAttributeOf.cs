namespace Verification.Reproductions.Auditing;

/// <summary>Says where the suite of an assembly is: <c>[assembly: ClaimSuite&lt;MyPaperSuite&gt;]</c> is how
/// <c>claims --suite</c> finds it.</summary>
/// <typeparam name="TSuite">Gives the suite.</typeparam>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ClaimSuiteAttribute<TSuite> : ClaimSuiteAttribute
    where TSuite : IClaimSuite
{
    /// <inheritdoc/>
    public override Suite Suite => TSuite.Suite;
}
