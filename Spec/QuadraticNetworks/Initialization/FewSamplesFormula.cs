namespace Verification.Spec.QuadraticNetworks.Initialization;

/// <summary>Candidates for the probability that N samples let the start W0ᵀW0 = mI lie below the barrier; ρ is the
/// barrier over the mean risk.</summary>
public enum FewSamplesFormula
{
    /// <summary>P(χ²_N &lt; Nρ).</summary>
    ChiSquare,

    /// <summary>1: with high probability, whatever N.</summary>
    Certain,

    /// <summary>P(χ²_(N+1) &lt; (N + 1)ρ).</summary>
    OneMore,

    /// <summary>P(χ²_N &lt; 2Nρ).</summary>
    Doubled,

    /// <summary>P(χ²_N &lt; N/ρ).</summary>
    Inverted,
}
