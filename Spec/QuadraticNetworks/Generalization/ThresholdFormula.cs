namespace Verification.Spec.QuadraticNetworks.Generalization;

/// <summary>Candidates for the number of samples after which random X_iX_iᵀ span the symmetric matrices.</summary>
public enum ThresholdFormula
{
    /// <summary>d(d+1)/2.</summary>
    Dimension,

    /// <summary>d(d+1)/2 − 1.</summary>
    OneFewer,

    /// <summary>d(d+1)/2 + 1.</summary>
    OneMore,

    /// <summary>d².</summary>
    Square,

    /// <summary>d(d−1)/2.</summary>
    StrictTriangle,
}
