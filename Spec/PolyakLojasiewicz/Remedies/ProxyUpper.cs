namespace Verification.Spec.PolyakLojasiewicz.Remedies;

/// <summary>Functions that stand for h in proxy convexity.</summary>
public enum ProxyUpper
{
    /// <summary>(1/n)Σℓ(Σ_j min{γc_ij, c_ij}).</summary>
    WorstSlope,

    /// <summary>(1/n)Σℓ(Σ_j c_ij), the loss of the linear network.</summary>
    FullSlope,

    /// <summary>L.</summary>
    Loss,
}
