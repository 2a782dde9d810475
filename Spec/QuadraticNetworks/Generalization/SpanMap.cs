namespace Verification.Spec.QuadraticNetworks.Generalization;

/// <summary>Which changes of the data are said to leave the span of the X_iX_iᵀ as large as it is.</summary>
public enum SpanMap
{
    /// <summary>X_i → c_iX_i with c_i ≠ 0, X_i → BX_i with B invertible, and another order.</summary>
    Linear,

    /// <summary>X_i → X_i + b.</summary>
    Translations,

    /// <summary>X_i → BX_i with any B.</summary>
    SingularMaps,

    /// <summary>X_i → c_iX_i with any c_i.</summary>
    AnyScales,
}
