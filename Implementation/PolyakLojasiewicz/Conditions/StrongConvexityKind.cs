namespace Verification.Implementation.PolyakLojasiewicz.Conditions;

/// <summary>Families of strongly convex functions.</summary>
public enum StrongConvexityKind
{
    /// <summary>½xᵀHx with spectrum from μ to κμ in Haar's basis.</summary>
    Quadratic,

    /// <summary>log Σ_j exp(b_j + ⟨c_j, x⟩) + ½μ‖x‖².</summary>
    LogSumExp,
}
