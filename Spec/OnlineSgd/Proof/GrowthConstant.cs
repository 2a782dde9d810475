namespace Verification.Spec.OnlineSgd.Proof;

/// <summary>What a step of the discrete Bihari–LaSalle lemma gains, n = k − 2.</summary>
public enum GrowthConstant
{
    /// <summary>1 − (1 + a₁)^(−n).</summary>
    Sharp,

    /// <summary>n·a₁/(1 + a₁).</summary>
    Printed,

    /// <summary>n·a₁.</summary>
    Continuous,
}
