namespace Verification.Implementation.JacobianSpectra.Training;

/// <summary>How a network is trained.</summary>
public enum NetworkOptimizer
{
    /// <summary>Stochastic gradient descent: W ← W − ηg.</summary>
    Sgd,

    /// <summary>Adam, arXiv:1412.6980, with β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸.</summary>
    Adam,
}
