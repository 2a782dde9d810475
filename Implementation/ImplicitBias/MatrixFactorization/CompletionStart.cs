namespace Verification.Implementation.ImplicitBias.MatrixFactorization;

/// <summary>How the factors of a completion start, before scaling by α.</summary>
public enum CompletionStart
{
    /// <summary>U₀ and V₀ have orthonormal rows, orthogonal to each other: U₀V₀ᵀ = 0, inner dimension 2n.</summary>
    OrthogonalUnbiased,

    /// <summary>U₀ and V₀ are independent Haar matrices of inner dimension n: U₀V₀ᵀ is orthogonal, not 0.</summary>
    OrthogonalBiased,

    /// <summary>U₀ = (G, G)/√(2n), V₀ = (H, −H)/√(2n) with independent Gaussian G and H: U₀V₀ᵀ = 0, inner dimension
    /// 2n.</summary>
    GaussianUnbiased,
}
