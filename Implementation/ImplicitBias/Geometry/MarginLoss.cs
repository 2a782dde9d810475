namespace Verification.Implementation.ImplicitBias.Geometry;

/// <summary>A convex loss of the margin q with an exponential tail.</summary>
public enum MarginLoss
{
    /// <summary>log(1 + e^{−q}).</summary>
    Logistic,

    /// <summary>e^{−q}.</summary>
    Exponential,
}
