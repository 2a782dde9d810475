namespace Verification.Spec.QuadraticNetworks.Generalization;

/// <summary>When a teacher is said to be the only interpolant although one direction A is unseen by the data.</summary>
public enum UniquenessRule
{
    /// <summary>A is indefinite on the kernel of W*.</summary>
    IndefiniteOnKernel,

    /// <summary>Never.</summary>
    Never,

    /// <summary>A is indefinite.</summary>
    Indefinite,

    /// <summary>A is indefinite on the range of W*ᵀ.</summary>
    IndefiniteOnRange,
}
