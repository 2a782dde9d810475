namespace Verification.Implementation.ImplicitBias.Geometry;

/// <summary>Where a positive model starts.</summary>
public enum PositiveStart
{
    /// <summary>At (1, …, 1), where ∇Ψ is 0 for Ψ(w) = Σ(w log w − w).</summary>
    Ones,

    /// <summary>At (1/d, …, 1/d).</summary>
    Uniform,

    /// <summary>At exp(½g) for a Gaussian g.</summary>
    LogNormal,
}
