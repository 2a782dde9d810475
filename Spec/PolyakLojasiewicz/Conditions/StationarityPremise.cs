namespace Verification.Spec.PolyakLojasiewicz.Conditions;

/// <summary>A condition from which something about stationary points is concluded.</summary>
public enum StationarityPremise
{
    /// <summary>The Polyak–Łojasiewicz condition.</summary>
    Polyak,

    /// <summary>The Polyak–Łojasiewicz condition on |x| ≤ 1 alone.</summary>
    PolyakNearby,

    /// <summary>Quadratic growth.</summary>
    QuadraticGrowth,
}
