namespace Verification.Implementation.ImplicitBias.Motivation;

/// <summary>Adaptive methods, without ε.</summary>
public enum AdaptiveStep
{
    /// <summary>g/√(Σg²).</summary>
    AdaGrad,

    /// <summary>g/√v, v the average of g² with factor 0.9.</summary>
    RmsProp,

    /// <summary>m̂/√v̂ with factors 0.9 and 0.999, bias corrected.</summary>
    Adam,
}
