namespace Verification.Implementation.PolyakLojasiewicz.Remedies;

/// <summary>Data and weights at which <see cref="ProxyPlExperiment"/> looks at the leaky-ReLU network.</summary>
public enum ProxyWeights
{
    /// <summary>Separable data with the cell's share of flipped labels, Gaussian weights at random scales from 2⁻³ to
    /// 2⁵.</summary>
    Random,

    /// <summary>The same data, W = ρ·(a_jv)_j with ρ = 2 … 256: far on the good side, where loss and gradient are
    /// small.</summary>
    Planted,

    /// <summary>The same data, W = −ρ·(a_jv)_j: far on the bad side, where the loss is large.</summary>
    Opposed,

    /// <summary>The same data, W = 0.</summary>
    Origin,

    /// <summary>One sample x = γ_0e_1, y = 1, all units inactive: the gradient is as small as the margin
    /// allows.</summary>
    InactiveUnits,

    /// <summary>Two samples x = γ_0e_1 with labels +1 and −1, W = 0: a stationary point with proxy ½.</summary>
    Conflicting,
}
