namespace Verification.Spec;

/// <summary>How much work an audit may spend. The tier changes sizes and sample sizes, never what is claimed.</summary>
public enum Tier
{
    /// <summary>Whole catalogue within a minute.</summary>
    Smoke,

    /// <summary>Whole catalogue within ten minutes.</summary>
    Standard,

    /// <summary>Whole catalogue within two hours.</summary>
    Full,
}
