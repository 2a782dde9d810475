namespace Verification.Spec.PolyakLojasiewicz.Conditions;

/// <summary>The implications of the chain.</summary>
public enum ConditionArrow
{
    /// <summary>Strong convexity ⇒ weak strong convexity.</summary>
    StrongToWeak,

    /// <summary>Weak strong convexity ⇒ PL.</summary>
    WeakToPolyak,

    /// <summary>Weak strong convexity ⇒ restricted secant inequality.</summary>
    WeakToSecant,

    /// <summary>Restricted secant inequality ⇒ error bound.</summary>
    SecantToError,

    /// <summary>Restricted secant inequality ⇒ quadratic growth.</summary>
    SecantToGrowth,

    /// <summary>Error bound ⇒ PL.</summary>
    ErrorToPolyak,

    /// <summary>PL ⇒ error bound.</summary>
    PolyakToError,

    /// <summary>PL ⇒ quadratic growth.</summary>
    PolyakToGrowth,
}
