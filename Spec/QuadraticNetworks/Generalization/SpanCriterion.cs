namespace Verification.Spec.QuadraticNetworks.Generalization;

/// <summary>Candidates for the condition on the data under which every interpolant is the teacher.</summary>
public enum SpanCriterion
{
    /// <summary>span{X_iX_iᵀ} is all symmetric matrices.</summary>
    Tensors,

    /// <summary>span{X_i} is all of R^d.</summary>
    Vectors,

    /// <summary>N ≥ d(d+1)/2.</summary>
    SampleCount,
}
