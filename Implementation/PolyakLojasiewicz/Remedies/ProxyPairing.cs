namespace Verification.Implementation.PolyakLojasiewicz.Remedies;

/// <summary>How <see cref="ProxyConvexityExperiment"/> places the two points W and V.</summary>
public enum ProxyPairing
{
    /// <summary>Independent Gaussian weights at random scales from 2⁻³ to 2⁵.</summary>
    Independent,

    /// <summary>V = −W, so that most slopes at V are not those at W.</summary>
    Opposite,

    /// <summary>V on the ray of the planted direction, V = ρ·(a_jv)_j, W Gaussian.</summary>
    Planted,

    /// <summary>V = ∇L(W).</summary>
    AtGradient,

    /// <summary>W = V = 0.</summary>
    Origin,

    /// <summary>One neuron, one sample x = y = 1, with w &lt; 0 &lt; v.</summary>
    Scalar,
}
