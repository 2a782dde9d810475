namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

/// <summary>Which dimension the set of minima around a minimizer is said to have.</summary>
public enum MinimumSetRule
{
    /// <summary>
    /// p − n where p exceeds n; else as many as H_L has zero eigenvalues: none where it is positive definite.
    /// </summary>
    Corrected,

    /// <summary>max{p − n, 0}: isolated wherever there are fewer parameters than samples.</summary>
    CountOfUnknowns,

    /// <summary>max{p − n, 0} + 1.</summary>
    OneMore,

    /// <summary>0.</summary>
    Isolated,
}
