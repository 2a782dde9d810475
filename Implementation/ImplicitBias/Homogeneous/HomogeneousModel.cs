namespace Verification.Implementation.ImplicitBias.Homogeneous;

/// <summary>Models f(w, x) that are, or are not, homogeneous in w.</summary>
public enum HomogeneousModel
{
    /// <summary>⟨w, x⟩.</summary>
    Linear,

    /// <summary>⟨UV, x⟩ for a matrix x.</summary>
    MatrixFactorization,

    /// <summary>Σ_j w₂[j][⟨w₁[j], x⟩]₊.</summary>
    TwoLayerRelu,

    /// <summary>Two layers with biases within the units.</summary>
    TwoLayerReluUnitBias,

    /// <summary>Two layers and a bias of the output.</summary>
    TwoLayerReluOutputBias,

    /// <summary>W₃W₂W₁x.</summary>
    DeepLinear,

    /// <summary>Three circular convolutions of full width, the last with one output.</summary>
    DeepConvolution,

    /// <summary>W₃[W₂[W₁x]₊]₊.</summary>
    DeepRelu,

    /// <summary>W₃[W₂[W₁x]₊ + b]₊.</summary>
    DeepReluInnerBias,
}
