namespace Verification.Implementation.PolyakLojasiewicz.Conditions;

/// <summary>Families of functions of one variable.</summary>
public enum LandscapeKind
{
    /// <summary>x² + a·sin²x; see <see cref="PolyakLojasiewicz.RippledParabola"/>.</summary>
    RippledParabola,

    /// <summary>½|x| with a smooth bottom of half-width ε; see
    /// <see cref="PolyakLojasiewicz.Conditions.FlattenedModulus"/>.</summary>
    FlattenedModulus,

    /// <summary>½r²(1 + ε·cos(2θ + 2κ·ln r)) in the plane, see <see cref="Conditions.SpiralParabola"/>.</summary>
    SpiralParabola,
}
