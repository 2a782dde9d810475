namespace Verification.Spec.ImplicitBias.Homogeneous;

/// <summary>What the cost of a function on the line is claimed to be.</summary>
public enum ReluCostFormula
{
    /// <summary>max(∫|f″|, |f′(−∞) + f′(∞)|).</summary>
    Maximum,

    /// <summary>∫|f″| + |f′(−∞) + f′(∞)|.</summary>
    Sum,

    /// <summary>∫|f″|.</summary>
    VariationAlone,

    /// <summary>max(∫|f″|, |f′(∞) − f′(−∞)|).</summary>
    Difference,
}
