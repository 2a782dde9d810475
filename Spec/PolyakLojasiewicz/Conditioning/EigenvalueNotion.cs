namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

/// <summary>Which number of the tangent kernel's spectrum is said to be the PL* constant.</summary>
public enum EigenvalueNotion
{
    /// <summary>λ_min(K).</summary>
    Least,

    /// <summary>tr K/n.</summary>
    Mean,

    /// <summary>λ_max(K).</summary>
    Greatest,
}
