namespace Verification.Spec.ImplicitBias.Geometry;

/// <summary>What mirror descent is claimed to minimize on {Xw = y}.</summary>
public enum BregmanTarget
{
    /// <summary>D_Ψ(w, w₀).</summary>
    Divergence,

    /// <summary>Ψ(w).</summary>
    Potential,

    /// <summary>D_Ψ(w₀, w).</summary>
    Reverse,
}
