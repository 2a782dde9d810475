namespace Verification.Implementation.PolyakLojasiewicz;

/// <summary>How training inputs are laid out.</summary>
public enum InputKind
{
    /// <summary>Independent uniform points of the unit sphere.</summary>
    UnitSphere,

    /// <summary>Unit vectors with x_i·x_j = 0.2 for all i ≠ j; needs d ≥ n.</summary>
    Equicorrelated,

    /// <summary>Equidistant numbers from 0.2 to 1; needs d = 1.</summary>
    ScalarGrid,

    /// <summary>±2k/n for k = 1, …, n/2, as ±½ and ±1 for n = 4: distinct numbers in antipodal pairs; needs d = 1 and
    /// even n.</summary>
    AntipodalNumbers,
}
