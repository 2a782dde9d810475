using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.QuadraticNetworks.Model;

/// <summary>Activations that a quadratic polynomial may or may not stand for near 0.</summary>
public enum ActivationFunction
{
    /// <summary>e^x.</summary>
    Exponential,

    /// <summary>log(1 + e^x): φ''(0) = ¼, φ'''(0) = 0.</summary>
    Softplus,

    /// <summary>x/(1 + e^(−x)): φ''(0) = ½, φ'''(0) = 0.</summary>
    Swish,

    /// <summary>1/(1 + e^(−x)): φ''(0) = 0.</summary>
    Sigmoid,

    /// <summary>tanh x: φ''(0) = 0.</summary>
    Tanh,

    /// <summary>max(0, x): no derivative at 0.</summary>
    Relu,
}

/// <summary>Evaluates activations.</summary>
public static class ActivationFunctions
{
    /// <summary>φ(x) to within a few units in the last place of max(1, |φ(x)|).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The activation is none of the enumeration.</exception>
    public static double Evaluate(this ActivationFunction activation, double x) => activation switch
    {
        ActivationFunction.Exponential => ElementaryFunctions.Exp(x),
        ActivationFunction.Softplus => ElementaryFunctions.Log1p(ElementaryFunctions.Exp(x)),
        ActivationFunction.Swish => x / (1 + ElementaryFunctions.Exp(-x)),
        ActivationFunction.Sigmoid => 1 / (1 + ElementaryFunctions.Exp(-x)),
        ActivationFunction.Tanh => ElementaryFunctions.Tanh(x),
        ActivationFunction.Relu => Math.Max(0, x),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "There is no such activation."),
    };
}
