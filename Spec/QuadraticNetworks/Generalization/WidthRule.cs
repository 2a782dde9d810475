namespace Verification.Spec.QuadraticNetworks.Generalization;

/// <summary>Which student width is said to suffice for an interpolant that is not the teacher, where X_iX_iᵀ span s
/// &lt; d(d+1)/2 dimensions.</summary>
public enum WidthRule
{
    /// <summary>r0 = max{r : r(r+1)/2 ≤ s}, at least 1.</summary>
    RankBound,

    /// <summary>r0 − 1, at least 1.</summary>
    BelowRankBound,

    /// <summary>Any width; 1 is the hardest.</summary>
    Any,
}
