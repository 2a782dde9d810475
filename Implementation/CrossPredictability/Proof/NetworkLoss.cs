namespace Verification.Implementation.CrossPredictability.Proof;

/// <summary>A loss of an output and a label.</summary>
public enum NetworkLoss
{
    /// <summary>−y·output.</summary>
    Correlation,

    /// <summary>(output − y)²/2.</summary>
    Square,

    /// <summary>max(0, 1 − y·output), of slope 0 at its corner.</summary>
    Hinge,
}
