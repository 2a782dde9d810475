namespace Verification.Spec.PolyakLojasiewicz.Networks;

/// <summary>Which terms a bound of a network's Hessian has.</summary>
public enum HessianTerms
{
    /// <summary>Both.</summary>
    All,

    /// <summary>Those from σ'' alone.</summary>
    Curvature,

    /// <summary>Those from products of weights of different layers alone.</summary>
    Coupling,
}
