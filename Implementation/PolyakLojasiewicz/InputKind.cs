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
}
