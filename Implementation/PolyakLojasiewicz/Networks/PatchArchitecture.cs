namespace Verification.Implementation.PolyakLojasiewicz.Networks;

/// <summary>Networks of convolutional layers of kernel size 2 over 3 positions, with a linear output that reads all of
/// them; d input channels.</summary>
public enum PatchArchitecture
{
    /// <summary>d → m → m → output, tanh.</summary>
    Convolutional,

    /// <summary>d → m, then a block a + tanh(conv a) of m channels, then the output.</summary>
    Residual,

    /// <summary>d → m → 4 → m → output, tanh, linear in the layer of 4 channels.</summary>
    Bottleneck,
}
