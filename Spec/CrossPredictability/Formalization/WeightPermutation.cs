namespace Verification.Spec.CrossPredictability.Formalization;

/// <summary>How first weights follow a permutation of the coordinates.</summary>
public enum WeightPermutation
{
    /// <summary>As the coordinates.</summary>
    Along,

    /// <summary>By the inverse.</summary>
    Inverse,

    /// <summary>Not at all.</summary>
    None,
}
