namespace Verification.Implementation.ImplicitBias.Regularization;

/// <summary>A loss of the margin q of one sample.</summary>
public enum SampleLoss
{
    /// <summary>e^{−q}.</summary>
    Exponential,

    /// <summary>log(1 + e^{−q}).</summary>
    Logistic,

    /// <summary>(1 − q)², which has its minimum at a finite margin.</summary>
    Squared,
}
