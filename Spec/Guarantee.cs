namespace Verification.Spec;

/// <summary>How sharp a statement is, so that a reader knows what to expect of its constant.</summary>
public enum Guarantee
{
    /// <summary>Attained: an identity, an exact law or threshold, or a bound with an instance that meets it.</summary>
    Tight,

    /// <summary>One-sided: true with a constant that need not be the best.</summary>
    Bound,

    /// <summary>True in a limit; at finite sizes with a correction that is named.</summary>
    Asymptotic,
}
