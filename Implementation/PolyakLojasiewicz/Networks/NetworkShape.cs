namespace Verification.Implementation.PolyakLojasiewicz.Networks;

/// <summary>Which hidden layers a fully connected network has.</summary>
public enum NetworkShape
{
    /// <summary>d → m → 1.</summary>
    OneHidden,

    /// <summary>d → m → m → 1.</summary>
    TwoHidden,

    /// <summary>d → m → 4 → m → 1, linear in the layer of width 4.</summary>
    Bottleneck,
}
