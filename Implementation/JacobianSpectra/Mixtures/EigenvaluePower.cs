namespace Verification.Implementation.JacobianSpectra.Mixtures;

/// <summary>What the number of iterations is divided by.</summary>
public enum EigenvaluePower
{
    /// <summary>Nothing: T = ⌈ΓK²C⌉, as printed.</summary>
    None,

    /// <summary>√λ_M.</summary>
    Root,

    /// <summary>λ_M.</summary>
    Whole,
}
