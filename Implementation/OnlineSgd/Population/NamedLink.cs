namespace Verification.Implementation.OnlineSgd.Population;

/// <summary>Links f whose Hermite coefficients and correlation E f(a)f(b) are known: in closed form, of tanh by
/// enclosed integrals.</summary>
public enum NamedLink
{
    /// <summary>max(x, 0).</summary>
    Relu,

    /// <summary>|x|.</summary>
    Absolute,

    /// <summary>sign x.</summary>
    Sign,

    /// <summary>x², of phase retrieval.</summary>
    Square,

    /// <summary>x³.</summary>
    Cube,

    /// <summary>x²e^(−x²).</summary>
    Bump,

    /// <summary>tanh x.</summary>
    Tanh,
}
