using Verification.Spec;

namespace Verification.Reproductions.Auditing;

/// <summary>Is told how an audit gets on.</summary>
public interface IAuditProgress
{
    /// <summary>The folder holds units of a system that other code measured; what is needed of them is about to be
    /// measured again.</summary>
    void Stale(string system, int units);

    /// <summary>A claim is about to be examined, perhaps beside others. Called from any thread.</summary>
    void Starting(Claim claim);

    /// <summary>A unit of work has been measured. Called from any thread.</summary>
    void UnitMeasured();

    /// <summary>A claim is finished, and so are all before it. One call at a time, in the order of the
    /// catalogue.</summary>
    void Finished(AuditedClaim claim);

    /// <summary>The figures are about to be drawn.</summary>
    void Drawing(int figures);
}
