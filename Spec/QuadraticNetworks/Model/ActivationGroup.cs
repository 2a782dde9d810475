namespace Verification.Spec.QuadraticNetworks.Model;

/// <summary>Which activations a statement about quadratic approximation speaks of.</summary>
public enum ActivationGroup
{
    /// <summary>Three times differentiable with φ''(0) ≠ 0: exponential, softplus, swish.</summary>
    Curved,

    /// <summary>Those and the sigmoid, the hyperbolic tangent and the rectifier.</summary>
    General,
}
