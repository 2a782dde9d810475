namespace Verification.Implementation.CrossPredictability.Proof;

/// <summary>What is set against polynomial resources.</summary>
public enum ResourceCase
{
    /// <summary>All parities, of cross-predictability 2^(−n).</summary>
    Parities,

    /// <summary>Monomials of degree ⌈log₂ n⌉, or of a degree that is said to be as good.</summary>
    GrowingDegree,

    /// <summary>Monomials of a bounded degree.</summary>
    BoundedDegree,

    /// <summary>A network of exponential size on a random parity.</summary>
    ManyCopies,
}
