namespace Verification.Spec.QuadraticNetworks;

/// <summary>On which side the orthogonal matrix stands that takes the planted weights to a stationary point.</summary>
public enum AlignmentSide
{
    /// <summary>W = QW*.</summary>
    Left,

    /// <summary>W = W*Q.</summary>
    Right,
}
