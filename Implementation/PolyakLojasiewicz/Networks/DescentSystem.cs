namespace Verification.Implementation.PolyakLojasiewicz.Networks;

/// <summary>What is fitted by gradient descent.</summary>
public enum DescentSystem
{
    /// <summary>F(w) = Aw with singular values from c to 2c, labels along the weakest direction.</summary>
    LinearWeakest,

    /// <summary>The same with labels uniform on the unit sphere.</summary>
    LinearRandom,

    /// <summary>A shallow tanh network with mirrored initialization on equicorrelated inputs, labels uniform on the
    /// unit sphere.</summary>
    Network,
}
